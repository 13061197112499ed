#include "measures/study.h"

#include <chrono>
#include <cmath>
#include <utility>

#include "datasets/sentence.h"
#include "datasets/series_chart.h"
#include "datasets/summary.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

using spc::kMissing;

datasets::Key key_of(Day day) {
    return day.time_since_epoch().count();
}

/// Values of events without a number: days since the event before.
double days_since_before(const std::vector<Point>& points, std::size_t at) {
    if (at == 0) return kMissing;
    return static_cast<double>((points[at].said.period - points[at - 1].said.period).count());
}

double value_of(const Material& material, std::size_t at) {
    const Said& said = material.points[at].said;
    if (said.numerator) return *said.numerator;
    const bool event = material.measure.on(said.period).says.frequency == Frequency::event;
    return event ? days_since_before(material.points, at) : kMissing;
}

/// A phase for each day on which lines begin anew, with the baseline that was decided for it.
std::vector<spc::Phase> phases_of(const Material& material) {
    std::vector<spc::Phase> phases = {{}};
    std::size_t at = 0;
    for (const NewPhase& phase : new_phases_of(material)) {
        while (material.points[at].said.period < phase.from)
            ++at;
        if (phases.back().begin != at) phases.push_back({.begin = at});
        if (phase.decision != nullptr)
            phases.back().baseline = static_cast<std::size_t>(phase.decision->baseline);
    }
    for (const Decision& decision : material.decisions) {
        if (!decision.stands() || decision.kind != Decision::Kind::baseline) continue;
        spc::Phase* holds = &phases.front();
        for (spc::Phase& phase : phases)
            if (material.points[phase.begin].said.period <= decision.from) holds = &phase;
        holds->baseline = static_cast<std::size_t>(decision.baseline);
    }
    return phases;
}

/// What the points become on this chart: their values alone where it divides by nothing.
datasets::Dataset dataset_of(const Material& material) {
    const Definition& says = material.measure.now();
    datasets::Dataset data;
    const bool divides = says.divides() && datasets::takes_denominators(material.chart());
    bool excludes = false;
    for (std::size_t i = 0; i < material.points.size(); ++i) {
        const Said& said = material.points[i].said;
        data.keys.push_back(key_of(said.period));
        data.values.push_back(value_of(material, i));
        if (divides) data.denominators.push_back(said.denominator.value_or(kMissing));
        if (!material.targets.empty())
            data.targets.push_back(target_on(material.targets, said.period).value_or(kMissing));
        data.excluded.push_back(said.excluded.empty() ? 0 : 1);
        data.row_numbers.push_back(static_cast<std::uint32_t>(i + 1));
        excludes = excludes || !said.excluded.empty();
    }
    if (!excludes) data.excluded.clear();
    data.calendar = calendar_of(says.frequency);
    data.value_name = says.numerator;
    if (divides) data.denominator_name = says.denominator;
    data.members.push_back({.name = material.series.stratum,
                            .begin = 0,
                            .end = data.values.size(),
                            .phases = phases_of(material)});
    return data;
}

std::optional<double> number(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// The last signal that reaches the latest point: the one that names it comes first in priority.
const spc::Signal* naming(const std::vector<spc::Signal>& signals, std::size_t latest) {
    const spc::Signal* found = nullptr;
    for (const spc::Signal& signal : signals)
        if (signal.first <= latest && latest <= signal.last &&
            (found == nullptr || signal.rule < found->rule))
            found = &signal;
    return found;
}

}  // namespace

Checked<datasets::Study> study_of(const Material& material) {
    datasets::Notes notes;
    datasets::Method method{.chart = material.chart(), .rules = material.series.rules};
    method.options.better = material.measure.now().better;
    method.options.multiply = material.measure.now().multiplier;
    return datasets::study_of(dataset_of(material), method, notes);
}

chart::ControlChart chart_of(const Material& material, const datasets::Study& study) {
    const Definition& says = material.measure.now();
    auto chart = datasets::chart_of(study, 0, says.name, datasets::number_format(study));
    if (!says.unit.empty()) chart.unit = says.unit;
    for (const NewPhase& phase : new_phases_of(material))
        chart.annotations.push_back(
            {.date = phase.from,
             .words = phase.decision != nullptr ? phase.decision->change : phase.version->reason});
    for (const Point& point : material.points)
        if (!point.said.note.empty())
            chart.annotations.push_back({.date = point.said.period, .words = point.said.note});
    return chart;
}

Reading reading_of(const Material& material, const Checked<datasets::Study>& study) {
    Reading reading{.revision = material.series.revision};
    if (!study) return reading;
    const auto summary = datasets::summary_of(*study, 0);
    const spc::Analysis& analysis = study->analyses[0];
    reading.points = static_cast<int>(summary.points);
    if (!summary.latest) return reading;
    reading.latest = material.points[*summary.latest].said.period;
    reading.value = number(summary.value);
    reading.centre = number(summary.limits.centre);
    reading.lower = number(summary.limits.lower);
    reading.upper = number(summary.limits.upper);
    reading.target = number(summary.target);
    reading.variation = analysis.variation;
    reading.assurance = analysis.assurance;
    reading.standing = datasets::standing_of(analysis.variation, analysis.assurance);
    const auto signals = spc::signals_of(analysis);
    if (const spc::Signal* signal = naming(signals, *summary.latest)) {
        reading.signal_rule = spc::name_of(signal->rule);
        reading.signal_since = material.points[signal->first].said.period;
    }
    return reading;
}

}  // namespace primum::measures
