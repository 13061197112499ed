#include "spc/kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "spc/bits.h"

// Compiled once for the oldest 64-bit processors and once for those with AVX2; the loader picks.
// Sanitizers and the loader's picking do not go together.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define PRIMUM_FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define PRIMUM_FOR_EACH_PROCESSOR
#endif

#define PRIMUM_INLINE inline __attribute__((always_inline))

// Vectors are handed about inside this file only, and inlined, so how they would be passed to a
// function of another file does not matter.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace primum::spc {
namespace {

/// Four numbers at once; two of these make the eight lanes.
using Four = double __attribute__((vector_size(32)));
using FourBits = std::int64_t __attribute__((vector_size(32)));
constexpr std::size_t kLanes = 8;

PRIMUM_INLINE Four load(const double* from) {
    Four values;
    std::memcpy(&values, from, sizeof values);
    return values;
}

/// A line as it stands at four points.
template <std::size_t Stride>
PRIMUM_INLINE Four line_at(const double* line, std::size_t i) {
    if constexpr (Stride == 0) return Four{} + *line;
    return load(line + i);
}

/// The four partial words of a comparison as one.
PRIMUM_INLINE std::uint64_t joined(FourBits bits) {
    return static_cast<std::uint64_t>((bits[0] | bits[1]) | (bits[2] | bits[3]));
}

/// One bit a point: 1, 2, 4, 8 for the first four, shifted by four for each four that follow.
constexpr FourBits kFirstBits{1, 2, 4, 8};

PRIMUM_INLINE std::uint64_t bit_if(bool holds, std::size_t i) {
    return std::uint64_t{holds} << i;
}

struct TwoWords {
    std::uint64_t above;
    std::uint64_t below;
};

/// Up to 64 points against an upper and a lower line.
template <std::size_t Stride>
PRIMUM_INLINE TwoWords compare_word(const double* y, std::size_t size, const double* upper,
                                    const double* lower) {
    FourBits bits = kFirstBits;
    FourBits above{};
    FourBits below{};
    std::size_t i = 0;
    for (; i + 4 <= size; i += 4) {
        const Four value = load(y + i);
        above |= (value > line_at<Stride>(upper, i)) & bits;
        below |= (value < line_at<Stride>(lower, i)) & bits;
        bits <<= 4;
    }
    TwoWords found{joined(above), joined(below)};
    for (; i < size; ++i) {
        found.above |= bit_if(y[i] > upper[i * Stride], i);
        found.below |= bit_if(y[i] < lower[i * Stride], i);
    }
    return found;
}

/// Of the points beyond the inner lines, few, those beyond the outer ones.
PRIMUM_INLINE TwoWords narrow(const double* y, TwoWords inner, const double* upper,
                              const double* lower, std::size_t stride) {
    TwoWords outer{0, 0};
    for (std::uint64_t left = inner.above; left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        outer.above |= bit_if(y[i] > upper[i * stride], i);
    }
    for (std::uint64_t left = inner.below; left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        outer.below |= bit_if(y[i] < lower[i * stride], i);
    }
    return outer;
}

template <std::size_t Stride>
PRIMUM_INLINE void compare_words(std::span<const double> values, const LinesToCompare& lines,
                                 const LineRows& out) {
    // Only a point beyond the inner line can then be beyond the outer one.
    const bool nested =
        Stride == 0 && *lines.upper >= *lines.upper2 && *lines.lower <= *lines.lower2;
    for (std::size_t word = 0; word < words_for(values.size()); ++word) {
        const double* const y = values.data() + word * 64;
        const std::size_t size = std::min<std::size_t>(64, values.size() - word * 64);
        const std::size_t at = word * 64 * Stride;
        const auto centre = compare_word<Stride>(y, size, lines.centre + at, lines.centre + at);
        const auto inner = compare_word<Stride>(y, size, lines.upper2 + at, lines.lower2 + at);
        const auto outer = nested
                               ? narrow(y, inner, lines.upper + at, lines.lower + at, Stride)
                               : compare_word<Stride>(y, size, lines.upper + at, lines.lower + at);
        out.above[word] = centre.above;
        out.below[word] = centre.below;
        out.above2[word] = inner.above;
        out.below2[word] = inner.below;
        out.above3[word] = outer.above;
        out.below3[word] = outer.below;
    }
}

}  // namespace

PRIMUM_FOR_EACH_PROCESSOR
bool copy_checked(std::span<const double> from, std::span<double> to) {
    const double* const in = from.data();
    double* const out = to.data();
    const std::size_t size = from.size();
    std::uint64_t wrong = 0;
#pragma omp simd reduction(| : wrong)
    for (std::size_t i = 0; i < size; ++i) {
        out[i] = in[i];
        wrong |= std::fabs(in[i]) <= kLargestValue ? 0U : 1U;  // false for NaN too
    }
    return wrong == 0;
}

