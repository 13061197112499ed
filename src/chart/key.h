#pragma once
// What the marks of a chart mean, as a list to stand above it.

#include "chart/control_chart.h"

namespace primum::chart {

/// The key of a chart: only what occurs in it. Nothing when nothing does.
Html key(const ControlChart& chart);

}  // namespace primum::chart
