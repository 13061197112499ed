#pragma once
// Choosing another organisation in a form: search for it, then pick one of those found.

#include <string>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "organisations/here.h"

namespace primum::organisations {

enum class Among : std::uint8_t { possible_parents, same_kind };

struct Candidates {
    std::string search;
    std::vector<Organisation> found;  ///< the first twenty that this person may change
};

/// Those that match ?search= of a request or the search that a form carries; without `here` itself.
Candidates candidates(const access::Context& context, const Here& here, Among among,
                      std::string search);

/// The search, a form of its own, which leads back to the same page.
html::Html candidate_search(const access::Context& context, const html::Url& page,
                            std::string_view label, const Candidates& candidates);

/// The choice, for the form that uses it, called "other". It carries the search as well.
html::Html candidate_choice(const access::Context& context, const Here& here,
                            std::string_view legend, const Candidates& candidates,
                            std::string_view chosen, const Problems& problems);

/// The one that was chosen; or nothing, with a problem about "other".
std::optional<Organisation> check_candidate(const access::Context& context, const http::Form& form,
                                            Problems& problems);

}  // namespace primum::organisations
