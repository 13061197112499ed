#pragma once
// Counts as chance makes them.

#include <cmath>

#include "base/random.h"

namespace primum::demo {

/// From 0 to below 1.
inline double share(SeededRandom& chance) {
    constexpr double kSteps = 1e9;
    return static_cast<double>(chance.below(static_cast<std::uint64_t>(kSteps))) / kSteps;
}

/// Events where so many are expected. Knuth's product of uniform draws, in pieces, since exp(-mean)
/// vanishes for large means.
inline double poisson(SeededRandom& chance, double mean) {
    constexpr double kPiece = 16;
    double events = 0;
    for (double left = mean; left > 0; left -= kPiece) {
        const double limit = std::exp(-std::min(left, kPiece));
        double product = share(chance);
        while (product > limit) {
            ++events;
            product *= share(chance);
        }
    }
    return events;
}

/// How many of `cases` when each succeeds with this probability.
inline double binomial(SeededRandom& chance, int cases, double probability) {
    double successes = 0;
    for (int i = 0; i < cases; ++i)
        if (share(chance) < probability) ++successes;
    return successes;
}

/// Around a number, by up to that share of it in either direction.
inline double around(SeededRandom& chance, double number, double share_of_it) {
    return std::round(number * (1 + share_of_it * (2 * share(chance) - 1)));
}

}  // namespace primum::demo
