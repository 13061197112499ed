#pragma once
// What became of a campaign in one calendar year: who took part, and what organisations did.

#include <array>
#include <optional>
#include <vector>

#include "momentum/act.h"
#include "momentum/facts.h"

namespace primum::reports {

/// One year, or as much of it as lies within the campaign and has passed.
struct Year {
    int number = 0;
    Day from;           ///< 1 January, or the campaign's first day
    Day to;             ///< 31 December, the campaign's last day, or today
    bool over = false;  ///< nothing of it is still to come
    int eligible = 0;   ///< organisations that could be members on the last day
    int members = 0;    ///< of these, were
    int enrolled = 0;   ///< of these, had a team on the programme
    int joined = 0;     ///< of the kind that may be members: membership began in it
    int left = 0;       ///< the same: members at some time in it, and on its last day no more
    /// By their order in momentum::ActKind: acts of all organisations, each as often as it was
    /// done.
    std::array<int, momentum::kActKinds> acts{};
};

/// The years of a campaign until today, the newest first; none where it has not begun.
std::vector<int> years_of(const momentum::Campaign& campaign, Day today);

/// Nothing for a year that is none of the campaign's.
std::optional<Year> year_of(const store::Reader& db, const momentum::Campaign& campaign,
                            const std::vector<momentum::Facts>& all, int year, Day today);

}  // namespace primum::reports
