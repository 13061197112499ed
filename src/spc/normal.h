#pragma once
// The standard normal distribution.

#include <cmath>
#include <numbers>

namespace primum::spc {

inline double normal_density(double x) {
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

/// The chance of a value above x, to full relative precision.
inline double normal_upper_tail(double x) {
    return std::erfc(x / std::numbers::sqrt2) / 2;
}

/// The chance of a value between a and b, to full relative precision in both tails.
inline double normal_between(double a, double b) {
    return a > 0 ? normal_upper_tail(a) - normal_upper_tail(b)
                 : normal_upper_tail(-b) - normal_upper_tail(-a);
}

}  // namespace primum::spc
