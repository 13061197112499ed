#pragma once
// Integration of smooth functions over an interval.

#include <cstddef>
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

/// For masses standing at the nodes of a Gauss-Legendre rule of that many points, whatever its
/// interval: `shares[j * count + i]` is how much of a mass at node i lies below node j. The masses
/// are the node weights times a smooth density, which is integrated up to node j as the polynomial
/// through the nodes.
void gauss_legendre_shares_below(std::size_t count, std::span<double> shares);

}  // namespace primum::spc
