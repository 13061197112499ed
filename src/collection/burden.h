#pragma once
// What a measure costs those who collect it, and whether anybody reads it.

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "measures/series.h"
#include "store/store.h"

namespace primum::collection {

/// Writes down that a form with `points` numbers of a series was open for so many seconds.
void note_time(store::Writer& db, const store::Writable& organisation, measures::SeriesId series,
               Day today, double seconds, int points);

/// How often pages of series are opened, counted without a write for each request and without who:
/// in memory, and written down now and then. Safe from many threads.
class Views {
public:
    void note(OrganisationId organisation, measures::SeriesId series, Day today);
    void write_down(store::Store& store);

private:
    using Key = std::pair<OrganisationId, measures::SeriesId>;
    struct Seen {
        std::int64_t views = 0;
        Day latest;
    };
    std::mutex mutex_;
    std::map<std::pair<Key, Day>, Seen> seen_;  // by series and month
};

/// The days from which times and views are counted.
inline constexpr std::chrono::days kBurdenDays{365};
inline constexpr std::chrono::days kUnreadAfter{90};

struct Burden {
    measures::SeriesId series;
    std::optional<double> seconds;  ///< the median of a number; absent where none was measured
    int entries = 0;                ///< that were measured
    double minutes_a_month = 0;     ///< the median × how many numbers a month it asks for
    std::int64_t views = 0;         ///< in the last 90 days, by months
    std::optional<Day> last_view;
};

/// Of all series of an organisation, measured during the year before a day. Numbers a month are
/// those its frequency asks for, or those that were entered where they were more: each patient of a
/// tally, each event.
std::vector<Burden> burden_of(const store::Reader& db, const store::Readable& organisation,
                              Day today);

/// The first day of the first whole month in which the installation counted how often charts are
/// opened; nothing where it has not yet.
std::optional<Day> views_counted_since(const store::Reader& db);

/// The middle one; the mean of the two in the middle. Nothing of nothing.
std::optional<double> median(std::vector<double> values);

}  // namespace primum::collection
