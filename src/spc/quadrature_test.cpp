#include "spc/quadrature.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

namespace primum::spc {
namespace {

// Abramowitz and Stegun, table 25.4, n = 3.
TEST(GaussLegendre, HasThePrintedNodesAndWeights) {
    std::array<QuadratureNode, 3> nodes;
    gauss_legendre(-1, 1, nodes);
    EXPECT_NEAR(nodes[0].x, -0.774596669241483, 1e-15);
    EXPECT_NEAR(nodes[1].x, 0, 1e-15);
    EXPECT_NEAR(nodes[2].weight, 0.555555555555556, 1e-15);
    EXPECT_NEAR(nodes[1].weight, 0.888888888888889, 1e-15);
}

// The integral of exp over [0, 2] is e² - 1; of x^9 over [0, 2] it is 102.4.
TEST(GaussLegendre, IntegratesOverAnyInterval) {
    std::array<QuadratureNode, 5> five;
    gauss_legendre(0, 2, five);
    double ninth = 0;
    for (const auto& node : five)
        ninth += node.weight * std::pow(node.x, 9);
    EXPECT_NEAR(ninth, 102.4, 1e-12);

    std::array<QuadratureNode, 40> forty;
    gauss_legendre(0, 2, forty);
    double exponential = 0;
    for (const auto& node : forty)
        exponential += node.weight * std::exp(node.x);
    EXPECT_NEAR(exponential, std::numbers::e * std::numbers::e - 1, 1e-13);
}

}  // namespace
}  // namespace primum::spc
