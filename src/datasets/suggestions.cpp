#include "datasets/suggestions.h"

#include <fmt/format.h>

#include "datasets/summary.h"

namespace primum::datasets {
namespace {

std::vector<double> centres_of(const spc::Analysis& analysis) {
    std::vector<double> centres;
    centres.reserve(analysis.values.size());
    for (std::size_t i = 0; i < analysis.values.size(); ++i)
        centres.push_back(analysis.limits_at(i).centre);
    return centres;
}

/// Each value of these charts tells of two points, so neighbours are no evidence of a shift.
bool is_of_ranges(spc::Chart chart) {
    return chart == spc::Chart::moving_range || chart == spc::Chart::moving_s;
}

}  // namespace

std::vector<spc::SuggestedRebase> suggestions_of(const Study& study, std::size_t member) {
    if (is_of_ranges(study.options.chart)) return {};
    const auto& analysis = study.analyses[member];
    const auto series = series_of(study.data, study.data.members[member]);
    const auto centres = centres_of(analysis);
    std::vector<std::size_t> begins;
    for (const auto& phase : analysis.phases)
        begins.push_back(phase.begin);
    const auto found = spc::suggest_rebases({.values = analysis.values,
                                             .centres = centres,
                                             .denominators = series.denominators,
                                             .excluded = series.excluded,
                                             .phase_begins = begins});
    return found.value_or(std::vector<spc::SuggestedRebase>());
}

std::string sentence_of(const Study& study, std::size_t member,
                        const spc::SuggestedRebase& suggestion, chart::NumberFormat format) {
    const auto& data = study.data;
    const Key key = data.keys[data.members[member].begin + suggestion.begin];
    const bool lasts = suggestion.reason == spc::RebaseReason::shift_lasts;
    return fmt::format(
        "From {}{}, {} points lie {} the {} of {} and average {}: if you know why, new "
        "lines from there (--rebase {}) would fit better.",
        data.calendar.spoken(key), lasts ? " on" : "", suggestion.points,
        suggestion.above ? "above" : "below", centre_name(study) == "Median" ? "median" : "mean",
        chart::number(suggestion.old_centre, format), chart::number(suggestion.new_centre, format),
        data.calendar.written(key));
}

}  // namespace primum::datasets
