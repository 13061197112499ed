#pragma once
// From the points of a series to a control chart and what it says: the same engine, and the same
// reading of a file, as `primum analyse`.

#include "base/checked.h"
#include "chart/control_chart.h"
#include "datasets/study.h"
#include "measures/material.h"
#include "measures/reading.h"

namespace primum::measures {

/// A study with one member, its only series. Points whose number is missing are NaN; periods of
/// which nobody said anything are not there. An event without a number is worth the days since the
/// event before it; the first is NaN then. Refuses what the chart cannot show, in one sentence:
/// no points, a share above one, an event on a t chart that follows on the same day.
Checked<datasets::Study> study_of(const Material& material);

/// The chart, with a mark for each new phase and each note, and the definition's unit.
chart::ControlChart chart_of(const Material& material, const datasets::Study& study);

/// What is kept of the study for boards; with no points, or with a refusal, one that says nothing.
Reading reading_of(const Material& material, const Checked<datasets::Study>& study);

}  // namespace primum::measures
