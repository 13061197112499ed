#pragma once
// Integration of smooth functions over an interval.

#include <span>

namespace primum::spc {

/// One node of a quadrature rule: where to look, and how much it counts.
struct QuadratureNode {
    double x;
    double weight;
};

/// Fills `nodes` with the Gauss-Legendre rule of that many points over [from, to]: exact for
/// polynomials up to degree 2 n - 1. Nodes rise from `from` to `to`.
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 25.4.29.
void gauss_legendre(double from, double to, std::span<QuadratureNode> nodes);

}  // namespace primum::spc
