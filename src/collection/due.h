#pragma once
// What is due at an organisation: series × periods that have ended and of which nobody has said
// anything yet.

#include <optional>
#include <string>
#include <vector>

#include "design/view.h"
#include "measures/measure.h"
#include "measures/point.h"
#include "measures/series.h"

namespace primum::collection {

/// How far back gaps are asked for; older ones can be filled in the grid.
inline constexpr int kLookBack = 12;

struct Kept {
    measures::Measure measure;
    measures::Series series;

    /// "Falls with harm", "Falls with harm, women".
    std::string name() const;
    const measures::Definition& on(Day period) const { return measure.on(period).says; }
};

/// A number that is due.
struct Due {
    Kept kept;
    Day period;                             ///< its first day
    Day due_on;                             ///< the last day on which it is on time
    std::optional<measures::Point> before;  ///< the latest that was entered for an earlier period

    /// "core-01.2026-03": names its fields.
    std::string key() const;
};

struct DueList {
    std::vector<Due> due;         ///< the earliest due first
    std::vector<Kept> on_events;  ///< series that have a point for each event: never due
    int older = 0;                ///< gaps before those
};

/// The last day of a period.
Day end_of(measures::Frequency frequency, Day period);

/// The last day on which the number of a period is on time.
Day due_day(const measures::Series& series, measures::Frequency frequency, Day period);

/// The periods of a series that have ended by a day, latest first, at most so many.
std::vector<Day> ended_periods(const Kept& kept, Day today, int most);

/// Open series of an organisation, and of what: those of retired measures are left out.
std::vector<Kept> kept_at(const store::Reader& db, const store::Readable& organisation, Day today);

DueList due_at(const store::Reader& db, const store::Readable& organisation, Day today);

/// "Due today", "Due by 10 April 2026", "Was due on 10 April 2026".
std::string due_words(const design::View& view, Day due_on, Day today);

}  // namespace primum::collection
