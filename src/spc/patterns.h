#pragma once
// The rules, each a function: from rows of bits that say how points lie to rows of bits that say
// which points are part of a pattern. No numbers in here, so every rule reads like its definition.

#include <algorithm>

#include "spc/bits.h"
#include "spc/rules.h"

namespace primum::spc {

/// The useful points of one phase (there, and not excluded), in order. Comparisons are strict: a
/// point on a line is neither above nor below it.
template <std::size_t W>
struct Rows {
    std::size_t points = 0;
    Row<W> above;  ///< above the centre
    Row<W> below;
    Row<W> above1;  ///< beyond one sigma
    Row<W> below1;
    Row<W> above2;  ///< beyond two sigma
    Row<W> below2;
    Row<W> above3;  ///< beyond the outer limits
    Row<W> below3;
    Row<W> within1;  ///< not beyond one sigma
    Row<W> rising;   ///< higher than the useful point before
    Row<W> falling;
};
inline constexpr std::size_t kRowsOfPoints = 11;

/// Working space for the functions below.
template <std::size_t W>
struct ScratchRows {
    Row<W> first;
    Row<W> second;
    Row<W> keep;
};
inline constexpr std::size_t kRowsOfScratch = 3;

/// At least n - 1 of n points in a row that are beyond a line on one side. It takes n points: two
/// beyond the line at the very beginning are not yet two of three.
struct MostOf {
    std::size_t n;
    OddOneOut odd_one_out;
    FlaggedBeyond flagged;
};

template <std::size_t W>
void copy(Row<W> from, Row<W> to) {
    std::copy(from.begin(), from.end(), to.begin());
}

/// From bits where a pattern of `length` points begins to the points that are flagged.
template <std::size_t W>
void flag(Row<W> starts, std::size_t length, Flagged flagged) {
    if (flagged == Flagged::whole_pattern)
        spread_forward(starts, length);
    else
        move_forward(starts, length - 1);
}

/// Clears the bits before `begin`, which lies in the first word, and from `end` on.
template <std::size_t W>
void keep_between(Row<W> row, std::size_t begin, std::size_t end) {
    row[0] &= ~std::uint64_t{0} << begin;
    if (end % 64 != 0) row.back() &= ~(~std::uint64_t{0} << (end % 64));
}

template <std::size_t W>
void find_run_without_skips(Row<W> side, std::size_t length, Flagged flagged, Row<W> out) {
    copy(side, out);
    keep_starts_of_runs(out, length);
    if (any(out)) flag(out, length, flagged);
}

template <std::size_t W>
void find_trend_without_skips(Row<W> moves, std::size_t points, Flagged flagged, Row<W> out) {
    copy(moves, out);
    keep_starts_of_runs(out, points - 1);
    if (!any(out)) return;
    // A move is noted at its later point, so the pattern begins one point before its first move.
    for (std::size_t w = 0; w < out.size(); ++w)
        out[w] = later(out, w, 1);
    flag(out, points, flagged);
}

template <std::size_t W>
void invert_into(Row<W> row, Row<W> out) {
    for (std::size_t w = 0; w < row.size(); ++w)
        out[w] = ~row[w];
}

/// `length` or more bits of `side` in a row. Bits of `skipped` neither end nor lengthen a run and
/// are not flagged; null skips nothing. Shift, hugging and mixtures are made of this.
template <std::size_t W>
void find_run(Row<W> side, const Row<W>* skipped, std::size_t length, Flagged flagged,
              const ScratchRows<W>& scratch, Row<W> out) {
    if (!skipped || !any(*skipped)) return find_run_without_skips(side, length, flagged, out);
    // Bits past the last point are kept too; they are 0 in `side`, so they end a run at the end.
    invert_into(*skipped, scratch.keep);
    compress(side, scratch.keep, scratch.first);
    find_run_without_skips(scratch.first, length, flagged, scratch.second);
    expand(scratch.second, scratch.keep, out);
}

/// `points` points that all move one way, that is `points` - 1 bits of `moves` in a row. Bits of
/// `skipped` (points equal to the one before) neither end nor lengthen a trend.
template <std::size_t W>
void find_trend(Row<W> moves, const Row<W>* skipped, std::size_t points, Flagged flagged,
                const ScratchRows<W>& scratch, Row<W> out) {
    if (!skipped || !any(*skipped)) return find_trend_without_skips(moves, points, flagged, out);
    invert_into(*skipped, scratch.keep);
    compress(moves, scratch.keep, scratch.first);
    find_trend_without_skips(scratch.first, points, flagged, scratch.second);
    expand(scratch.second, scratch.keep, out);
}

/// `length` or more points in a row beyond one line or the other, with both sides among every
/// `length` of them: two processes on one chart.
template <std::size_t W>
void find_mixture(Row<W> above, Row<W> below, std::size_t length, Flagged flagged,
                  const ScratchRows<W>& scratch, Row<W> out) {
    for (std::size_t w = 0; w < out.size(); ++w)
        out[w] = above[w] | below[w];
    keep_starts_of_runs(out, length);
    if (!any(out)) return;
    copy(above, scratch.first);
    copy(below, scratch.second);
    spread_backward(scratch.first, length);
    spread_backward(scratch.second, length);
    for (std::size_t w = 0; w < out.size(); ++w)
        out[w] &= scratch.first[w] & scratch.second[w];
    flag(out, length, flagged);
}

template <std::size_t W>
void find_most_of(MostOf pattern, std::size_t points, Row<W> beyond, Row<W> same_side,
                  Row<W> beyond_other, const ScratchRows<W>& scratch, Row<W> out) {
    for (std::uint64_t& word : out)
        word = 0;
    if (!any(beyond)) return;
    // Bit i of `complete`: the window of n points that ends at point i is the pattern.
    const Row<W> complete = scratch.first;
    const bool needs_side = pattern.odd_one_out == OddOneOut::same_side;
    const bool avoids_other = pattern.odd_one_out == OddOneOut::not_beyond_other;
    for (std::size_t w = 0; w < beyond.size(); ++w) {
        std::uint64_t one_missing = 0;
        std::uint64_t two_missing = 0;
        std::uint64_t on_side = ~std::uint64_t{0};
        std::uint64_t other = 0;
        for (std::size_t back = 0; back < pattern.n; ++back) {
            const std::uint64_t missing = ~earlier(beyond, w, back);
            two_missing |= one_missing & missing;
            one_missing |= missing;
            if (needs_side) on_side &= earlier(same_side, w, back);
            if (avoids_other) other |= earlier(beyond_other, w, back);
        }
        complete[w] = ~two_missing & on_side & ~other;
    }
    keep_between(complete, pattern.n - 1, points);
    if (!any(complete)) return;

    if (pattern.flagged == FlaggedBeyond::from_completion) {
        for (std::size_t w = 0; w < out.size(); ++w)
            out[w] = complete[w] & beyond[w];
        return;
    }
    for (std::size_t w = 0; w < out.size(); ++w) {
        for (std::size_t ahead = 0; ahead < pattern.n; ++ahead)
            out[w] |= later(complete, w, ahead);
        if (pattern.flagged == FlaggedBeyond::points_beyond) out[w] &= beyond[w];
    }
}

/// `points` points that go up and down in turn.
template <std::size_t W>
void find_alternation(const Rows<W>& rows, std::size_t points, Flagged flagged,
                      const ScratchRows<W>& scratch, Row<W> out) {
    // Bit i of `turns`: the move into point i goes the other way than the move into point i - 1.
    const Row<W> turns = scratch.first;
    for (std::size_t w = 0; w < turns.size(); ++w)
        turns[w] = (rows.rising[w] & earlier(rows.falling, w, 1)) |
                   (rows.falling[w] & earlier(rows.rising, w, 1));
    copy(turns, out);
    keep_starts_of_runs(out, points - 2);
    if (!any(out)) return;
    for (std::size_t w = 0; w < out.size(); ++w)
        out[w] = later(out, w, 2);
    flag(out, points, flagged);
}

}  // namespace primum::spc
