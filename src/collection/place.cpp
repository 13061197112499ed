#include "collection/place.h"

#include "measures/place.h"

namespace primum::collection {

std::optional<Place> place_of(const http::Request& request, const access::Context& context) {
    auto found = measures::place_of(request, context);
    if (!found) return {};
    return Place{std::move(found->here), {std::move(found->measure), std::move(found->series)}};
}

std::vector<design::Crumb> crumbs(const access::Context& context, const Place& place) {
    return measures::crumbs(context, {place.here, place.kept.measure, place.kept.series}, true);
}

}  // namespace primum::collection
