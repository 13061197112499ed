#include "momentum/engagement.h"

#include <algorithm>
#include <cmath>

#include "language/language.h"

namespace primum::momentum {
namespace {

using language::sentence;

constexpr std::chrono::days kSilent{60};
constexpr std::chrono::days kLongSilent{90};
constexpr double kWasWarm = 8;

double counted(const Weight& weight, int acts) {
    return weight.points * std::min(acts, weight.most);
}

int count(const Index& index, ActKind act) {
    return index.counts[static_cast<std::size_t>(act)];
}

}  // namespace

std::vector<Weight> first_weights() {
    return {{ActKind::joined, 5, 1},          {ActKind::staff_letter, 3, 1},
            {ActKind::review_training, 3, 1}, {ActKind::chose, 2, 3},
            {ActKind::personal_pledge, 1, 5}, {ActKind::applied, 4, 1},
            {ActKind::enrolled, 5, 1},        {ActKind::booked, 1, 4},
            {ActKind::attended, 3, 4},        {ActKind::promised, 2, 4},
            {ActKind::promise_kept, 4, 4},    {ActKind::pledge_done, 3, 5},
            {ActKind::part_attended, 4, 4},   {ActKind::team_complete, 6, 1},
            {ActKind::task_done, 2, 6},       {ActKind::assessed, 4, 2},
            {ActKind::gap_closed, 4, 4},      {ActKind::data_sent, 2, 6}};
}

Index index_on(std::span<const Act> acts, std::span<const Weight> weights, Day day) {
    Index index;
    for (const Act& act : acts)
        if (act.day > day - kWindow && act.day <= day)
            ++index.counts[static_cast<std::size_t>(act.kind)];
    for (const Weight& weight : weights)
        index.points += counted(weight, count(index, weight.act));
    return index;
}

std::vector<Change> why_it_moved(const Index& before, const Index& now,
                                 std::span<const Weight> weights) {
    std::vector<Change> changes;
    for (const Weight& weight : weights) {
        const int was = count(before, weight.act);
        const int is = count(now, weight.act);
        const double points = counted(weight, is) - counted(weight, was);
        if (points != 0) changes.push_back({weight.act, was, is, points});
    }
    std::ranges::stable_sort(changes, [](const Change& a, const Change& b) {
        return std::abs(a.points) > std::abs(b.points);
    });
    return changes;
}

const char* label(Cooling reason) {
    switch (reason) {
        case Cooling::silent_90_days:
            return sentence("Nothing for 90 days");
        case Cooling::silent_60_days:
            return sentence("Nothing for 60 days");
        case Cooling::index_fell:
            break;
    }
    return sentence("The index fell by half or more");
}

const char* suggestion(Cooling reason) {
    switch (reason) {
        case Cooling::silent_90_days:
            return sentence("Ring the chief executive and ask what stands in the way");
        case Cooling::silent_60_days:
            return sentence("Write to the improvement lead in person and offer the next event");
        case Cooling::index_fell:
            break;
    }
    return sentence("Ask the improvement lead what has changed since last quarter");
}

std::optional<Day> last_act(std::span<const Act> acts, Day day) {
    std::optional<Day> last;
    for (const Act& act : acts)
        if (act.day <= day && (!last || act.day > *last)) last = act.day;
    return last;
}

std::optional<Cooling> cooling_on(std::span<const Act> acts, std::span<const Weight> weights,
                                  Day member_since, Day day) {
    const Day last = std::max(last_act(acts, day).value_or(member_since), member_since);
    if (day - last >= kLongSilent) return Cooling::silent_90_days;
    if (day - last >= kSilent) return Cooling::silent_60_days;
    if (day - member_since < kSilent) return {};
    const double before = index_on(acts, weights, day - kWindow).points;
    const double now = index_on(acts, weights, day).points;
    if (before >= kWasWarm && now <= before / 2) return Cooling::index_fell;
    return {};
}

ActsByOrganisation::ActsByOrganisation(std::vector<Act> acts) : acts_(std::move(acts)) {
    std::ranges::stable_sort(acts_, {}, &Act::organisation);
}

std::span<const Act> ActsByOrganisation::of(OrganisationId organisation) const {
    const auto range = std::ranges::equal_range(acts_, organisation, {}, &Act::organisation);
    return {range.begin(), range.end()};
}

}  // namespace primum::momentum
