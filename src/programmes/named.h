#pragma once
// Names as people write them into a field, one a line.

#include <string>
#include <string_view>
#include <vector>

namespace primum::programmes {

struct Named {
    std::string name;
    std::string email;  ///< empty where there is none
};

std::vector<Named> all_named(std::string_view lines);

}  // namespace primum::programmes
