#include "chart/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace primum::chart {
namespace {

constexpr int kMostDecimals = 15;
constexpr int kFineDecimals = 9;
constexpr double kSmallestInFull = 1e-5;  // where more than kFineDecimals are asked for
constexpr double kLargestInFull = 1e12;
enum class Zeros : std::uint8_t { kept, dropped };

int decimals_of(double step) {
    return static_cast<int>(std::max(0.0, std::ceil(-std::log10(step) - 1e-6)));
}

void append_power(std::string& text, int exponent) {
    constexpr std::string_view kSuperscripts[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    text += " × 10";
    if (exponent < 0) text += "⁻";
    for (char digit : std::to_string(std::abs(exponent)))
        text += kSuperscripts[static_cast<std::size_t>(digit - '0')];
}

// "1.25e+20" becomes 1.25 × 10²⁰.
void append_scientific(std::string& text, double magnitude) {
    char buffer[32];
    const char* end =
        std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific, 2)
            .ptr;
    const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t e = written.find('e');
    text += written.substr(0, written.find_last_not_of(".0", e - 1) + 1);
    int exponent = 0;
    std::from_chars(buffer + e + (written[e + 1] == '+' ? 2 : 1), end, exponent);
    append_power(text, exponent);
}

void append_fixed(std::string& text, double magnitude, int decimals, Zeros zeros) {
    char buffer[64];
    const char* end =
        std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::fixed, decimals)
            .ptr;
    std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t point = std::min(written.find('.'), written.size());
    if (zeros == Zeros::dropped && written.find_first_not_of("0", point + 1) == written.npos)
        written = written.substr(0, point);

    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) text += ',';
        text += written[i];
    }
    text += written.substr(point);
}

void append(std::string& text, double value, NumberFormat format, Zeros zeros) {
    if (std::isnan(value)) {
        text += "no value";
        return;
    }
    if (std::isinf(value)) {
        text += value < 0 ? "−unlimited" : "unlimited";
        return;
    }
    const double shown = format.style == NumberStyle::proportion ? value * 100 : value;
    const double magnitude = std::abs(shown);
    const bool too_fine = format.decimals > kFineDecimals && magnitude < kSmallestInFull;
    const bool scientific = magnitude >= kLargestInFull || (too_fine && magnitude > 0);
    const int decimals = too_fine ? 0 : std::min(format.decimals, kMostDecimals);
    const double smallest = 0.5 * std::pow(10, -format.decimals);
    if (shown < 0 && (scientific || magnitude >= smallest)) text += "−";
    if (scientific) {
        append_scientific(text, magnitude);
    } else {
        append_fixed(text, magnitude, decimals, zeros);
    }
    if (format.style != NumberStyle::plain) text += '%';
}

}  // namespace

NumberFormat format_for_step(NumberStyle style, double step) {
    return {style, decimals_of(style == NumberStyle::proportion ? step * 100 : step)};
}

NumberFormat format_for_values(NumberStyle style, double step) {
    NumberFormat format = format_for_step(style, step / 10 * 1.001);
    const double shown_step = style == NumberStyle::proportion ? step * 100 : step;
    if (shown_step < 20.001) format.decimals = std::max(format.decimals, 1);
    return format;
}

void append_number(std::string& text, double value, NumberFormat format) {
    append(text, value, format, Zeros::dropped);
}

std::string number(double value, NumberFormat format) {
    std::string text;
    append_number(text, value, format);
    return text;
}

void append_axis_number(std::string& text, double value, NumberFormat format) {
    append(text, value, format, Zeros::kept);
}

std::string axis_number(double value, NumberFormat format) {
    std::string text;
    append_axis_number(text, value, format);
    return text;
}

double ceiling_of(NumberStyle style) {
    switch (style) {
        case NumberStyle::proportion:
            return 1;
        case NumberStyle::percent:
            return 100;
        case NumberStyle::plain:
            break;
    }
    return std::numeric_limits<double>::max();
}

}  // namespace primum::chart
