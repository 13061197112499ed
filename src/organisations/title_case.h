#pragma once
// Registers shout; people read "St Agnes' Hospital NHS Foundation Trust".

#include <string>
#include <string_view>

namespace primum::organisations {

/// A name in capitals as people write it: words begin with a capital, small words and possessives
/// do not, abbreviations (NHS, ICB) and words with digits stay as they are. A name that has small
/// letters already is left alone.
std::string title_case(std::string_view name);

}  // namespace primum::organisations
