#pragma once
// The few loops that the speed of the engine hangs on.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace primum::spc {

/// A line that is the same for every point.
struct Constant {
    double value;
    double at(std::size_t) const { return value; }
#if defined(__SSE2__)
    __m128d pair(std::size_t) const { return _mm_set1_pd(value); }
#endif
};

/// A line, or the points themselves, as an array.
struct Varying {
    const double* values;
    double at(std::size_t i) const { return values[i]; }
#if defined(__SSE2__)
    __m128d pair(std::size_t i) const { return _mm_loadu_pd(values + i); }
#endif
};

/// Bit i of the answer says whether a[i] > b[i]; `words` must hold (count + 63) / 64 words.
/// Comparisons with NaN are false.
template <class Left, class Right>
void greater_bits(Left a, Right b, std::size_t count, std::uint64_t* words) {
    for (std::size_t begin = 0; begin < count; begin += 64) {
        const std::size_t in_word = count - begin < 64 ? count - begin : 64;
        std::uint64_t word = 0;
        std::size_t i = 0;
#if defined(__SSE2__)
        for (; i + 2 <= in_word; i += 2) {
            const __m128d greater = _mm_cmpgt_pd(a.pair(begin + i), b.pair(begin + i));
            word |= static_cast<std::uint64_t>(_mm_movemask_pd(greater)) << i;
        }
#endif
        for (; i < in_word; ++i)
            word |= static_cast<std::uint64_t>(a.at(begin + i) > b.at(begin + i)) << i;
        *words++ = word;
    }
}

}  // namespace primum::spc
