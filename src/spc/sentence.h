#pragma once
// An analysis in words. Every sentence is built from the rule that fired, with the number of points
// behind it, and says no more than that rule.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "spc/analysis.h"
#include "spc/options.h"

namespace primum::spc {

/// How the caller writes numbers and names points; the engine knows neither units nor dates.
struct Wording {
    std::function<std::string(double)> number;      ///< "6.2%"
    std::function<std::string(std::size_t)> point;  ///< "March 2019"
};

/// What the latest point of the latest phase says, in one sentence:
///
///     "Improvement: the latest 9 points, since July 2018, all lie below the mean of 6.2 (shift: 7
///      or more on one side)."
///     "Ordinary variation: no rule found anything in the 24 points since April 2017, which vary
///      around a mean of 6.2 between limits of 3.1 and 9.4."
///
/// Where several rules name the point, the one that decides its reading is told. Limits from fewer
/// than kEnoughPoints base points are said to be provisional. `excluded` as in the series.
std::string reading_sentence(const Analysis& analysis, const Options& options,
                             std::span<const std::uint8_t> excluded, const Wording& wording);

/// What ordinary variation means for the target, in one sentence; empty without an assurance.
/// `target` is that of the latest point.
std::string target_sentence(const Analysis& analysis, double target, const Wording& wording);

/// Why a series was refused: "a count is below zero".
std::string_view what_is_wrong(Problem::Kind kind);

}  // namespace primum::spc
