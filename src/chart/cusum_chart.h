#pragma once
// Sums over time as SVG: a CUSUM's two sums and its decision limits, a VLAD's one, expected minus
// observed.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "chart/control_chart.h"

namespace primum::chart {

/// One line of sums.
struct Trace {
    std::string name;                        ///< at its right end: "Rising", "Falling"
    std::vector<double> values;              ///< one a point; NaN breaks the line
    std::vector<std::uint8_t> signals = {};  ///< 1 where the trace is beyond its limit; or empty
    Meaning meaning = Meaning::neutral;      ///< of its signals
};

struct CusumChart {
    Caption caption;
    std::string unit;
    NumberStyle numbers = NumberStyle::plain;

    std::vector<std::chrono::sys_days> dates;  ///< one a point and rising, or empty
    Spacing spacing = Spacing::by_date;
    std::vector<Trace> traces;
    double upper = kNone;  ///< decision limits; NaN where there is none
    double lower = kNone;
    std::vector<Annotation> annotations;
    Palette palette = Palette::accessible;
};

/// One picture, complete as a file of its own. Both forms show all points, since each sum rests on
/// those before it. Zero is drawn as a line of its own.
Html cusum_chart(const CusumChart& chart, Form form);

/// Both forms, for a page.
Html cusum_chart(const CusumChart& chart);

}  // namespace primum::chart
