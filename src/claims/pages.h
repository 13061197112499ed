#pragma once
// Pages of claims, from values.

#include <string>
#include <vector>

#include "claims/sight.h"
#include "design/page.h"
#include "html/html.h"
#include "http/message.h"

namespace primum::claims {

html::Url address(const Claim& claim);

/// Everything about one claim.
html::Html claim_page(const http::Request& request, const access::Context& context,
                      const Sight& sight);

/// Claims in a table: what is claimed, of whom, of which measure, its state.
html::Html claims_table(const access::Context& context, const std::vector<Claim>& claims,
                        std::string_view caption);

/// How claims are worked out, and what they cannot say: for everybody.
html::Html method_words(const design::View& view);

/// "January 2024 to June 2025", in the measure's periods.
std::string periods(const measures::Measure& measure, Day from, Day to);

/// What counts so far, beside what was expected, as a picture with its words.
html::Html picture(const design::View& view, const Sight& sight);

html::Html state_tag(const design::View& view, State state);

}  // namespace primum::claims
