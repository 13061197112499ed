#pragma once
// How long an EWMA of normal values runs until it signals.

#include <optional>

#include "spc/cusum_run_length.h"

namespace primum::spc {

/// An exponentially weighted moving average of values z with mean 0 and sigma 1:
///
///     E = (1 - lambda) E + lambda z,
///
/// which starts at `head_start` and signals beyond ±reach sqrt(lambda / (2 - lambda)): the fixed
/// limits that the moving ones end up at. With one side it watches the upper limit only, and an E
/// below 0 is set to 0 (Crowder and Hamilton, 1992).
struct EwmaDesign {
    double lambda = 0.2;  ///< above 0, at most 1; 1 is a Shewhart chart
    double reach = 3;     ///< in sigmas of E, above 0; reach / sqrt(lambda (2 - lambda)) at most 80
    double head_start = 0;  ///< in sigma of z; within the limits, and 0 or more with one side
    Sides sides = Sides::two;
};

/// Average run length when the mean has moved by `shift` sigma before the first point: the solution
/// of
///
///     L(s) = 1 + integral of L(x) f((x - (1 - lambda) s) / lambda - shift) / lambda
///
/// over x within the limits, f the normal density, on Gauss-Legendre nodes; to some twelve digits.
/// Nothing where the design or the shift is out of range.
/// Source: Crowder, Technometrics 29 (1987); Lucas and Saccucci, Technometrics 32 (1990).
std::optional<double> ewma_average_run_length(const EwmaDesign& design, double shift);

/// The reach with which an EWMA in control runs for so long on average. Nothing where lambda is out
/// of range, or no reach does it.
std::optional<double> ewma_reach_for(double average_run_length, double lambda,
                                     Sides sides = Sides::two);

}  // namespace primum::spc
