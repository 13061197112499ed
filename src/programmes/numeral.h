#pragma once
// Cohorts are counted as their programme does: I, II, III.

#include <string>

namespace primum::programmes {

/// Roman numerals from 1 to 3999; other numbers as they are.
std::string roman(int number);

}  // namespace primum::programmes
