#pragma once
// What attackers try first: the list of the npm package @zxcvbn-ts/language-common.

#include <string_view>

namespace primum::people {

/// In lower case, as the list has it.
bool is_common_password(std::string_view word);

}  // namespace primum::people
