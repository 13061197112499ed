#include "collection/due.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "measures/dictionary.h"

namespace primum::collection {
namespace {

using measures::Frequency;

/// A day's numbers are asked for during a fortnight, everything else for a year or more.
int look_back(Frequency frequency) {
    return frequency == Frequency::day ? 14 : kLookBack;
}

}  // namespace

std::string Kept::name() const {
    return series.stratum.empty() ? measure.name() : measure.name() + ", " + series.stratum;
}

std::string Due::key() const {
    return kept.series.code + '.' + iso_period(kept.on(period).frequency, period);
}

Day end_of(Frequency frequency, Day period) {
    return next_period(frequency, period) - std::chrono::days(1);
}

Day due_day(const measures::Series& series, Frequency frequency, Day period) {
    return end_of(frequency, period) + std::chrono::days(series.due_days);
}

std::vector<Day> ended_periods(const Kept& kept, Day today, int most) {
    const Frequency frequency = kept.measure.now().frequency;
    std::vector<Day> periods;
    if (frequency == Frequency::event) return periods;
    const Day first = period_of(frequency, kept.series.starts);
    const Day last = kept.series.ends ? std::min(*kept.series.ends, today) : today;
    Day period = period_of(frequency, last);
    for (; period >= first && static_cast<int>(periods.size()) < most;
         period = earlier_period(frequency, period))
        if (end_of(frequency, period) < today) periods.push_back(period);
    return periods;
}

std::vector<Kept> kept_at(const store::Reader& db, const store::Readable& organisation, Day today) {
    std::vector<Kept> all;
    std::map<measures::MeasureId, measures::Measure> known;
    for (measures::Series& series : measures::series_of(db, organisation)) {
        if (series.starts > today) continue;
        auto found = known.find(series.measure);
        if (found == known.end())
            found = known.emplace(series.measure, find_measure(db, series.measure).value()).first;
        if (found->second.status == measures::Status::retired) continue;
        all.push_back({found->second, std::move(series)});
    }
    return all;
}

DueList due_at(const store::Reader& db, const store::Readable& organisation, Day today) {
    DueList list;
    for (Kept& kept : kept_at(db, organisation, today)) {
        const Frequency frequency = kept.measure.now().frequency;
        if (frequency == Frequency::event) {
            if (!kept.series.ends || *kept.series.ends >= today) list.on_events.push_back(kept);
            continue;
        }
        const auto points = points_of(db, organisation, kept.series.id);
        const int recent = look_back(frequency);
        const auto periods = ended_periods(kept, today, recent * 5);
        for (std::size_t i = 0; i < periods.size(); ++i) {
            const auto at = std::ranges::lower_bound(
                points, periods[i], {}, [](const measures::Point& one) { return one.said.period; });
            if (at != points.end() && at->said.period == periods[i]) continue;
            if (static_cast<int>(i) >= recent) {
                ++list.older;
                continue;
            }
            Due due{kept, periods[i], due_day(kept.series, frequency, periods[i]), {}};
            if (at != points.begin()) due.before = *std::prev(at);
            list.due.push_back(std::move(due));
        }
    }
    std::ranges::stable_sort(list.due, {}, [](const Due& one) {
        return std::tuple(one.due_on, one.kept.series.code, one.period);
    });
    return list;
}

std::string due_words(const design::View& view, Day due_on, Day today) {
    const auto days = (due_on - today).count();
    const std::string day = view.words->day(due_on);
    if (days == 0) return std::string(view.say("Due today"));
    if (days == 1) return std::string(view.say("Due tomorrow"));
    if (days > 1) return view.say("Due by {}", day);
    return view.say("Was due on {}", day);
}

}  // namespace primum::collection
