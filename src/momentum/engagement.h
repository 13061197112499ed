#pragma once
// How engaged an organisation is, by an open formula, and why that moved.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/problems.h"
#include "momentum/act.h"

namespace primum::momentum {

/// What one act counts, and the most of its kind that count in one window.
struct Weight {
    ActKind act;
    double points;
    int most;
    std::int64_t rev = 1;
};

/// What a campaign begins with: an act of will counts 1 to 5 points, one of evidence 2 to 8.
std::vector<Weight> first_weights();

/// The window of the index: a quarter of a year in whole weeks, so that every weekday counts alike.
inline constexpr std::chrono::days kWindow{91};

/// How many acts of each kind, by their order in ActKind.
using ActCounts = std::array<int, kActKinds>;

/// The engagement index of one organisation on a day:
///
///     index = sum over kinds of act of points × min(acts in the 91 days that end with it, most)
///
/// 0 where nothing was done; without a unit, and without a greatest value but the sum of all
/// points × most. It tells what was done, not how well, and small organisations have fewer people
/// to do it.
struct Index {
    double points = 0;
    ActCounts counts{};
};
/// `acts` are those of one organisation.
Index index_on(std::span<const Act> acts, std::span<const Weight> weights, Day day);

/// One kind of act that changed the index between two windows that follow each other.
struct Change {
    ActKind act;
    int before;
    int now;
    double points;  ///< by which it moved the index; never 0
};
/// The greatest first.
std::vector<Change> why_it_moved(const Index& before, const Index& now,
                                 std::span<const Weight> weights);

/// Why a member should be spoken to.
enum class Cooling : std::uint8_t {
    silent_90_days,  ///< no act for 90 days
    silent_60_days,  ///< none for 60
    index_fell,      ///< at least 8 points in the window before, and at most half of them now
};
const char* label(Cooling reason);
/// What a person might do about it.
const char* suggestion(Cooling reason);

/// Nothing where the organisation is warm. A member for less than 60 days is never cooling.
std::optional<Cooling> cooling_on(std::span<const Act> acts, std::span<const Weight> weights,
                                  Day member_since, Day day);

/// The day of the last act until a day.
std::optional<Day> last_act(std::span<const Act> acts, Day day);

/// The acts of each organisation, from all of them in order of time.
class ActsByOrganisation {
public:
    explicit ActsByOrganisation(std::vector<Act> acts);
    std::span<const Act> of(OrganisationId organisation) const;

private:
    std::vector<Act> acts_;  // by organisation, then by day
};

}  // namespace primum::momentum
