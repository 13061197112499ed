#pragma once
// Asks all rules of a set about one phase.

#include "spc/analysis.h"

namespace primum::spc {

/// One phase of an analysis whose values and limits are there, in plotted units before `multiply`.
struct PhaseView {
    std::size_t begin;
    std::span<const double> values;
    std::span<const std::uint8_t> excluded;  ///< empty: none
    std::span<const Limits> limits;          ///< one for all, or one a point
    bool has_missing = false;
};

/// How much scratch space a phase of so many points needs.
std::size_t numbers_for_rules(std::size_t points);
std::size_t bit_words_for_rules(std::size_t points);

/// Writes what the rules found to `signals` (as long as the phase, empty at first), and the runs
/// analysis to `summary`; returns the positions in the phase that carry a flag, in order. Excluded
/// points, and missing ones unless `rules.missing` says otherwise, are passed over: they carry no
/// flag and neither end nor lengthen a pattern.
std::span<const std::uint32_t> ask_rules(const PhaseView& phase, const Rules& rules,
                                         Workspace& workspace, std::span<PointSignals> signals,
                                         PhaseSummary& summary);

}  // namespace primum::spc
