#include "chart/text_width.h"

#include <array>
#include <cstdint>

namespace primum::chart {
namespace {

// Widths of Helvetica's characters from space to ~ in thousandths of the size (Adobe's published
// font metrics); Arial and Liberation Sans share them.
constexpr std::array<std::uint16_t, 95> kWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr int kOther = 722;
constexpr double kRoomForOtherFonts = 1.07;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

int thousandths(char c) {
    if (continues(c)) return 0;
    const unsigned char byte = static_cast<unsigned char>(c);
    return byte >= ' ' && byte <= '~' ? kWidths[byte - ' '] : kOther;
}

}  // namespace

double text_width(std::string_view text, double size_px) {
    int sum = 0;
    for (char c : text)
        sum += thousandths(c);
    return sum * size_px * kRoomForOtherFonts / 1000;
}

std::string shortened(std::string_view text, double size_px, double widest_px) {
    if (text_width(text, size_px) <= widest_px) return std::string(text);
    double room = widest_px - text_width("…", size_px);
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size() && room >= 0; ++i) {
        if (!continues(text[i])) end = i;
        room -= text_width(text.substr(i, 1), size_px);
    }
    while (end > 0 && text[end - 1] == ' ')
        --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace primum::chart
