#pragma once
// What people see of tallies.

#include <map>
#include <string>
#include <vector>

#include "base/problems.h"
#include "collection/place.h"
#include "collection/sampling.h"
#include "collection/tally.h"
#include "http/message.h"

namespace primum::collection {

struct Counting {
    Place place;
    Sheet sheet;
    std::vector<std::string> answers;  ///< as they were chosen, one an element
    std::string reasons;
    Problems problems;
    std::string done;  ///< "met", "missed", "undone"
    TallySum today;
    TallySum period;
    std::optional<Draw> draw;
    int beds = 0;
    int many = 0;
    bool may_keep = false;
    bool may_count = false;
};
html::Html tally_page(const access::Context& context, const Counting& counting);

struct Choosing {
    Place place;
    std::vector<Sheet> offered;  ///< of the library
    std::string chosen;          ///< its code, or "own"
    std::string own;             ///< one element a line
    Problems problems;
};
html::Html sheet_page(const access::Context& context, const Choosing& choosing);

/// The elements that were missed, the most frequent first.
html::Html pareto(const access::Context& context, const Place& place, Day from, Day until);

struct MissedElements {
    Place place;
    Day from;
    Day until;
    Problems problems;
};
html::Html missed_page(const access::Context& context, const MissedElements& missed);

/// "/organisations/…/measures/core-01/tally" and what follows.
html::Url tally_address(const Place& place);
html::Url missed_address(const Place& place);
html::Url elements_address(const Place& place);

http::Response show_tally(const http::Request& request, access::Context& context);
http::Response count_patient(const http::Request& request, access::Context& context);
http::Response take_back(const http::Request& request, access::Context& context);
http::Response ask_for_sheet(const http::Request& request, access::Context& context);
http::Response choose_sheet(const http::Request& request, access::Context& context);
http::Response show_missed(const http::Request& request, access::Context& context);

}  // namespace primum::collection
