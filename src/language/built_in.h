#pragma once
// The catalogues that travel inside the executable.

#include <string_view>
#include <vector>

namespace primum::language {

struct BuiltIn {
    std::string_view code;  ///< "cy"
    std::string_view mo;    ///< a compiled catalogue
};

std::vector<BuiltIn> built_in();

}  // namespace primum::language
