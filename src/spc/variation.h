#pragma once
// What signals mean for patients: improvement or concern, and whether a target can be relied on.

#include "spc/analysis.h"

namespace primum::spc {

enum class Side : std::uint8_t { none, high, low };

/// The side that names a point: that of the first rule, in the order of `Rule`, that found
/// something with a direction. Where one rule found both (a peak belongs to a rise and to a fall),
/// the later pattern counts. `Conflict` may prefer improvement or concern instead.
Side side_of(std::span<const PointSignals> signals, std::size_t point, const Options& options);

/// Better higher: high is improvement, low is concern; better lower: the reverse; neutral: high,
/// low.
Reading reading_of(Side side, Better better);

/// Making Data Count's variation icon for a point on that side.
Variation variation_of(Side side, Better better);

/// Making Data Count's assurance icon: does ordinary variation reach the target?
///
///     better higher: target above the upper limit fails, below the lower limit passes
///     better lower:  the reverse
///     otherwise inconsistent; on a limit as `on_limit` says
///
/// None without a target, without limits, or when neither direction is better: silence is not
/// "inconsistent" (two peers say so). Limits that coincide with the target, a process that always
/// meets it exactly, pass. Source: NHS England, Making Data Count.
Assurance assurance_of(const Limits& limits, double target, const Options& options);

}  // namespace primum::spc
