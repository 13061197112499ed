#pragma once
// Within this room: the series that a page for others is about, as they see it.

#include <optional>

#include "access/context.h"
#include "http/message.h"
#include "measures/place.h"
#include "measures/publishing.h"

namespace primum::measures {

struct SharedPlace {
    Place place;  ///< nobody's roles are in it
    PublishedSeries shown;
};

std::int64_t hidden_points(const PublishedSeries& shown);

/// Small numbers are hidden and large ones are not: where that is more than one in four, a chart of
/// what is left would show a level that is not true, and there is none.
bool too_many_hidden(const PublishedSeries& shown);

/// The organisation of {id}, whoever asks.
std::optional<organisations::Here> anybodys_place(const http::Request& request,
                                                  const access::Context& context);

/// Nothing where {id} or {series} name none that whoever asks may see without a role there.
std::optional<SharedPlace> shared_place_of(const http::Request& request,
                                           const access::Context& context,
                                           disclosure::Mode outside);

}  // namespace primum::measures
