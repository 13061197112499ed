#include "spc/risk_adjusted_run_length.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "spc/absorption.h"

namespace primum::spc {
namespace {

constexpr double kMostStates = 4000;

/// What one more patient adds to the sum, in steps of the lattice.
struct Weight {
    double steps;
    double chance;
};

bool is_valid(std::span<const RiskGroup> mix) {
    double patients = 0;
    for (const auto& [risk, share] : mix) {
        if (!(risk >= 0 && risk <= 1 && share >= 0) || std::isinf(share)) return false;
        patients += share;
    }
    return patients > 0;
}

bool is_odds_ratio(double ratio) {
    return ratio > 0 && std::isfinite(ratio);
}

std::vector<Weight> weights_of(std::span<const RiskGroup> mix, double sought, double actual,
                               double step) {
    double patients = 0;
    for (const RiskGroup& group : mix)
        patients += group.share;
    std::vector<Weight> weights;
    for (const auto& [risk, share] : mix) {
        const double event = actual * risk / (1 - risk + actual * risk);
        const double without = -std::log1p((sought - 1) * risk);
        weights.push_back({(std::log(sought) + without) / step, event * share / patients});
        weights.push_back({without / step, (1 - event) * share / patients});
    }
    return weights;
}

class Lattice {
public:
    explicit Lattice(std::size_t states) : moves_(states * states, 0.0), leaves_(states, 0.0) {}

    void add(const Weight& weight) {
        for (std::size_t from = 0; from < leaves_.size(); ++from)
            add(from, weight);
    }

    double average_run_length() { return mean_steps_to_leave(moves_, leaves_).front(); }

private:
    void add(std::size_t from, const Weight& weight) {
        const double to = static_cast<double>(from) + weight.steps;
        const double lower = std::floor(to);
        land(from, lower, weight.chance * (lower + 1 - to));
        land(from, lower + 1, weight.chance * (to - lower));
    }

    void land(std::size_t from, double to, double chance) {
        const std::size_t states = leaves_.size();
        if (to >= static_cast<double>(states))
            leaves_[from] += chance;
        else
            moves_[from * states + static_cast<std::size_t>(std::max(0.0, to))] += chance;
    }

    std::vector<double> moves_;
    std::vector<double> leaves_;
};

}  // namespace

std::optional<double> risk_adjusted_average_run_length(std::span<const RiskGroup> mix,
                                                       double sought, double actual, double limit,
                                                       double steps_per_unit) {
    if (!is_valid(mix) || !is_odds_ratio(sought) || !is_odds_ratio(actual)) return std::nullopt;
    if (!(limit > 0 && steps_per_unit > 0) || std::isinf(limit)) return std::nullopt;
    const double states = std::clamp(std::round(limit * steps_per_unit), 1.0, kMostStates);
    Lattice lattice(static_cast<std::size_t>(states));
    for (const Weight& weight : weights_of(mix, sought, actual, limit / states))
        lattice.add(weight);
    return lattice.average_run_length();
}

}  // namespace primum::spc
