#include "html/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace primum::html {
namespace {

template <class T>
void append_characters(std::string& markup, T value) {
    char buffer[32];
    markup.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

}  // namespace

void append_number(std::string& markup, long long value) {
    append_characters(markup, value);
}

void append_number(std::string& markup, unsigned long long value) {
    append_characters(markup, value);
}

void append_number(std::string& markup, double value) {
    append_characters(markup, value);
}

void append_number(std::string& markup, Tenths value) {
    constexpr double kFarthest = 1e6;
    const double seen =
        std::isnan(value.value) ? 0 : std::clamp(value.value, -kFarthest, kFarthest);
    const int tenths = static_cast<int>(seen * 10 + (seen < 0 ? -0.5 : 0.5));

    // From the last digit to the first.
    char buffer[16];
    char* const end = buffer + sizeof buffer;
    char* begin = end;
    const int magnitude = std::abs(tenths);
    if (magnitude % 10 != 0) {
        *--begin = static_cast<char>('0' + magnitude % 10);
        *--begin = '.';
    }
    int whole = magnitude / 10;
    do {
        *--begin = static_cast<char>('0' + whole % 10);
        whole /= 10;
    } while (whole != 0);
    if (tenths < 0) *--begin = '-';
    markup.append(begin, end);
}

}  // namespace primum::html
