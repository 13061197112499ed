#include "spc/patterns.h"

namespace primum::spc {
namespace {

void copy(std::span<const std::uint64_t> from, BitRow to) {
    std::copy(from.begin(), from.end(), to.begin());
}

/// From bits where a pattern of `length` points begins to the points that are flagged.
void flag(BitRow starts, std::size_t length, Flagged flagged) {
    if (flagged == Flagged::whole_pattern)
        spread_forward(starts, length);
    else
        move_forward(starts, length - 1);
}

/// Clears the bits before `begin`, which lies in the first word, and from `end` on.
void keep_between(BitRow row, std::size_t begin, std::size_t end) {
    row.front() &= ~std::uint64_t{0} << begin;
    if (end % 64 != 0) row.back() &= ~(~std::uint64_t{0} << (end % 64));
}

void find_run_without_skips(std::span<const std::uint64_t> side, std::size_t length,
                            Flagged flagged, BitRow out) {
    copy(side, out);
    keep_starts_of_runs(out, length);
    if (any(out)) flag(out, length, flagged);
}

void find_trend_without_skips(std::span<const std::uint64_t> moves, std::size_t points,
                              Flagged flagged, BitRow out) {
    copy(moves, out);
    keep_starts_of_runs(out, points - 1);
    if (!any(out)) return;
    // A move is noted at its later point, so the pattern begins one point before its first move.
    for (std::size_t w = 0; w < out.size(); ++w)
        out[w] = later(out, w, 1);
    flag(out, points, flagged);
}

void invert_into(std::span<const std::uint64_t> row, BitRow out) {
    for (std::size_t w = 0; w < row.size(); ++w)
        out[w] = ~row[w];
}

}  // namespace

void find_run(std::span<const std::uint64_t> side, std::span<const std::uint64_t> skipped,
              std::size_t length, Flagged flagged, const ScratchRows& scratch, BitRow out) {
    if (skipped.empty() || !any(skipped)) return find_run_without_skips(side, length, flagged, out);
    // Bits past the last point are kept too; they are 0 in `side`, so they end a run at the end.
    invert_into(skipped, scratch.keep);
    compress(side, scratch.keep, scratch.first);
    find_run_without_skips(scratch.first, length, flagged, scratch.second);
    expand(scratch.second, scratch.keep, out);
}

void find_trend(std::span<const std::uint64_t> moves, std::span<const std::uint64_t> skipped,
                std::size_t points, Flagged flagged, const ScratchRows& scratch, BitRow out) {
    if (skipped.empty() || !any(skipped))
        return find_trend_without_skips(moves, points, flagged, out);
    invert_into(skipped, scratch.keep);
    compress(moves, scratch.keep, scratch.first);
    find_trend_without_skips(scratch.first, points, flagged, scratch.second);
    expand(scratch.second, scratch.keep, out);
}

void find_mixture(std::span<const std::uint64_t> above, std::span<const std::uint64_t> below,
                  std::size_t length, Flagged flagged, const ScratchRows& scratch, BitRow out) {
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

void find_most_of(MostOf pattern, std::size_t points, std::span<const std::uint64_t> beyond,
                  std::span<const std::uint64_t> same_side,
                  std::span<const std::uint64_t> beyond_other, const ScratchRows& scratch,
                  BitRow out) {
    for (std::uint64_t& word : out)
        word = 0;
    if (!any(beyond)) return;
    // Bit i of `complete`: the window of n points that ends at point i is the pattern.
    const BitRow complete = scratch.first;
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

void find_alternation(const Rows& rows, std::size_t points, Flagged flagged,
                      const ScratchRows& scratch, BitRow out) {
    // Bit i of `turns`: the move into point i goes the other way than the move into point i - 1.
    const BitRow turns = scratch.first;
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
