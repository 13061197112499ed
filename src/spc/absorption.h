#pragma once
// How long a Markov chain takes to leave.

#include <span>
#include <vector>

namespace primum::spc {

/// The mean number of steps until the chain leaves, from each of n states. `moves[i * n + j]` is
/// the chance of a step from i to j and `leaves[i]` that of leaving from i, both 0 or more; the
/// chance to stay is what they leave over, so `moves[i * n + i]` is not read. Both are overwritten.
/// Infinite (or NaN) from states that cannot leave.
///
/// States are taken out one by one, from the last (Grassmann, Taksar and Heyman, Operations
/// Research 33, 1985). Nothing is ever subtracted, so a mean of 10^15 steps is as precise as one
/// of 10. Quick when steps lead down by a few states only.
std::vector<double> mean_steps_to_leave(std::span<double> moves, std::span<double> leaves);

}  // namespace primum::spc
