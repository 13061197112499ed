#pragma once
// The rules, each a function: from rows of bits that say how points lie to rows of bits that say
// which points are part of a pattern. No numbers in here, so every rule reads like its definition.

#include "spc/bits.h"
#include "spc/rules.h"

namespace primum::spc {

/// The useful points of one phase (there, and not excluded), in order. Comparisons are strict: a
/// point on a line is neither above nor below it.
struct Rows {
    std::size_t points = 0;
    BitRow above;  ///< above the centre
    BitRow below;
    BitRow above1;  ///< beyond one sigma
    BitRow below1;
    BitRow above2;  ///< beyond two sigma
    BitRow below2;
    BitRow above3;  ///< beyond the outer limits
    BitRow below3;
    BitRow within1;  ///< not beyond one sigma
    BitRow rising;   ///< higher than the useful point before
    BitRow falling;
};
inline constexpr std::size_t kRowsOfPoints = 11;

/// Working space for the functions below.
struct ScratchRows {
    BitRow first;
    BitRow second;
    BitRow keep;
};
inline constexpr std::size_t kRowsOfScratch = 3;

/// `length` or more bits of `side` in a row. Bits of `skipped` neither end nor lengthen a run and
/// are not flagged; an empty row skips nothing. Shift, hugging and mixtures are made of this.
void find_run(std::span<const std::uint64_t> side, std::span<const std::uint64_t> skipped,
              std::size_t length, Flagged flagged, const ScratchRows& scratch, BitRow out);

/// `points` points that all move one way, that is `points` - 1 bits of `moves` in a row. Bits of
/// `skipped` (points equal to the one before) neither end nor lengthen a trend.
void find_trend(std::span<const std::uint64_t> moves, std::span<const std::uint64_t> skipped,
                std::size_t points, Flagged flagged, const ScratchRows& scratch, BitRow out);

/// `length` or more points in a row beyond one line or the other, with both sides among every
/// `length` of them: two processes on one chart.
void find_mixture(std::span<const std::uint64_t> above, std::span<const std::uint64_t> below,
                  std::size_t length, Flagged flagged, const ScratchRows& scratch, BitRow out);

/// At least n - 1 of n points in a row that are beyond a line on one side. It takes n points: two
/// beyond the line at the very beginning are not yet two of three.
struct MostOf {
    std::size_t n;
    OddOneOut odd_one_out;
    FlaggedBeyond flagged;
};
void find_most_of(MostOf pattern, std::size_t points, std::span<const std::uint64_t> beyond,
                  std::span<const std::uint64_t> same_side,
                  std::span<const std::uint64_t> beyond_other, const ScratchRows& scratch,
                  BitRow out);

/// `points` points that go up and down in turn.
void find_alternation(const Rows& rows, std::size_t points, Flagged flagged,
                      const ScratchRows& scratch, BitRow out);

}  // namespace primum::spc
