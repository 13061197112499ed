#pragma once
// Styles, scripts and pictures as answers.

#include <optional>

#include "http/message.h"

namespace primum::access {

/// The asset at the path of a request, in the smallest form its browser takes; nothing where there
/// is none.
std::optional<http::Response> answer_asset(const http::Request& request);

}  // namespace primum::access
