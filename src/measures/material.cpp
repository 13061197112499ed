#include "measures/material.h"

#include <algorithm>

namespace primum::measures {

Material material_of(const store::Reader& db, const store::Readable& organisation,
                     const Measure& measure, const Series& series) {
    return {.measure = measure,
            .series = series,
            .points = points_of(db, organisation, series.id),
            .decisions = decisions_of(db, organisation, series.id),
            .targets = targets_of(db, organisation, series.id)};
}

std::vector<NewPhase> new_phases_of(const Material& material) {
    std::vector<NewPhase> phases;
    if (material.points.empty()) return phases;
    const Day first = material.points.front().said.period;
    const Day last = material.points.back().said.period;
    const auto inside = [&](Day day) { return first < day && day <= last; };
    for (const Decision& decision : material.decisions)
        if (decision.stands() && decision.kind == Decision::Kind::rebase && inside(decision.from))
            phases.push_back({.from = decision.from, .decision = &decision});
    for (const Version& version : material.measure.versions)
        if (version.breaks && inside(version.from))
            phases.push_back({.from = version.from, .version = &version});
    std::stable_sort(phases.begin(), phases.end(),
                     [](const NewPhase& a, const NewPhase& b) { return a.from < b.from; });
    return phases;
}

}  // namespace primum::measures
