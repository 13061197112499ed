#include "measures/shared_place.h"

#include <algorithm>

#include "measures/dictionary.h"
#include "measures/sharing.h"
#include "organisations/tree.h"

namespace primum::measures {
namespace {

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("what others see of a series goes through disclosure control");
    return kScope;
}

}  // namespace

std::int64_t hidden_points(const PublishedSeries& shown) {
    return std::ranges::count_if(
        shown.points, [](const PublishedPoint& point) { return point.value.is_hidden(); });
}

bool too_many_hidden(const PublishedSeries& shown) {
    constexpr std::int64_t kOneIn = 4;
    return hidden_points(shown) * kOneIn > static_cast<std::int64_t>(shown.points.size());
}

std::optional<organisations::Here> anybodys_place(const http::Request& request,
                                                  const access::Context& context) {
    const auto id = OrganisationId::parse(request.part("id"));
    if (!id) return {};
    auto organisation = organisations::find_organisation(context.db, *id);
    if (!organisation) return {};
    return organisations::Here{.organisation = std::move(*organisation),
                               .kinds = organisations::kinds_of(context.db),
                               .path = {},
                               .roles = {},
                               .roles_to_give = {}};
}

std::optional<SharedPlace> shared_place_of(const http::Request& request,
                                           const access::Context& context,
                                           disclosure::Mode outside) {
    auto here = anybodys_place(request, context);
    if (!here) return {};
    const auto key = scope().may_read(here->id());
    auto series = find_series_by_code(context.db, key, request.part("series"));
    if (!series || !may_see(*series, context.session.has_value())) return {};
    auto measure = find_measure(context.db, series->measure);
    if (!measure) return {};
    const Material material = material_of(context.db, key, *measure, *series);
    return SharedPlace{.place = {std::move(*here), std::move(*measure), std::move(*series)},
                       .shown = publish(context.db, material, outside)};
}

}  // namespace primum::measures
