#pragma once
// What a browser says of its reader's languages.

#include <string>
#include <string_view>
#include <vector>

namespace primum::language {

/// The tags of an Accept-Language header (RFC 9110, section 12.5.4), most wanted first and in lower
/// case, without those that are not wanted at all. What does not parse is left out.
std::vector<std::string> wanted_languages(std::string_view accept_language);

}  // namespace primum::language
