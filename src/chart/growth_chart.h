#pragma once
// How a number of members grows towards as many as there could be, and where it may go next.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "chart/frame.h"
#include "chart/time_plot.h"

namespace primum::chart {

struct GrowthPoint {
    std::chrono::sys_days day;
    double members;
    double possible;  ///< as many as there could be
};

/// What may come: a band that holds most of it, and its middle.
struct GrowthAhead {
    std::chrono::sys_days day;
    double expected;
    double lower;
    double upper;
};

struct GrowthChart {
    Caption caption;
    std::string unit;           ///< over the y axis: "Trusts"
    std::string members_name;   ///< at the end of the line: "Members"
    std::string possible_name;  ///< "Eligible"
    std::string ahead_name;     ///< "Forecast"
    std::vector<GrowthPoint> points;
    std::vector<GrowthAhead> ahead;  ///< later than the points; may be empty
    std::vector<Annotation> annotations = {};
};

/// One picture, complete as a file of its own. The narrow form shows the latest 24 moments.
Html growth_chart(const GrowthChart& chart, Form form);
/// Both forms.
Html growth_chart(const GrowthChart& chart);

}  // namespace primum::chart
