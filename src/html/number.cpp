#include "html/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>

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
    int tenths = static_cast<int>(seen * 10 + (seen < 0 ? -0.5 : 0.5));

    char buffer[16];
    char* end = buffer;
    if (tenths < 0) {
        *end++ = '-';
        tenths = -tenths;
    }
    end = std::to_chars(end, buffer + sizeof buffer, tenths / 10).ptr;
    if (tenths % 10 != 0) {
        *end++ = '.';
        *end++ = static_cast<char>('0' + tenths % 10);
    }
    markup.append(buffer, end);
}

}  // namespace primum::html
