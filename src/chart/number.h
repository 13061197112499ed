#pragma once
// Numbers as people read them.

#include <cstdint>
#include <string>

namespace primum::chart {

enum class NumberStyle : std::uint8_t {
    plain,       ///< 1,234.5
    proportion,  ///< 0.05 is written 5%
    percent,     ///< 5 is written 5%
};

/// How the numbers of one chart are written.
struct NumberFormat {
    NumberStyle style = NumberStyle::plain;
    int decimals = 0;
};

/// The format for gridlines that lie `step` apart.
NumberFormat format_for_step(NumberStyle style, double step);

/// The format for values on such a chart: a figure more than the gridlines have, where that tells
/// more.
NumberFormat format_for_values(NumberStyle style, double step);

/// Appends the number: commas over 999, a real minus sign, no decimals where they are all 0.
/// Numbers too large or too fine for that are written as 1.2 × 10²⁰. NaN is "no value",
/// infinity "unlimited".
void append_number(std::string& text, double value, NumberFormat format);
std::string number(double value, NumberFormat format);

/// The largest value that means anything in this style: 100%, or none.
double ceiling_of(NumberStyle style);

/// The same with all its decimals, so that the labels of one axis match.
void append_axis_number(std::string& text, double value, NumberFormat format);
std::string axis_number(double value, NumberFormat format);

}  // namespace primum::chart
