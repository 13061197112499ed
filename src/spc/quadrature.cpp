#include "spc/quadrature.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace primum::spc {
namespace {

struct Legendre {
    double value;
    double slope;
};

/// The Legendre polynomial of the given degree, by its three-term recurrence.
Legendre legendre(std::size_t degree, double x) {
    double before = 0;
    double value = 1;
    for (std::size_t j = 0; j < degree; ++j) {
        const auto k = static_cast<double>(j);
        const double next = ((2 * k + 1) * x * value - k * before) / (k + 1);
        before = value;
        value = next;
    }
    return {value, static_cast<double>(degree) * (x * value - before) / (x * x - 1)};
}

}  // namespace

void gauss_legendre(double from, double to, std::span<QuadratureNode> nodes) {
    const std::size_t count = nodes.size();
    const double middle = (from + to) / 2;
    const double half = (to - from) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        // Newton from Tricomi's guess doubles the correct digits each time: five steps are plenty.
        double x = -std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) /
                             (static_cast<double>(count) + 0.5));
        for (int step = 0; step < 5; ++step) {
            const Legendre at = legendre(count, x);
            x -= at.value / at.slope;
        }
        const double slope = legendre(count, x).slope;
        nodes[i] = {middle + half * x, half * 2 / ((1 - x * x) * slope * slope)};
    }
}

// The density expands in Legendre polynomials P_k, whose integral from -1 to x is
// (P_(k+1)(x) - P_(k-1)(x)) / (2 k + 1); the weights cancel.
void gauss_legendre_shares_below(std::size_t count, std::span<double> shares) {
    std::vector<QuadratureNode> nodes(count);
    gauss_legendre(-1, 1, nodes);
    for (std::size_t j = 0; j < count; ++j)
        for (std::size_t i = 0; i < count; ++i)
            shares[j * count + i] = (nodes[j].x + 1) / 2;

    std::vector<double> at(count);        // P_k at the nodes
    std::vector<double> integral(count);  // (2 k + 1) times its integral up to them
    for (std::size_t k = 1; k < count; ++k) {
        for (std::size_t j = 0; j < count; ++j) {
            at[j] = legendre(k, nodes[j].x).value;
            integral[j] = legendre(k + 1, nodes[j].x).value - legendre(k - 1, nodes[j].x).value;
        }
        for (std::size_t j = 0; j < count; ++j)
            for (std::size_t i = 0; i < count; ++i)
                shares[j * count + i] += at[i] * integral[j] / 2;
    }
}

}  // namespace primum::spc
