#include "spc/moving_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "spc/kernels.h"

namespace primum::spc {
namespace {

bool counts(const Sequence& sequence, std::size_t i) {
    return sequence.gaps == Gaps::bridged || sequence.after_gap.empty() ||
           sequence.after_gap[i] == 0;
}

RangeTotal total_with_gaps_below(const Sequence& sequence, double limit) {
    RangeTotal total{0, 0};
    for (std::size_t i = 1; i < sequence.values.size(); ++i) {
        const double range = std::fabs(sequence.values[i] - sequence.values[i - 1]);
        if (!counts(sequence, i) || !(range < limit)) continue;
        total.sum += range;
        total.ranges += 1;
    }
    return total;
}

}  // namespace

double mean_moving_range(const Sequence& sequence, Screening screening) {
    const bool has_gaps = sequence.gaps == Gaps::dropped && !sequence.after_gap.empty();
    const auto total = [&](double limit) {
        return has_gaps ? total_with_gaps_below(sequence, limit)
                        : total_range_below(sequence.values, limit);
    };
    constexpr double kNoLimit = std::numeric_limits<double>::infinity();
    const double plain = total(kNoLimit).mean();
    if (screening == Screening::off || !(plain > 0)) return plain;
    const RangeTotal screened = total(kRangeReach * plain);
    return screened.ranges == 0 ? plain : screened.mean();
}

double median_moving_range(const Sequence& sequence, Screening screening,
                           std::span<double> scratch) {
    std::size_t ranges = 0;
    for (std::size_t i = 1; i < sequence.values.size(); ++i) {
        if (counts(sequence, i))
            scratch[ranges++] = std::fabs(sequence.values[i] - sequence.values[i - 1]);
    }
    const std::span<double> all = scratch.first(ranges);
    const double plain = median(all);
    if (screening == Screening::off || !(plain > 0)) return plain;
    const auto kept = std::partition(all.begin(), all.end(),
                                     [&](double range) { return range < kRangeReach * plain; });
    const auto left = static_cast<std::size_t>(kept - all.begin());
    return left == 0 ? plain : median(all.first(left));
}

double median(std::span<double> values) {
    if (values.empty()) return kMissing;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    const double below = *std::max_element(values.begin(), middle);
    return (below + *middle) / 2;
}

}  // namespace primum::spc
