#pragma once
// Limits for crossings and longest run that are chosen together, from their joint distribution.

#include <cstddef>

namespace primum::spc {

/// The pairs of crossings and longest run that chance explains: a box, of which a corner may be
/// cut off.
struct RunsBox {
    std::size_t crossings_least = 0;
    std::size_t longest_run_most = 0;
    std::size_t run_most_at_least_crossings = 0;  ///< with no more than the fewest crossings
    std::size_t crossings_least_at_most_run = 0;  ///< with a run no shorter than the longest

    bool allows(std::size_t crossings, std::size_t longest_run) const;
};

/// How many useful points the boxes below can judge; others are Anhoej's.
inline constexpr std::size_t kFewestInBox = 10;
inline constexpr std::size_t kMostInBox = 100;

/// Anhoej's rules as a box: each limit is chosen on its own, so that the share of false alarms
/// wanders between 3.6 and 10.9 % as points are added from 10 to 100.
RunsBox anhoej_box(std::size_t useful);

/// Among the boxes that hold at least 92.5 % of random series, the one that holds the fewest
/// series whose mean has moved by 0.8 standard deviations.
/// Source: Anhoej and Wentzel-Larsen, Smooth operator, PLOS ONE 2020, 15(6): e0233920.
RunsBox best_box(std::size_t useful);

/// The best box, with points of its border taken off from the corner inwards, each time the one
/// that is likelier after the change, as long as 92.5 % of random series remain. Same source.
RunsBox cut_box(std::size_t useful);

/// The share of series of independent points, each above the centre with probability `above`, that
/// have at least `crossings` and no run longer than `longest_run`. Exact.
double share_within(std::size_t points, double above, std::size_t crossings,
                    std::size_t longest_run);

}  // namespace primum::spc
