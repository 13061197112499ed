#include "datasets/chart_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "datasets/headings.h"
#include "spc/choice.h"

namespace primum::datasets {
namespace {

constexpr std::size_t kMostAsked = 250;

/// What headings tell of the numbers below them.
spc::Nature nature_of(const Dataset& data) {
    const std::string denominator = plain_heading(data.denominator_name);
    if (is_between_events(data.value_name)) return spc::Nature::between_events;
    for (const std::string_view word : {"days", "hours", "exposure"})
        if (denominator.ends_with(word)) return spc::Nature::exposure;
    return spc::Nature::unknown;
}

}  // namespace

spc::Chart choose_chart(const Dataset& data, Notes& notes) {
    struct Votes {
        std::size_t count = 0;
        spc::Choice first;
    };
    std::map<spc::Chart, Votes> votes;
    const auto nature = nature_of(data);
    // Hundreds tell as much as thousands would.
    const std::size_t step = (data.members.size() + kMostAsked - 1) / kMostAsked;
    std::size_t asked = 0;
    for (std::size_t i = 0; i < data.members.size(); i += step, ++asked) {
        const auto series = series_of(data, data.members[i]);
        auto choice = spc::choose_chart(series.values, series.denominators, nature);
        auto& vote = votes[choice.chart];
        if (vote.count++ == 0) vote.first = std::move(choice);
    }
    const auto& [chart, most] = *std::max_element(
        votes.begin(), votes.end(),
        [](const auto& a, const auto& b) { return a.second.count < b.second.count; });
    const std::string share =
        votes.size() == 1
            ? ""
            : fmt::format(" This suits {} of {} series, and all are drawn so.", most.count, asked);
    notes.push_back(fmt::format("Chosen: {}{}", most.first.reason, share));
    if (!most.first.advice.empty()) notes.push_back(most.first.advice);
    return chart;
}

}  // namespace primum::datasets
