#include "datasets/points.h"

#include <algorithm>

#include "spc/names.h"

namespace primum::datasets {

double PointView::numerator() const {
    const bool is_ratio = !study_.data.denominators.empty() && study_.data.spreads.empty();
    return is_ratio ? study_.data.values[at()] : spc::kMissing;
}

double PointView::denominator() const {
    return study_.data.denominators.empty() ? spc::kMissing : study_.data.denominators[at()];
}

bool PointView::excluded() const {
    return !study_.data.excluded.empty() && study_.data.excluded[at()] == 1;
}

bool PointView::in_baseline() const {
    return phase().baseline == 0 || point_ - phase().begin < phase().baseline;
}

std::size_t PointView::phase_number() const {
    const auto& phases = data_member_.phases;
    const auto next = std::upper_bound(
        phases.begin(), phases.end(), point_,
        [](std::size_t point, const spc::Phase& phase) { return point < phase.begin; });
    return static_cast<std::size_t>(next - phases.begin());
}

std::string names_of(spc::RuleSet rules) {
    std::string names;
    if (rules.empty()) return names;
    for (int i = 0; i < spc::kRuleCount; ++i) {
        const auto rule = static_cast<spc::Rule>(i);
        if (!rules.has(rule)) continue;
        if (!names.empty()) names += ';';
        names += spc::name_of(rule);
    }
    return names;
}

}  // namespace primum::datasets
