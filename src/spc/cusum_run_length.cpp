#include "spc/cusum_run_length.h"

#include <cmath>
#include <cstddef>
#include <vector>

#include "spc/absorption.h"
#include "spc/design_root.h"
#include "spc/normal.h"
#include "spc/quadrature.h"

namespace primum::spc {
namespace {

constexpr double kLargestDecision = 100;

/// The average run length of one side, from a sum of 0 and from the head start.
struct SideRunLength {
    double from_zero;
    double from_head_start;
};

/// The states are a sum of 0, the head start (which is only ever left), and the nodes over (0, h).
SideRunLength one_side(const CusumDesign& design, double shift) {
    const double h = design.decision;
    std::vector<QuadratureNode> nodes(30 + static_cast<std::size_t>(4 * h));
    gauss_legendre(0, h, nodes);

    constexpr std::size_t kZero = 0;
    constexpr std::size_t kHeadStart = 1;
    constexpr std::size_t kNodes = 2;
    const std::size_t states = kNodes + nodes.size();
    std::vector<double> moves(states * states, 0.0);
    std::vector<double> leaves(states);
    for (std::size_t i = 0; i < states; ++i) {
        const double sum = i == kZero        ? 0
                           : i == kHeadStart ? design.head_start
                                             : nodes[i - kNodes].x;
        const double mean = sum + shift - design.reference;  // of the next sum
        double* const row = moves.data() + i * states;
        row[kZero] = normal_upper_tail(mean);
        leaves[i] = normal_upper_tail(h - mean);
        for (std::size_t j = 0; j < nodes.size(); ++j)
            row[kNodes + j] = nodes[j].weight * normal_density(nodes[j].x - mean);
    }
    const std::vector<double> steps = mean_steps_to_leave(moves, leaves);
    if (std::isinf(steps[kZero])) return {steps[kZero], steps[kZero]};
    return {steps[kZero], steps[kHeadStart]};
}

bool is_valid(const CusumDesign& design) {
    return design.reference >= 0 && design.decision > 0 && design.decision <= kLargestDecision &&
           std::isfinite(design.reference) && design.head_start >= 0 &&
           design.head_start <= design.decision;
}

/// A side that signals finds the other at 0, so with T the sooner of both
///
///     E T+ = E T + P(T-'s is sooner) L+(0)   and   E T- = E T + P(T+'s is sooner) L-(0).
///
/// The slower side enters by quotients only: its run length may be 10^300, or infinite.
double joined(const SideRunLength& quick, const SideRunLength& slow) {
    if (quick.from_zero > slow.from_zero) return joined(slow, quick);
    if (std::isinf(slow.from_zero)) return quick.from_head_start;
    const double share = 1 / (1 + quick.from_zero / slow.from_zero);
    const double head_start_gain = slow.from_head_start / slow.from_zero - 1;
    return share * (quick.from_head_start + quick.from_zero * head_start_gain);
}

}  // namespace

std::optional<double> cusum_average_run_length(const CusumDesign& design, double shift) {
    if (!is_valid(design) || !std::isfinite(shift)) return std::nullopt;
    const SideRunLength up = one_side(design, shift);
    if (design.sides == Sides::one) return up.from_head_start;
    return joined(up, one_side(design, -shift));
}

std::optional<double> cusum_decision_for(double average_run_length, double reference, Sides sides) {
    const auto run_length = [&](double decision) {
        return cusum_average_run_length({reference, decision, 0, sides}, 0);
    };
    return design_root(run_length, average_run_length, kLargestDecision);
}

}  // namespace primum::spc
