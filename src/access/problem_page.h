#pragma once
// What people and programs are told where there is no page to show.

#include <string>
#include <string_view>
#include <vector>

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

/// One thing that is wrong in what a program sent.
struct Fault {
    std::string pointer;  ///< where, as RFC 6901 has it: "/points/3/numerator"
    std::string detail;
};

/// A refusal for a program that says more than its status does.
http::Response problem(http::Status status, std::string_view detail, std::string_view request_id,
                       const std::vector<Fault>& faults = {});

}  // namespace primum::access
