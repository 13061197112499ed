#pragma once
// What the files of series are called.

#include <string>
#include <vector>

namespace primum::datasets {

/// One file name, without extension, for each series: its own name where that is safe on every
/// system and in a link, and otherwise like it. No two are the same, not even in capitals only, and
/// none is a name that a gallery or a system keeps for itself.
std::vector<std::string> file_names(const std::vector<std::string>& series);

}  // namespace primum::datasets
