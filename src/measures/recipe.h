#pragma once
// How anybody can make the same chart again: the points as a file, and the command that reads it.

#include <optional>
#include <string>

#include "measures/drawn.h"

namespace primum::measures {

/// The points, one a row, in order of time; RFC 4180. Columns: period, value (or numerator and
/// denominator), phase (from 1; lines begin anew where it changes), excluded, target, note,
/// entered_by, entered_at. Periods nobody said anything of have no row. Of events the value is
/// what is plotted: days since the event before.
std::string points_csv(const Material& material, const datasets::Study& study);

/// "primum analyse core-01.csv …": gives the same lines, signals and readings from that file.
/// Nothing where phases have baselines of different lengths, which the command cannot say.
std::optional<std::string> command_of(const Material& material, const datasets::Study& study);

}  // namespace primum::measures
