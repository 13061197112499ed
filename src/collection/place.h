#pragma once
// The series that a request is about.

#include <optional>
#include <vector>

#include "access/context.h"
#include "collection/due.h"
#include "design/links.h"
#include "http/message.h"
#include "organisations/here.h"

namespace primum::collection {

struct Place {
    organisations::Here here;
    Kept kept;

    store::Readable readable(const access::Context& context) const {
        return context.scope.may_read(kept.series.organisation);
    }
};

/// Nothing where {id} or {series} name none that this person may see by this route.
std::optional<Place> place_of(const http::Request& request, const access::Context& context);

/// The way down to the page of the series.
std::vector<design::Crumb> crumbs(const access::Context& context, const Place& place);

}  // namespace primum::collection
