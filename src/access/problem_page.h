#pragma once
// What people and programs are told where there is no page to show.

#include <string>
#include <string_view>

#include "base/checked.h"
#include "design/view.h"
#include "html/html.h"
#include "http/message.h"

namespace primum::access {

/// A page in plain words: what happened, and what to do now.
html::Html problem_page(const design::View& view, http::Status status);

/// For a form whose bytes could not be read.
html::Html unreadable_page(const design::View& view, const Refused& why);

/// The same for a program, as RFC 9457 has it: application/problem+json.
std::string problem_document(http::Status status, std::string_view request_id);

}  // namespace primum::access
