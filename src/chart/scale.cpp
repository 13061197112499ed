#include "chart/scale.h"

#include <algorithm>
#include <cmath>

namespace primum::chart {
namespace {

double round_step(double span, int intervals) {
    const double rough = span / intervals;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double lead = rough / power;
    // Half way between neighbours on a logarithmic scale.
    return power * (lead > std::sqrt(50)   ? 10
                    : lead > std::sqrt(10) ? 5
                    : lead > std::sqrt(2)  ? 2
                                           : 1);
}

// Closer together than this, numbers of this size cannot be told apart on an axis.
double smallest_span(Extent extent) {
    return std::max(1e-12 * std::max(std::abs(extent.from), std::abs(extent.to)), 1e-290);
}

Extent room_around(Extent extent) {
    if (extent.empty()) return {0, 1};
    const double span = extent.to - extent.from;
    if (span < smallest_span(extent)) {
        const double reach = std::max(std::abs(extent.to) / 2, 1e-280);
        return extent.to == 0 ? Extent{0, 1} : Extent{extent.from - reach, extent.to + reach};
    }
    Extent wider{extent.from - span * 0.04, extent.to + span * 0.04};
    if (extent.from >= 0 && extent.from < span * 0.6) wider.from = 0;
    if (extent.to <= 0 && -extent.to < span * 0.6) wider.to = 0;
    return wider;
}

}  // namespace

int Domain::intervals() const {
    return static_cast<int>(std::lround((to - from) / step));
}

double Domain::tick(int i) const {
    const double value = from + i * step;
    return std::abs(value) < step * 1e-6 ? 0 : value;
}

void Extent::include(double value) {
    if (!std::isfinite(value)) return;
    from = empty() ? value : std::min(from, value);
    to = std::max(to, value);
}

Domain nice_domain(Extent extent, int intervals, double ceiling) {
    Extent wanted = room_around(extent);
    if (extent.to <= ceiling && wanted.from < ceiling) wanted.to = std::min(wanted.to, ceiling);
    const double step = round_step(wanted.to - wanted.from, intervals);
    return {std::floor(wanted.from / step + 1e-9) * step, std::ceil(wanted.to / step - 1e-9) * step,
            step};
}

}  // namespace primum::chart
