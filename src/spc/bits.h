#pragma once
// Patterns in a row of points, found 64 points at a time: bit i of a row says something of point i.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace primum::spc {

inline constexpr std::size_t kAnyWords = 0;

/// A row of bits; bits past the last point are 0. W words, when it is known while compiling: series
/// of up to 128 points take one or two, and the loops over them disappear.
template <std::size_t W>
class Row {
public:
    Row() = default;
    Row(std::uint64_t* words, std::size_t size) : words_(words), size_(size) {}
    constexpr std::size_t size() const {
        if constexpr (W == kAnyWords) return size_;
        return W;
    }
    std::uint64_t& operator[](std::size_t w) const { return words_[w]; }
    std::uint64_t* begin() const { return words_; }
    std::uint64_t* end() const { return words_ + size(); }
    std::uint64_t& back() const { return words_[size() - 1]; }

private:
    std::uint64_t* words_ = nullptr;
    std::size_t size_ = 0;
};

inline std::size_t words_for(std::size_t points) {
    return (points + 63) / 64;
}

template <std::size_t W>
bool bit_at(Row<W> row, std::size_t i) {
    return (row[i / 64] >> (i % 64) & 1) != 0;
}

template <std::size_t W>
void set_bit(Row<W> row, std::size_t i) {
    row[i / 64] |= std::uint64_t{1} << (i % 64);
}

template <std::size_t W>
void clear_bit(Row<W> row, std::size_t i) {
    row[i / 64] &= ~(std::uint64_t{1} << (i % 64));
}

/// The word that begins `by` points later, seen from word w: bit i is bit i + by of the row.
template <std::size_t W>
std::uint64_t later(Row<W> row, std::size_t w, std::size_t by) {
    const std::size_t from = w + by / 64;
    const unsigned shift = by % 64;
    if (from >= row.size()) return 0;
    std::uint64_t word = row[from] >> shift;
    if (shift != 0 && from + 1 < row.size()) word |= row[from + 1] << (64 - shift);
    return word;
}

/// The word that began `by` points earlier, seen from word w: bit i is bit i - by of the row.
template <std::size_t W>
std::uint64_t earlier(Row<W> row, std::size_t w, std::size_t by) {
    const unsigned shift = by % 64;
    if (by / 64 > w) return 0;
    const std::size_t from = w - by / 64;
    std::uint64_t word = row[from] << shift;
    if (shift != 0 && from > 0) word |= row[from - 1] >> (64 - shift);
    return word;
}

template <std::size_t W>
bool any(Row<W> row) {
    std::uint64_t all = 0;
    for (const std::uint64_t word : row)
        all |= word;
    return all != 0;
}

template <std::size_t W>
std::size_t count(Row<W> row) {
    std::size_t ones = 0;
    for (const std::uint64_t word : row)
        ones += static_cast<std::size_t>(std::popcount(word));
    return ones;
}

/// Leaves a bit where `length` set bits in a row begin. `length` is 1 or more.
template <std::size_t W>
void keep_starts_of_runs(Row<W> row, std::size_t length) {
    for (std::size_t covered = 1; covered < length;) {
        const std::size_t step = covered < length - covered ? covered : length - covered;
        for (std::size_t w = 0; w < row.size(); ++w)
            row[w] &= later(row, w, step);
        covered += step;
    }
}

/// Sets the `length` - 1 bits after every set bit.
template <std::size_t W>
void spread_forward(Row<W> row, std::size_t length) {
    for (std::size_t covered = 1; covered < length;) {
        const std::size_t step = covered < length - covered ? covered : length - covered;
        for (std::size_t w = row.size(); w-- > 0;)
            row[w] |= earlier(row, w, step);
        covered += step;
    }
}

/// Sets the `length` - 1 bits before every set bit.
template <std::size_t W>
void spread_backward(Row<W> row, std::size_t length) {
    for (std::size_t covered = 1; covered < length;) {
        const std::size_t step = covered < length - covered ? covered : length - covered;
        for (std::size_t w = 0; w < row.size(); ++w)
            row[w] |= later(row, w, step);
        covered += step;
    }
}

/// Moves every bit `by` points later.
template <std::size_t W>
void move_forward(Row<W> row, std::size_t by) {
    for (std::size_t w = row.size(); w-- > 0;)
        row[w] = earlier(row, w, by);
}

/// Length of the longest run of set bits.
template <std::size_t W>
std::size_t longest_run(Row<W> row) {
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
template <std::size_t W, class Visit>
void for_each_bit(Row<W> row, Visit visit) {
    for (std::size_t w = 0; w < row.size(); ++w) {
        for (std::uint64_t word = row[w]; word != 0; word &= word - 1)
            visit(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
}

/// Moves the bits that `keep` names together, in order; returns how many there are.
template <std::size_t W>
std::size_t compress(Row<W> row, Row<W> keep, Row<W> out) {
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
template <std::size_t W>
void expand(Row<W> row, Row<W> keep, Row<W> out) {
    std::size_t kept = 0;
    for (std::uint64_t& word : out)
        word = 0;
    for_each_bit(keep, [&](std::size_t i) {
        if (bit_at(row, kept++)) set_bit(out, i);
    });
}

}  // namespace primum::spc
