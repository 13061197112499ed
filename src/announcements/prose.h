#pragma once
// Plain paragraphs as markup: no tags are understood, and web addresses become links.

#include <string_view>

#include "html/html.h"

namespace primum::announcements {

/// A paragraph for each stretch of lines; lines stay lines. What begins with http:// or https://
/// and is a safe address becomes a link, without the full stop or bracket behind it.
html::Html prose(std::string_view body);

}  // namespace primum::announcements
