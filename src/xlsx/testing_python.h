#pragma once
// Python, for tests that ask somebody else.

#include <string>

namespace primum::xlsx {

/// What a script prints that is given the name of a file with these bytes.
std::string python(const std::string& script, const std::string& bytes);

}  // namespace primum::xlsx
