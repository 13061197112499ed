#pragma once
// Text becomes markup: nothing in it can end the place it stands in.

#include <string>
#include <string_view>

namespace primum::html {

/// Appends text between tags: & < > become entities. What XML and HTML do not allow at all (control
/// characters, broken UTF-8) becomes U+FFFD, so that one odd name cannot spoil a whole picture.
void append_text(std::string& markup, std::string_view text);

/// The same for text between the double quotes of an attribute: " ' and line ends become entities
/// too.
void append_attribute(std::string& markup, std::string_view text);

}  // namespace primum::html
