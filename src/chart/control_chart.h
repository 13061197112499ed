#pragma once
// A control chart or a run chart as SVG: values over time, and the lines they are compared with.

#include <chrono>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "chart/number.h"
#include "chart/palette.h"
#include "chart/time_plot.h"
#include "html/html.h"

namespace primum::chart {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct Point {
    double value = kNone;  ///< NaN: missing, the line is broken there
    Meaning meaning = Meaning::common;
    bool excluded = false;  ///< drawn hollow
    std::string note = {};  ///< the rules that fired, in words; may be empty
};

/// The lines at one point, in the units of its value. NaN where there is no such line.
struct Lines {
    double centre = kNone;
    double lower = kNone;
    double upper = kNone;
    double target = kNone;
};

/// A stretch with lines of its own: centre and limits are broken where it begins.
struct Phase {
    std::size_t begin = 0;
    bool on_trial = false;  ///< too few points for its limits to be relied on: drawn fainter
};

struct ControlChart {
    Caption caption;
    std::string unit;  ///< over the y axis: "per 1,000 bed days"
    NumberStyle numbers = NumberStyle::plain;
    std::string centre_name = "Mean";  ///< "Median" for a run chart

    std::vector<std::chrono::sys_days> dates;  ///< one a point and rising, or empty
    Spacing spacing = Spacing::by_date;
    std::vector<Point> points;
    std::vector<Lines> lines;   ///< one a point; what is beyond its end has no lines
    std::vector<Phase> phases;  ///< in order; empty is one phase
    std::vector<Annotation> annotations;
    Palette palette = Palette::accessible;
};

/// The narrow form shows this many of the latest points.
inline constexpr std::size_t kNarrowPoints = 24;

/// One picture, complete as a file of its own.
Html control_chart(const ControlChart& chart, Form form);

/// Both forms, for a page whose stylesheet (stylesheet.h) shows the one that fits.
Html control_chart(const ControlChart& chart);

}  // namespace primum::chart
