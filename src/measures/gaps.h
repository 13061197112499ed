#pragma once
// Periods without a number are seen as such.

#include "chart/control_chart.h"
#include "measures/material.h"

namespace primum::measures {

/// Puts an empty place into a chart for each period of which nobody has said anything, so that its
/// line breaks there. A gap of more than a hundred periods is drawn as a hundred. Events have no
/// periods. Expects a point of the chart for each of the material.
void break_at_missing(chart::ControlChart& chart, const Material& material);

}  // namespace primum::measures
