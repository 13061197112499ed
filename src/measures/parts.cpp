#include "measures/parts.h"

#include <algorithm>

#include "disclosure/rule.h"
#include "language/language.h"
#include "organisations/tree.h"

namespace primum::measures {
namespace {

/// Where whoever asks works today: a person by their roles, a program by its token.
std::vector<OrganisationId> works_at(const access::Context& context) {
    std::vector<OrganisationId> places;
    if (context.token) places.push_back(context.token->organisation);
    if (!context.session) return places;
    for (const access::Held& held : context.person().roles)
        if (held.on(context.today)) places.push_back(held.organisation);
    return places;
}

}  // namespace

bool has_small_numbers(const Definition& says, const std::vector<Point>& points) {
    return std::ranges::any_of(points, [&](const Point& point) {
        const auto people = says.divides() ? point.said.denominator : point.said.numerator;
        return people && *people > 0 &&
               *people < static_cast<double>(disclosure::kPeopleBehindAnAverage);
    });
}

bool is_of(const store::Reader& db, const OrganisationId& organisation,
           std::span<const OrganisationId> works_at, Day today) {
    const auto works = [&](const OrganisationId& id) {
        return std::ranges::find(works_at, id) != works_at.end();
    };
    if (works(organisation)) return true;
    const auto kinds = organisations::kinds_of(db);
    const auto* trust = kinds.find("trust");
    return trust != nullptr && std::ranges::any_of(organisations::path_to(db, organisation, today),
                                                   [&](const organisations::Organisation& above) {
                                                       const auto* kind = kinds.find(above.kind);
                                                       return works(above.id) && kind != nullptr &&
                                                              kind->rank >= trust->rank;
                                                   });
}

bool is_hidden_part(const access::Context& context, const Measure& measure, const Series& series) {
    if (series.stratum.empty() ||
        is_of(context.db, series.organisation, works_at(context), context.today))
        return false;
    const auto key = context.scope.may_read(series.organisation);
    return std::ranges::any_of(series_of(context.db, key), [&](const Series& part) {
        return part.measure == measure.id && !part.stratum.empty() &&
               has_small_numbers(measure.now(), points_of(context.db, key, part.id));
    });
}

const char* hidden_part_words() {
    return language::sentence(
        "Not shown: some points of these parts have fewer than 8 people behind them. Only the "
        "organisation’s own people see them.");
}

}  // namespace primum::measures
