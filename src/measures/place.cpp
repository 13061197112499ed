#include "measures/place.h"

#include "measures/address.h"
#include "measures/dictionary.h"
#include "measures/parts.h"
#include "organisations/frame.h"

namespace primum::measures {

std::string Place::name() const {
    return series.stratum.empty() ? measure.name() : measure.name() + ", " + series.stratum;
}

std::optional<Place> place_of(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    if (!here) return {};
    auto series =
        find_series_by_code(context.db, context.scope.may_read(here->id()), request.part("series"));
    if (!series) return {};
    auto measure = find_measure(context.db, series->measure);
    if (!measure || is_hidden_part(context, *measure, *series)) return {};
    return Place{std::move(*here), std::move(*measure), std::move(*series)};
}

std::vector<design::Crumb> crumbs(const access::Context& context, const organisations::Here& here) {
    return organisations::crumbs(context.view, context, here, true);
}

std::vector<design::Crumb> crumbs(const access::Context& context, const Place& place,
                                  bool and_itself) {
    auto way = crumbs(context, place.here);
    way.push_back({context.view.say("Measures"), list_address(place.here.id())});
    if (and_itself) way.push_back({place.name(), series_address(place.series)});
    return way;
}

bool may(const access::Context& context, const access::Policy& policy,
         const OrganisationId& organisation) {
    return context.scope_under(policy).can_write(organisation);
}

}  // namespace primum::measures
