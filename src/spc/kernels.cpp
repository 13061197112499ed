#include "spc/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

// Compiled once for the oldest 64-bit processors and once for those with AVX2; the loader picks.
// Sanitizers and the loader's picking do not go together.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define PRIMUM_FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define PRIMUM_FOR_EACH_PROCESSOR
#endif

namespace primum::spc {
namespace {

/// Four numbers at once; two of these make the eight lanes.
using Four = double __attribute__((vector_size(32)));
using FourBits = std::int64_t __attribute__((vector_size(32)));
constexpr std::size_t kLanes = 8;

/// Bit i alone.
constexpr auto kBit = [] {
    std::array<std::uint64_t, 64> bits{};
    for (std::size_t i = 0; i < bits.size(); ++i)
        bits[i] = std::uint64_t{1} << i;
    return bits;
}();

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
            Four value;
            std::memcpy(&value, y + i + 4 * half, sizeof value);
            sum[half] += value;
            smallest = value < smallest ? value : smallest;
            largest = value > largest ? value : largest;
        }
    }
    const Four both = sum[0] + sum[1];
    Moments found{(both[0] + both[2]) + (both[1] + both[3]), kInfinity, -kInfinity};
    for (std::size_t lane = 0; lane < 4; ++lane) {
        found.smallest = std::min(found.smallest, smallest[lane]);
        found.largest = std::max(found.largest, largest[lane]);
    }
    for (; i < size; ++i) {
        found.sum += y[i];
        found.smallest = std::min(found.smallest, y[i]);
        found.largest = std::max(found.largest, y[i]);
    }
    return found;
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
            Four value;
            Four before;
            std::memcpy(&value, y + i + 4 * half, sizeof value);
            std::memcpy(&before, y + i + 4 * half - 1, sizeof before);
            const Four difference = value - before;
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
    RangeTotal found{
        (both[0] + both[2]) + (both[1] + both[3]),
        static_cast<double>(kept_both[0] + kept_both[1] + kept_both[2] + kept_both[3])};
    for (; i < size; ++i) {
        const double range = std::fabs(y[i] - y[i - 1]);
        if (!(range < limit)) continue;
        found.sum += range;
        found.ranges += 1;
    }
    return found;
}

PRIMUM_FOR_EACH_PROCESSOR
void compare_with_lines(std::span<const double> values, const LinesToCompare& lines,
                        const LineRows& out) {
    for (std::size_t word = 0; word < out.above.size(); ++word) {
        const std::size_t begin = word * 64;
        const std::size_t size = std::min<std::size_t>(64, values.size() - begin);
        const std::size_t at = begin * lines.stride;
        const double* const y = values.data() + begin;
        std::uint64_t above = 0;
        std::uint64_t below = 0;
        std::uint64_t above2 = 0;
        std::uint64_t below2 = 0;
        std::uint64_t above3 = 0;
        std::uint64_t below3 = 0;
        const auto compare = [&](auto stride) __attribute__((always_inline)) {
            constexpr std::size_t kStride = decltype(stride)::value;
            const double* const centre = lines.centre + at;
            const double* const upper2 = lines.upper2 + at;
            const double* const lower2 = lines.lower2 + at;
            const double* const upper = lines.upper + at;
            const double* const lower = lines.lower + at;
#pragma omp simd reduction(| : above, below, above2, below2, above3, below3)
            for (std::size_t i = 0; i < size; ++i) {
                const std::uint64_t bit = kBit[i];
                above |= y[i] > centre[i * kStride] ? bit : 0;
                below |= y[i] < centre[i * kStride] ? bit : 0;
                above2 |= y[i] > upper2[i * kStride] ? bit : 0;
                below2 |= y[i] < lower2[i * kStride] ? bit : 0;
                above3 |= y[i] > upper[i * kStride] ? bit : 0;
                below3 |= y[i] < lower[i * kStride] ? bit : 0;
            }
        };
        if (lines.stride == 0)
            compare(std::integral_constant<std::size_t, 0>{});
        else
            compare(std::integral_constant<std::size_t, 1>{});
        out.above[word] = above;
        out.below[word] = below;
        out.above2[word] = above2;
        out.below2[word] = below2;
        out.above3[word] = above3;
        out.below3[word] = below3;
    }
}

void greater_bits(Operand a, Operand b, std::size_t count, BitRow out) {
    for (std::uint64_t& word : out)
        word = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (a.values[i * a.stride] > b.values[i * b.stride]) set_bit(out, i);
    }
}

PRIMUM_FOR_EACH_PROCESSOR
void compare_neighbours(std::span<const double> values, BitRow rising, BitRow falling) {
    for (std::size_t word = 0; word < rising.size(); ++word) {
        const std::size_t begin = word * 64;
        const std::size_t size = std::min<std::size_t>(64, values.size() - begin);
        const double* const y = values.data() + begin;
        std::uint64_t up = 0;
        std::uint64_t down = 0;
#pragma omp simd reduction(| : up, down)
        for (std::size_t i = begin == 0 ? 1 : 0; i < size; ++i) {
            const double before = *(y + i - 1);
            up |= y[i] > before ? kBit[i] : 0;
            down |= y[i] < before ? kBit[i] : 0;
        }
        rising[word] = up;
        falling[word] = down;
    }
}

}  // namespace primum::spc
