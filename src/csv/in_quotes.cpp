#include "csv/in_quotes.h"

#include <cstddef>

namespace primum::csv {
namespace {

constexpr std::size_t kMostCharacters = 40;

bool continues_a_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7F;
}

}  // namespace

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    std::size_t characters = 0;
    for (const char byte : text) {
        if (!continues_a_character(byte) && ++characters > kMostCharacters) return out + "...'";
        out += is_control(byte) ? '?' : byte;
    }
    return out + "'";
}

}  // namespace primum::csv
