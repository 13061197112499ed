#pragma once
// Markup in a form that can be compared: one line a tag or a text, attributes in order, white space
// as a browser sees it.

#include <string>
#include <string_view>

namespace primum {

/// The shapes inside icons are left out: ours are our own drawings.
std::string comparable(std::string_view markup);

}  // namespace primum
