#include "spc/ewma_run_length.h"

#include <cmath>
#include <cstddef>
#include <vector>

#include "spc/absorption.h"
#include "spc/design_root.h"
#include "spc/normal.h"
#include "spc/quadrature.h"

namespace primum::spc {
namespace {

constexpr double kWidest = 80;  // limits, in lambda sigma: what one point can move E by

double width(double lambda, double reach) {
    return reach / std::sqrt(lambda * (2 - lambda));
}

bool is_valid(const EwmaDesign& design) {
    if (!(design.lambda > 0 && design.lambda <= 1 && design.reach > 0)) return false;
    if (!(width(design.lambda, design.reach) <= kWidest)) return false;
    const double limit = width(design.lambda, design.reach) * design.lambda;
    return std::abs(design.head_start) <= limit &&
           (design.sides == Sides::two || design.head_start >= 0);
}

}  // namespace

// Everything is counted in lambda sigma, so that one more point adds z itself.
std::optional<double> ewma_average_run_length(const EwmaDesign& design, double shift) {
    if (!is_valid(design) || !std::isfinite(shift)) return std::nullopt;
    const bool one_sided = design.sides == Sides::one;
    const double upper = width(design.lambda, design.reach);
    const double lower = one_sided ? 0 : -upper;
    std::vector<QuadratureNode> nodes(30 + static_cast<std::size_t>(4 * (upper - lower)));
    gauss_legendre(lower, upper, nodes);

    // The states: where it starts (which is only ever left), at 0 after a reset, and the nodes.
    constexpr std::size_t kStart = 0;
    constexpr std::size_t kReset = 1;
    constexpr std::size_t kNodes = 2;
    const std::size_t states = kNodes + nodes.size();
    std::vector<double> moves(states * states, 0.0);
    std::vector<double> leaves(states);
    for (std::size_t i = 0; i < states; ++i) {
        const double from = i == kStart   ? design.head_start / design.lambda
                            : i == kReset ? 0
                                          : nodes[i - kNodes].x;
        const double mean = (1 - design.lambda) * from + shift;
        const double below = normal_upper_tail(mean - lower);
        double* const row = moves.data() + i * states;
        row[kReset] = one_sided ? below : 0;
        leaves[i] = normal_upper_tail(upper - mean) + (one_sided ? 0 : below);
        for (std::size_t j = 0; j < nodes.size(); ++j)
            row[kNodes + j] = nodes[j].weight * normal_density(nodes[j].x - mean);
    }
    return mean_steps_to_leave(moves, leaves)[kStart];
}

std::optional<double> ewma_reach_for(double average_run_length, double lambda, Sides sides) {
    if (!(lambda > 0 && lambda <= 1)) return std::nullopt;
    const auto run_length = [&](double reach) {
        return ewma_average_run_length({lambda, reach, 0, sides}, 0);
    };
    return design_root(run_length, average_run_length, kWidest / width(lambda, 1));
}

}  // namespace primum::spc
