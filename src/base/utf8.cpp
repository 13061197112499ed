#include "base/utf8.h"

namespace primum {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
    const unsigned a = byte_at(text, 0);
    const unsigned b = byte_at(text, 1);
    const auto follows = [&](std::size_t i) { return (byte_at(text, i) & 0xc0U) == 0x80U; };
    if (a >= 0xc2 && a <= 0xdf) return follows(1) && !(a == 0xc2 && b < 0xa0) ? 2 : 0;
    if (a >= 0xe0 && a <= 0xef) {
        const bool overlong = a == 0xe0 && b < 0xa0;
        const bool surrogate = a == 0xed && b > 0x9f;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (a >= 0xf0 && a <= 0xf4) {
        const bool outside = (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f);
        return follows(1) && follows(2) && follows(3) && !outside ? 4 : 0;
    }
    return 0;
}

}  // namespace primum
