#pragma once
// An authenticator app for one's account.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "design/view.h"
#include "html/html.h"

namespace primum::people {

html::Html second_factor_page(const design::View& view, bool is_on, std::int64_t recovery_codes);

/// Shows the secret, as a picture and in letters, and asks for a code of the app.
html::Html enrolment_page(const design::View& view, std::string_view secret, std::string_view email,
                          const Problems& problems);

/// Shown once: the database has only their hashes.
html::Html recovery_codes_page(const design::View& view, const std::vector<std::string>& codes);

}  // namespace primum::people
