#include "spc/run_length.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "spc/normal_walk.h"

namespace primum::spc {

RunLength::RunLength(std::vector<double> seen, std::vector<double> waiting, double hazard)
    : seen_(std::move(seen)), waiting_(std::move(waiting)), hazard_(hazard) {}

double RunLength::average() const {
    const double listed = std::accumulate(waiting_.begin(), waiting_.end() - 1, 0.0);
    return waiting_.back() == 0 ? listed : listed + waiting_.back() / hazard_;
}

double RunLength::chance_within(std::size_t points) const {
    if (points < seen_.size()) return std::min(1.0, seen_[points]);
    const auto further = static_cast<double>(points - (seen_.size() - 1));
    const double later = waiting_.back() * -std::expm1(further * std::log1p(-hazard_));
    return std::min(1.0, seen_.back() + later);
}

std::optional<std::size_t> RunLength::points_until(double chance) const {
    if (!(chance < 1)) return std::nullopt;
    const auto listed = std::ranges::find_if(seen_, [&](double seen) { return seen >= chance; });
    if (listed != seen_.end()) return static_cast<std::size_t>(listed - seen_.begin());
    if (!(hazard_ > 0)) return std::nullopt;
    const double further = std::log((1 - chance) / waiting_.back()) / std::log1p(-hazard_);
    const double points = static_cast<double>(seen_.size() - 1) + std::ceil(further);
    // Beyond any count of points; a chance of a signal that is as good as none.
    if (!(points < 1e15)) return std::nullopt;
    return static_cast<std::size_t>(points);
}

std::optional<RunLength> shewhart_run_length(const Rules& rules, double shift, double sigmas,
                                             Watch watch) {
    if (!std::isfinite(shift) || !(sigmas > 0)) return std::nullopt;
    const auto walk = normal_walk(rules, shift, sigmas, watch);
    if (!walk) return std::nullopt;
    return settle(*walk);
}

}  // namespace primum::spc
