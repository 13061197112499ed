#pragma once
// What the engine found, as a chart to draw.

#include <chrono>
#include <span>

#include "chart/control_chart.h"
#include "spc/analysis.h"

namespace primum::chart {

/// A control chart (a run chart, where there are no limits) of an analysis and of the series and
/// options that it came from. `dates` rise, one a point; empty where points have none. Targets are
/// in the units of the plotted values. The caller adds unit, caption, number style and annotations.
/// Phases with fewer than spc::kEnoughPoints base points are marked as on trial, unless the lines
/// were given. Expects an analysis without a problem; of one with a problem nothing is drawn.
ControlChart control_chart_of(const spc::Analysis& analysis, const spc::Series& series,
                              const spc::Options& options,
                              std::span<const std::chrono::sys_days> dates);

/// What a point says, as a mark shows it.
Meaning meaning_of(spc::Reading reading);

/// The rules that fired on a point: "outside the limits; 7 or more in a row on one side".
std::string words_of(const spc::PointSignals& signals, const spc::Rules& rules);

}  // namespace primum::chart
