#pragma once
// Everything that the chart of a series is made of.

#include <optional>
#include <vector>

#include "measures/decision.h"
#include "measures/measure.h"
#include "measures/point.h"
#include "measures/series.h"

namespace primum::measures {

struct Material {
    Measure measure;
    Series series;
    std::vector<Point> points;  ///< in order of time
    std::vector<Decision> decisions;
    std::vector<Target> targets;

    spc::Chart chart() const { return series.chart.value_or(measure.now().chart); }
};

/// The measure is that of the series; find_measure finds it.
Material material_of(const store::Reader& db, const store::Readable& organisation,
                     const Measure& measure, const Series& series);

/// Where a chart begins a new phase, and whose doing that is.
struct NewPhase {
    Day from;
    const Decision* decision = nullptr;  ///< absent where a definition changed
    const Version* version = nullptr;    ///< absent where somebody decided
};
/// Decisions that stand and definitions that break, in order of time; those after the first point
/// and not after the last. Borrowed from the material.
std::vector<NewPhase> new_phases_of(const Material& material);

}  // namespace primum::measures
