#pragma once
// Whether numbers of several organisations mean the same, so that they may stand beside each other.

#include <optional>
#include <string>
#include <vector>

#include "measures/measure.h"
#include "measures/series.h"

namespace primum::boards {

/// The last twelve months that can be compared: it begins later where the definition changed.
struct Window {
    Day from;
    Day until;                      ///< the first day after it
    const measures::Version* says;  ///< which definition held all the time; borrowed
    bool cut_short = false;         ///< because the definition changed
};
Window window_of(const measures::Measure& measure, Day today);

/// Why a measure must not be compared between organisations at all, in English for a catalogue;
/// nothing where it may be.
std::optional<const char*> never_compared(const measures::Measure& measure);

/// Why a series is left out of a comparison; nothing where it takes part.
std::optional<const char*> left_out(const measures::Measure& measure,
                                    const measures::Series& series, const Window& window);

}  // namespace primum::boards
