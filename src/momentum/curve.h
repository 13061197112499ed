#pragma once
// How many have joined, month by month, and how many more may.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "momentum/facts.h"
#include "spc/uptake.h"

namespace primum::momentum {

/// How things stood at the end of a month, or today.
struct CurvePoint {
    Day day;
    int members;  ///< of those eligible
    int eligible;
};
/// From the end of the campaign's first month to the day itself.
std::vector<CurvePoint> joining_curve(std::span<const Facts> all, const Campaign& campaign,
                                      Day until);

/// What the last months say of the next.
struct Forecast {
    int joined;  ///< in the months that were watched
    int months_watched;
    double exposure_months;  ///< organisation-months of those who had not joined
    int waiting;             ///< eligible today and never a member
    struct Ahead {
        Day day;
        double expected;  ///< members then, if nobody leaves
        double lower;
        double upper;
    };
    std::vector<Ahead> ahead;  ///< the ends of the next months
};

inline constexpr int kMonthsWatched = 6;
inline constexpr int kMonthsAhead = 6;
inline constexpr int kFewestJoins = 5;
inline constexpr double kForecastConfidence = 0.9;

/// spc::uptake_forecast of the eligible that have never joined, from those who joined for the first
/// time in the last six months (months of 30.44 days), with a 90% interval. Nothing where fewer
/// than five joined in that time, where the campaign is younger than it, or where nobody is left:
/// then there is nothing to go by.
std::optional<Forecast> forecast_of(std::span<const Facts> all, const Campaign& campaign,
                                    Day today);

/// Joined and open, of one kind or in one region.
struct Share {
    std::string name;
    std::string region;  ///< of a network
    int members;
    int open;
};
std::vector<Share> shares_by_region(std::span<const Facts> all, const Campaign& campaign, Day day);
/// In the order of regions, then of names.
std::vector<Share> shares_by_network(std::span<const Facts> all, const Campaign& campaign, Day day);
/// Members by code of their kind, the eligible first; open counts only organisations that are known
/// to this campaign, so for other kinds it is how many have ever joined.
std::vector<Share> shares_by_kind(std::span<const Facts> all, const Campaign& campaign, Day day);

}  // namespace primum::momentum
