#pragma once
// A series as small as a word, for the row of a table: its course, its centre and its latest point.

#include <optional>
#include <string_view>

#include "chart/control_chart.h"
#include "chart/scale.h"

namespace primum::chart {

/// The latest points of a chart in 120 by 32 px (so 24 points by default): limits as a pale band,
/// the centre as a thin line, special causes and the last point as shapes. `name` says what it
/// shows to those who do not see it: "Falls with harm, last 24 months".
Html sparkline(const ControlChart& chart, std::string_view name,
               std::size_t latest = kNarrowPoints);

/// The values and limits of those latest points: joined over several charts, the scale on which
/// their heights can be compared.
Extent extent_of(const ControlChart& chart, std::size_t latest = kNarrowPoints);

/// The same picture twice as wide and three times as high, on a scale that it shares with others.
Html small_multiple(const ControlChart& chart, std::string_view name, const Extent& values,
                    std::size_t latest = kNarrowPoints);

}  // namespace primum::chart
