#pragma once
// What we decided on the reader's behalf, to be said aloud.

#include <string>
#include <vector>

namespace primum::datasets {

/// Sentences about guesses and peculiarities, in the order in which they were met.
using Notes = std::vector<std::string>;

}  // namespace primum::datasets
