#pragma once
// What the address of a request names, as far as whoever asks may see it.

#include <cstddef>
#include <optional>
#include <string>

#include "access/context.h"
#include "disclosure/rule.h"
#include "http/message.h"
#include "measures/measure.h"
#include "measures/publishing.h"
#include "measures/series.h"
#include "organisations/organisation.h"

namespace primum::api {

/// Whether a token reads an organisation's own numbers.
bool is_own(const access::Context& context, OrganisationId organisation);

/// The organisation of {code}; of a route that changes something, only where the token may.
std::optional<organisations::Organisation> asked_organisation(const http::Request& request,
                                                              const access::Context& context);

/// Those of its series that the token may see.
std::vector<measures::Series> visible_series(const access::Context& context,
                                             OrganisationId organisation);

/// What is done to the numbers of a series before this token sees them: nothing to its own, but
/// where they are of a part of the patients that only their organisation's people see.
disclosure::Mode mode_of(const access::Context& context, const measures::Measure& measure,
                         const measures::Series& series, disclosure::Mode outside);

struct Asked {
    organisations::Organisation organisation;
    measures::Measure measure;
    measures::Series series;
    disclosure::Mode mode = disclosure::Mode::none;  ///< what is done to its numbers

    const measures::Definition& says() const { return measure.now(); }
};
/// The series of {code} and {series}. What is foreign is absent; `outside` is done to what others
/// show.
std::optional<Asked> asked_series(const http::Request& request, const access::Context& context,
                                  disclosure::Mode outside);

/// The series as this token sees it.
measures::PublishedSeries published(const access::Context& context, const Asked& asked);

/// A part of a list: at most `limit` items behind `after`.
struct Span {
    std::size_t limit = 100;
    std::string after;  ///< the last item of the part before; empty at the beginning
};
/// `limit` (1 to 200) and `cursor` of the query. Nothing where they are not ours.
std::optional<Span> asked_span(const http::Request& request);

/// Names the next part in a Link header; its cursor is what `after` becomes.
void link_next(http::Response& response, const Span& span, std::string_view last);

/// 400: the span could not be read.
http::Response bad_span(const http::Request& request);

}  // namespace primum::api
