#pragma once
// A Pareto chart as SVG, lying on its side so that long names can be read: what occurs most comes
// first, and a line shows how much of all the first few make up. Bars and line share one scale.

#include <string>
#include <vector>

#include "chart/control_chart.h"

namespace primum::chart {

struct ParetoBar {
    std::string name;
    double count = kNone;
    double share = kNone;             ///< of all, 0 to 1
    double cumulative_share = kNone;  ///< of this bar and those before it
};

struct ParetoChart {
    Caption caption;
    std::string unit;             ///< what was counted: "incidents"
    std::vector<ParetoBar> bars;  ///< by falling count
    double vital_share = 0.8;     ///< bars up to this share of all stand out; NaN: none does
};

/// One picture, complete as a file of its own; each bar makes it taller.
Html pareto_chart(const ParetoChart& chart, Form form);

/// Both forms, for a page.
Html pareto_chart(const ParetoChart& chart);

}  // namespace primum::chart
