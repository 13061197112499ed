#pragma once
// One series of a study as a chart to draw.

#include <cstddef>
#include <string>

#include "chart/control_chart.h"
#include "datasets/study.h"

namespace primum::datasets {

/// The chart of one series with its unit, caption and dates. `title` says what is
/// measured, `format` is number_format(study).
chart::ControlChart chart_of(const Study& study, std::size_t member, const std::string& title,
                             chart::NumberFormat format);

}  // namespace primum::datasets
