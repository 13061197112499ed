#pragma once
// From a day to a day, both included.

#include <optional>

#include "base/instant.h"

namespace primum::organisations {

/// Where nobody knows when something began: before every day that is known.
inline constexpr Day kSinceEver = std::chrono::year(1) / std::chrono::January / 1;

/// Where nothing says when it ends: after every day that is known.
inline constexpr Day kForEver = std::chrono::year(9999) / std::chrono::December / 31;

struct Period {
    Day from = kSinceEver;
    Day until = kForEver;  ///< the last day; not before `from`

    bool has(Day day) const { return from <= day && day <= until; }
    bool overlaps(const Period& other) const { return from <= other.until && other.from <= until; }
    friend auto operator<=>(const Period&, const Period&) = default;
};

/// The days of both, if there are any.
std::optional<Period> shared_days(const Period& one, const Period& other);

}  // namespace primum::organisations
