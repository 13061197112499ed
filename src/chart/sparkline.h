#pragma once
// A series as small as a word, for the row of a table: its course, its centre and its latest point.

#include <string>
#include <vector>

#include "chart/control_chart.h"

namespace primum::chart {

/// The latest points of a chart in 120 by 32 px (so 24 points by default): limits as a pale band,
/// the centre as a thin line, special causes and the last point as shapes. `name` says what it
/// shows to those who do not see it: "Falls with harm, last 24 months".
Html sparkline(const ControlChart& chart, std::string_view name,
               std::size_t latest = kNarrowPoints);

}  // namespace primum::chart
