#include "spc/quadrature.h"

#include <cmath>
#include <cstddef>
#include <numbers>

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

}  // namespace primum::spc
