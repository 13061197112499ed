#include <string>

#include "language/language.h"

namespace primum::language {

std::string Language::whole(std::int64_t number) const {
    const std::string_view mark = say(sentence(","));
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, mark);
    }
    return digits;
}

}  // namespace primum::language
