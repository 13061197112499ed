#include "datasets/study.h"

#include <algorithm>
#include <utility>

#include "datasets/chart_choice.h"
#include "datasets/problem.h"
#include "spc/batch.h"
#include "spc/names.h"

namespace primum::datasets {

bool takes_subgroups(spc::Chart chart) {
    return chart == spc::Chart::x_bar || chart == spc::Chart::s;
}

bool takes_denominators(spc::Chart chart) {
    using enum spc::Chart;
    return chart != c && chart != g && chart != t && !takes_subgroups(chart);
}

Checked<Study> study_of(Dataset data, const Method& method, Notes& notes) {
    Study study{std::move(data), method.options, method.rules, {}};
    study.options.chart = method.chart ? *method.chart : choose_chart(study.data, notes);
    if (study.options.chart == spc::Chart::s) std::swap(study.data.values, study.data.spreads);

    const auto rules = spc::rules_named(method.rules, study.options.chart);
    if (!rules)
        return refuse("There are no rules '" + method.rules + "': see --help for their names.");
    study.options.rules = *rules;

    const auto& members = study.data.members;
    study.analyses.resize(members.size());
    spc::analyse_all(
        members.size(),
        [&](std::size_t i) { return std::pair(series_of(study.data, members[i]), study.options); },
        [&](std::size_t i, const spc::Analysis& analysis) { study.analyses[i] = analysis; });

    const auto failed = std::find_if(study.analyses.begin(), study.analyses.end(),
                                     [](const auto& analysis) { return bool(analysis.problem); });
    if (failed == study.analyses.end()) return study;
    const auto& member = members[static_cast<std::size_t>(failed - study.analyses.begin())];
    return refuse(sentence_of(failed->problem, study.data, member, study.options.chart));
}

}  // namespace primum::datasets
