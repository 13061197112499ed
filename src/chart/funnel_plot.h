#pragma once
// A funnel plot as SVG: many organisations at one time, and limits that narrow as they grow.

#include <string>
#include <vector>

#include "chart/control_chart.h"

namespace primum::chart {

struct FunnelPoint {
    double denominator = kNone;
    double value = kNone;
    Meaning meaning = Meaning::common;
    std::string name = {};
    bool named = false;  ///< its name stands beside it, where there is room
};

/// The limits at one denominator; together they make the curves.
struct FunnelLimits {
    double denominator = kNone;
    double lower = kNone;  ///< the nearer pair, 95% by custom
    double upper = kNone;
    double outer_lower = kNone;  ///< the further pair, 99.8% by custom
    double outer_upper = kNone;
};

struct FunnelPlot {
    Caption caption;
    std::string unit;              ///< over the y axis
    std::string denominator_name;  ///< under the x axis: "Bed days"
    NumberStyle numbers = NumberStyle::plain;
    std::vector<FunnelPoint> points;
    std::vector<FunnelLimits> limits;  ///< by rising denominator; some 100 of them look smooth
    double centre = kNone;
    std::string centre_name = "Mean";
    std::string limit_name = "95% limit";
    std::string outer_limit_name = "99.8% limit";
    Palette palette = Palette::accessible;
};

/// One picture, complete as a file of its own. Points decide what is shown; limits that would
/// dwarf them are cut off at the plot's edge.
Html funnel_plot(const FunnelPlot& plot, Form form);

/// Both forms, for a page.
Html funnel_plot(const FunnelPlot& plot);

}  // namespace primum::chart