PRIMUM_FOR_EACH_PROCESSOR
Moments moments(std::span<const double> values) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const double* const y = values.data();
    const std::size_t size = values.size();
    Four sum[2] = {};
    Four smallest = Four{} + kInfinity;
    Four largest = Four{} - kInfinity;
    std::size_t i = 0;
    for (; i + kLanes <= size; i += kLanes) {
        for (std::size_t half = 0; half < 2; ++half) {
            const Four value = load(y + i + 4 * half);
            sum[half] += value;
            smallest = value < smallest ? value : smallest;
            largest = value > largest ? value : largest;
        }
    }
    const Four both = sum[0] + sum[1];
    double total = (both[0] + both[2]) + (both[1] + both[3]);
    double least = std::min(std::min(smallest[0], smallest[1]), std::min(smallest[2], smallest[3]));
    double most = std::max(std::max(largest[0], largest[1]), std::max(largest[2], largest[3]));
    for (; i < size; ++i) {
        total += y[i];
        least = std::min(least, y[i]);
        most = std::max(most, y[i]);
    }
    return {total, least, most};
}

PRIMUM_FOR_EACH_PROCESSOR
double sum_above(std::span<const double> values, double level) {
    const double* const y = values.data();
    const std::size_t size = values.size();
    Four sum[2] = {};
    std::size_t i = 0;
    for (; i + kLanes <= size; i += kLanes)
        for (std::size_t half = 0; half < 2; ++half)
            sum[half] += load(y + i + 4 * half) - level;
    const Four both = sum[0] + sum[1];
    double total = (both[0] + both[2]) + (both[1] + both[3]);
    for (; i < size; ++i)
        total += y[i] - level;
    return total;
}

PRIMUM_FOR_EACH_PROCESSOR
RangeTotal total_range_below(std::span<const double> values, double limit) {
    const FourBits magnitude = FourBits{} + std::numeric_limits<std::int64_t>::max();
    const double* const y = values.data();
    const std::size_t size = values.size();
    Four sum[2] = {};
    FourBits kept[2] = {};
    std::size_t i = 1;
    for (; i + kLanes <= size; i += kLanes) {
        for (std::size_t half = 0; half < 2; ++half) {
            const Four difference = load(y + i + 4 * half) - load(y + i + 4 * half - 1);
            FourBits range;
            std::memcpy(&range, &difference, sizeof range);
            range &= magnitude;
            Four distance;
            std::memcpy(&distance, &range, sizeof distance);
            const FourBits is_below = distance < limit;  // -1 where it is
            range &= is_below;
            std::memcpy(&distance, &range, sizeof distance);
            sum[half] += distance;
            kept[half] -= is_below;
        }
    }
    const Four both = sum[0] + sum[1];
    const FourBits kept_both = kept[0] + kept[1];
    double total = (both[0] + both[2]) + (both[1] + both[3]);
    std::int64_t ranges = (kept_both[0] + kept_both[1]) + (kept_both[2] + kept_both[3]);
    for (; i < size; ++i) {
        const double range = std::fabs(y[i] - y[i - 1]);
        total += range < limit ? range : 0.0;
        ranges += range < limit ? 1 : 0;
    }
    return {total, static_cast<double>(ranges)};
}

PRIMUM_FOR_EACH_PROCESSOR
void compare_with_lines(std::span<const double> values, const LinesToCompare& lines,
                        const LineRows& out) {
    if (lines.stride == 0)
        compare_words<0>(values, lines, out);
    else
        compare_words<1>(values, lines, out);
}

void greater_bits(Operand a, Operand b, std::size_t count, std::uint64_t* out) {
    std::fill_n(out, words_for(count), 0);
    for (std::size_t i = 0; i < count; ++i)
        out[i / 64] |= bit_if(a.values[i * a.stride] > b.values[i * b.stride], i % 64);
}

PRIMUM_FOR_EACH_PROCESSOR
void compare_neighbours(std::span<const double> values, std::uint64_t* rising,
                        std::uint64_t* falling) {
    // Bit k of a word compares points k and k + 1; moving all bits up by one puts each on the
    // later.
    std::uint64_t last_up = 0;
    std::uint64_t last_down = 0;
    for (std::size_t word = 0; word < words_for(values.size()); ++word) {
        const std::size_t begin = word * 64;
        const std::size_t pairs = std::min<std::size_t>(64, values.size() - 1 - begin);
        const double* const y = values.data() + begin;
        FourBits bits = kFirstBits;
        FourBits up{}, down{};
        std::size_t i = 0;
        for (; i + 4 <= pairs; i += 4) {
            const Four before = load(y + i);
            const Four after = load(y + i + 1);
            up |= (after > before) & bits;
            down |= (after < before) & bits;
            bits <<= 4;
        }
        std::uint64_t all_up = joined(up);
        std::uint64_t all_down = joined(down);
        for (; i < pairs; ++i) {
            all_up |= bit_if(y[i + 1] > y[i], i);
            all_down |= bit_if(y[i + 1] < y[i], i);
        }
        rising[word] = all_up << 1 | last_up;
        falling[word] = all_down << 1 | last_down;
        last_up = all_up >> 63;
        last_down = all_down >> 63;
    }
}

}  // namespace primum::spc
