#pragma once
// Who sends which numbers, and when: due, on time, late, missing.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "collection/due.h"
#include "spc/intervals.h"

namespace primum::collection {

enum class Outcome : std::uint8_t {
    on_time,  ///< first entered by the day on which it was due
    late,     ///< entered after it
    none,     ///< somebody said that there is no number, and why
    missing,  ///< the day has passed and nobody has said anything; a later number makes it late
    waiting,  ///< not due yet, and not there yet
};
/// "On time", "Late", …: English for a catalogue; and a sign for a tile.
const char* label(Outcome outcome);
const char* sign(Outcome outcome);

struct Slot {
    Day period;
    Day due_on;
    Outcome outcome = Outcome::missing;
};

/// One series and its latest periods, in order of time.
struct Sent {
    OrganisationId organisation;
    std::string unit;
    Kept kept;
    std::vector<Slot> slots;
};

struct Counts {
    int on_time = 0;
    int late = 0;
    int none = 0;
    int missing = 0;

    int due() const { return on_time + late + none + missing; }
    void add(Outcome outcome);
};
Counts counts_of(const Sent& sent);

/// Which of the series below: by measure and unit, of one measure where its code is given.
struct Page {
    std::size_t offset = 0;
    std::size_t limit = 0;
    std::string measure;
};

struct SentPage {
    std::vector<Sent> series;
    bool more = false;  ///< behind it
};
/// Series at and below an organisation with their last 12 periods. When a number was first entered
/// counts, whatever became of it later; what was due before a series was set up here is not judged.
SentPage sent_below(const store::Reader& db, const store::ReadableTree& top, Day today,
                    const Page& page);

/// How likely a series is to miss its next due day, from its own last periods that were due, 12 at
/// most: missed / due, where missed is late or missing, with Wilson's 80% interval. Nothing with
/// fewer than six. It says what may happen, not why.
struct Forecast {
    int missed = 0;
    int due = 0;
    spc::Interval share;
    Day next_due;
};
std::optional<Forecast> forecast_of(const Sent& sent, Day today);

/// Forecasts are shown from this share on.
inline constexpr double kMayMiss = 1.0 / 3;

}  // namespace primum::collection
