#pragma once
// The questions every chart asks of what it is given, before it counts on it.

#include <cstddef>
#include <expected>
#include <span>

#include "spc/series.h"

namespace primum::spc {

/// What a function answers when it will not go on.
inline std::unexpected<Problem> refused(Problem::Kind kind, std::size_t index = 0) {
    return std::unexpected(Problem{.kind = kind, .index = index});
}

/// No points, or a number that is infinite or beyond ±kLargestValue. NaN is a missing value, and
/// no problem.
Problem check_values(std::span<const double> values);

/// As `check_values`, and no number below zero.
Problem check_counts(std::span<const double> counts);

/// As `check_counts`, and no number above one: risks, outcomes, shares.
Problem check_shares(std::span<const double> shares);

/// Sizes or exposures: as many as there are values, none negative, none too large. With
/// `may_be_absent`, an empty span is fine too.
Problem check_denominators(std::span<const double> denominators, std::size_t values,
                           bool may_be_absent);

}  // namespace primum::spc
