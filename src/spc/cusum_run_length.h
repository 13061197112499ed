#pragma once
// How long a CUSUM of normal values runs until it signals.

#include <cstdint>
#include <optional>

namespace primum::spc {

/// Whether a chart watches for a rise only, or for a rise and a fall.
enum class Sides : std::uint8_t { one, two };

/// A tabular CUSUM of values z with mean 0 and sigma 1:
///
///     C+ = max(0, C+ + z - reference),   C- = max(0, C- - z - reference),
///
/// which start at `head_start` and signal above `decision`. All in sigma.
struct CusumDesign {
    double reference = 0.5;  ///< k, 0 or more
    double decision = 5;     ///< h, above 0 and at most 100
    double head_start = 0;   ///< from 0 to h; Lucas and Crosier's "fast initial response" is h / 2
    Sides sides = Sides::two;
};

/// Average run length when the mean has moved by `shift` sigma before the first point. For each
/// side it solves
///
///     L(s) = 1 + L(0) F(k - s - shift) + integral over [0, h] of L(x) f(x + k - s - shift),
///
/// f and F the normal density and distribution function, on Gauss-Legendre nodes; to some twelve
/// digits. The sides are joined by Lucas and Crosier's formula, which holds as long as a side that
/// signals finds the other at 0: always with a head start up to h / 2 + k. Beyond that it is
/// close, and what everyone's tables use.
/// Nothing where the design or the shift is out of range.
/// Source: Page, Biometrika 41 (1954); Lucas and Crosier, Technometrics 24 (1982).
std::optional<double> cusum_average_run_length(const CusumDesign& design, double shift);

/// The decision interval h with which a CUSUM in control runs for so long on average. Nothing where
/// the reference value is out of range, or no h from 0 to 100 does it.
std::optional<double> cusum_decision_for(double average_run_length, double reference = 0.5,
                                         Sides sides = Sides::two);

}  // namespace primum::spc
