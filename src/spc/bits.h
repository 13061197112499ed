#pragma once
// Patterns in a row of points, found 64 points at a time: bit i of a row says something of point i.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace primum::spc {

/// A row of bits; bits past the last point are 0.
using BitRow = std::span<std::uint64_t>;

inline std::size_t words_for(std::size_t points) {
    return (points + 63) / 64;
}

inline bool bit_at(std::span<const std::uint64_t> row, std::size_t i) {
    return (row[i / 64] >> (i % 64) & 1) != 0;
}

inline void set_bit(BitRow row, std::size_t i) {
    row[i / 64] |= std::uint64_t{1} << (i % 64);
}

inline void clear_bit(BitRow row, std::size_t i) {
    row[i / 64] &= ~(std::uint64_t{1} << (i % 64));
}

/// The word that begins `by` points later, seen from word w: bit i is bit i + by of the row.
inline std::uint64_t later(std::span<const std::uint64_t> row, std::size_t w, std::size_t by) {
    const std::size_t from = w + by / 64;
    const unsigned shift = by % 64;
    if (from >= row.size()) return 0;
    std::uint64_t word = row[from] >> shift;
    if (shift != 0 && from + 1 < row.size()) word |= row[from + 1] << (64 - shift);
    return word;
}

/// The word that began `by` points earlier, seen from word w: bit i is bit i - by of the row.
inline std::uint64_t earlier(std::span<const std::uint64_t> row, std::size_t w, std::size_t by) {
    const unsigned shift = by % 64;
    if (by / 64 > w) return 0;
    const std::size_t from = w - by / 64;
    std::uint64_t word = row[from] << shift;
    if (shift != 0 && from > 0) word |= row[from - 1] >> (64 - shift);
    return word;
}

inline bool any(std::span<const std::uint64_t> row) {
    std::uint64_t all = 0;
    for (const std::uint64_t word : row)
        all |= word;
    return all != 0;
}

inline std::size_t count(std::span<const std::uint64_t> row) {
    std::size_t ones = 0;
    for (const std::uint64_t word : row)
        ones += static_cast<std::size_t>(std::popcount(word));
    return ones;
}

/// Leaves a bit where `length` set bits in a row begin. `length` is 1 or more.
inline void keep_starts_of_runs(BitRow row, std::size_t length) {
    for (std::size_t covered = 1; covered < length;) {
        const std::size_t step = covered < length - covered ? covered : length - covered;
        for (std::size_t w = 0; w < row.size(); ++w)
            row[w] &= later(row, w, step);
        covered += step;
    }
}

/// Sets the `length` - 1 bits after every set bit.
inline void spread_forward(BitRow row, std::size_t length) {
    for (std::size_t covered = 1; covered < length;) {
        const std::size_t step = covered < length - covered ? covered : length - covered;
        for (std::size_t w = row.size(); w-- > 0;)
            row[w] |= earlier(row, w, step);
        covered += step;
    }
}

/// Sets the `length` - 1 bits before every set bit.
inline void spread_backward(BitRow row, std::size_t length) {
    for (std::size_t covered = 1; covered < length;) {
        const std::size_t step = covered < length - covered ? covered : length - covered;
        for (std::size_t w = 0; w < row.size(); ++w)
            row[w] |= later(row, w, step);
        covered += step;
    }
}

/// Moves every bit `by` points later.
inline void move_forward(BitRow row, std::size_t by) {
    for (std::size_t w = row.size(); w-- > 0;)
        row[w] = earlier(row, w, by);
}

/// Length of the longest run of set bits.
inline std::size_t longest_run(std::span<const std::uint64_t> row) {
    std::size_t longest = 0;
    std::size_t current = 0;
    for (const std::uint64_t word : row) {
        if (word == ~std::uint64_t{0}) {
            current += 64;
            continue;
        }
        // Ones that go on from the word before, then the runs inside, then ones that may go on.
        const auto head = static_cast<std::size_t>(std::countr_one(word));
        longest = std::max(longest, current + head);
        std::uint64_t inner = word & (word + 1);  // without the ones at the start
        current = static_cast<std::size_t>(std::countl_one(word));
        for (std::size_t length = 0; inner != 0; inner &= inner >> 1)
            longest = std::max(longest, ++length);
    }
    return std::max(longest, current);
}

/// Calls `visit(i)` for every set bit in order.
template <class Visit>
void for_each_bit(std::span<const std::uint64_t> row, Visit visit) {
    for (std::size_t w = 0; w < row.size(); ++w) {
        for (std::uint64_t word = row[w]; word != 0; word &= word - 1)
            visit(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
}

/// Moves the bits that `keep` names together, in order; returns how many there are.
inline std::size_t compress(std::span<const std::uint64_t> row, std::span<const std::uint64_t> keep,
                            BitRow out) {
    std::size_t kept = 0;
    for (std::uint64_t& word : out)
        word = 0;
    for_each_bit(keep, [&](std::size_t i) {
        if (bit_at(row, i)) set_bit(out, kept);
        ++kept;
    });
    return kept;
}

/// The reverse: the k-th bit goes back to where `keep` has its k-th set bit.
inline void expand(std::span<const std::uint64_t> row, std::span<const std::uint64_t> keep,
                   BitRow out) {
    std::size_t kept = 0;
    for (std::uint64_t& word : out)
        word = 0;
    for_each_bit(keep, [&](std::size_t i) {
        if (bit_at(row, kept++)) set_bit(out, i);
    });
}

}  // namespace primum::spc
