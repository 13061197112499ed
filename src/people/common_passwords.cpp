#include "people/common_passwords.h"

#include <cstddef>

namespace primum::people {
namespace {

// One a line, sorted by their bytes; web/common-passwords.mjs writes them while building.
constexpr char kText[] =
#include "common_passwords.inc"
    ;
constexpr std::string_view kWords(kText, sizeof kText - 1);

}  // namespace

bool is_common_password(std::string_view word) {
    // Lines that may still be it lie between the two, which are beginnings of lines.
    std::size_t from = 0;
    std::size_t until = kWords.size();
    while (from < until) {
        const std::size_t middle = from + (until - from) / 2;
        const std::size_t before = kWords.rfind('\n', middle == 0 ? kWords.npos : middle - 1);
        const std::size_t start =
            middle == 0 || before == kWords.npos || before < from ? from : before + 1;
        const std::size_t end = kWords.find('\n', start);
        const int order = word.compare(kWords.substr(start, end - start));
        if (order == 0) return true;
        order < 0 ? until = start : from = end + 1;
    }
    return false;
}

}  // namespace primum::people
