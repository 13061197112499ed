#pragma once
// How many there were so far, beside how many there would have been: two sums that grow apart, or
// do not.

#include <chrono>
#include <string>
#include <vector>

#include "chart/time_plot.h"

namespace primum::chart {

/// Sums up to the end of a period; NaN where there is none to show.
struct ExpectedPoint {
    std::chrono::sys_days day;
    double observed;
    double expected;
    double with_trend;  ///< what the earlier trend alone would have made of it
    double lower;       ///< where the observed sum would lie had nothing changed
    double upper;
};

struct ExpectedChart {
    Caption caption;
    std::string unit;           ///< over the y axis: "Deaths so far"
    std::string observed_name;  ///< at the ends of the lines
    std::string expected_name;
    std::string with_trend_name;
    std::vector<ExpectedPoint> points;
};

/// One picture, complete as a file of its own.
Html expected_chart(const ExpectedChart& chart, Form form);
/// Both forms.
Html expected_chart(const ExpectedChart& chart);

}  // namespace primum::chart
