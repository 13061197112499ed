#include "momentum/summary.h"

#include <algorithm>

namespace primum::momentum {

Summary summary_of(const Facts& facts, std::span<const Act> acts, std::span<const Weight> weights,
                   Day day) {
    Summary summary{.facts = &facts,
                    .now = index_on(acts, weights, day),
                    .before = index_on(acts, weights, day - kWindow),
                    .last = last_act(acts, day),
                    .cooling = {}};
    for (const Period& period : facts.member)
        if (period.has(day)) summary.cooling = cooling_on(acts, weights, period.from, day);
    return summary;
}

double median(std::span<const double> in_order) {
    if (in_order.empty()) return 0;
    const std::size_t middle = in_order.size() / 2;
    return in_order.size() % 2 == 1 ? in_order[middle]
                                    : (in_order[middle - 1] + in_order[middle]) / 2;
}

}  // namespace primum::momentum
