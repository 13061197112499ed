#pragma once
// Text to be copied.

#include <string>
#include <string_view>

#include "design/view.h"
#include "html/html.h"

namespace primum::api {

/// As it must be copied, with a button for it where there is JavaScript. `kind` says to programs
/// what it is: "shell", "powerquery", "token".
html::Html snippet(const design::View& view, std::string_view kind, const std::string& text);

}  // namespace primum::api
