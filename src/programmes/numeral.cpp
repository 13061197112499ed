#include "programmes/numeral.h"

#include <utility>

namespace primum::programmes {

std::string roman(int number) {
    constexpr int kMost = 3999;
    if (number < 1 || number > kMost) return std::to_string(number);
    constexpr std::pair<int, const char*> kSigns[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    std::string text;
    for (const auto& [value, sign] : kSigns)
        for (; number >= value; number -= value)
            text += sign;
    return text;
}

}  // namespace primum::programmes
