#include "spc/subgroups.h"

#include <algorithm>
#include <cmath>

#include "spc/series.h"

namespace primum::spc {

Subgroups summarise(std::span<const double> values, std::span<const std::size_t> groups) {
    const std::size_t count = groups.empty() ? 0 : *std::ranges::max_element(groups) + 1;
    Subgroups out;
    out.means.assign(count, 0);
    out.sds.assign(count, 0);
    out.ranges.assign(count, 0);
    out.sizes.assign(count, 0);
    std::vector<double> smallest(count, kMissing);
    std::vector<double> largest(count, kMissing);

    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        const std::size_t group = groups[i];
        out.means[group] += values[i];
        out.sizes[group] += 1;
        smallest[group] = std::fmin(smallest[group], values[i]);
        largest[group] = std::fmax(largest[group], values[i]);
    }
    for (std::size_t group = 0; group < count; ++group)
        out.means[group] = out.sizes[group] > 0 ? out.means[group] / out.sizes[group] : kMissing;

    for (std::size_t i = 0; i < values.size(); ++i) {
        const double from_mean = values[i] - out.means[groups[i]];
        if (!std::isnan(from_mean)) out.sds[groups[i]] += from_mean * from_mean;
    }
    for (std::size_t group = 0; group < count; ++group) {
        const bool spread = out.sizes[group] >= 2;
        out.sds[group] = spread ? std::sqrt(out.sds[group] / (out.sizes[group] - 1)) : kMissing;
        out.ranges[group] = spread ? largest[group] - smallest[group] : kMissing;
    }
    return out;
}

}  // namespace primum::spc
