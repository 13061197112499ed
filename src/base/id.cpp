#include "base/id.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace primum {
namespace {

constexpr bool is_dash(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    Uuid uuid;
    if (text.size() != uuid.text_.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c + ('a' - 'A'));
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (is_dash(i) ? c != '-' : !digit) return std::nullopt;
        uuid.text_[i] = c;
    }
    return uuid;
}

Uuid Uuid::make(Instant at, Random& random) {
    std::array<std::byte, 16> bytes{};
    random.fill(std::span(bytes).subspan(6));
    const auto millis = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count());
    for (unsigned i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::byte>(millis >> (40 - 8 * i));
    bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x70};  // version 7
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};  // the RFC's variant

    Uuid uuid;
    std::size_t place = 0;
    for (const std::byte byte : bytes) {
        if (is_dash(place)) ++place;
        constexpr char kDigits[] = "0123456789abcdef";
        uuid.text_[place++] = kDigits[std::to_integer<unsigned>(byte) >> 4];
        uuid.text_[place++] = kDigits[std::to_integer<unsigned>(byte) & 15];
    }
    return uuid;
}

}  // namespace primum
