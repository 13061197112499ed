#pragma once
// Cumulative sums: small, lasting changes add up until they show.

#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "spc/process.h"

namespace primum::spc {

/// The two sums of a CUSUM chart, one entry a point. `up` gathers what speaks for a higher level
/// and is 0 or more, `down` what speaks for a lower one and is 0 or less, so both may be drawn
/// about one zero line. A missing point is NaN in both; the sums pass over it unchanged.
///
/// Values are those reached at the point, before any reset: where a chart starts again after a
/// signal, the next point begins from 0, and peers print 0 at the signal itself.
struct Cusum {
    std::vector<double> up;
    std::vector<double> down;
    std::vector<std::uint8_t> signal_up;    ///< 1 where `up` is beyond its limit
    std::vector<std::uint8_t> signal_down;  ///< 1 where `down` is beyond its limit
};

/// How a tabular CUSUM is set; the numbers are in sigmas of the plotted value.
struct CusumOptions {
    double reference = 0.5;  ///< k, half the shift to be found
    double decision = 5;     ///< h
    double head_start = 0;   ///< where both sums begin; h / 2 is the fast initial response
    bool restart = false;    ///< begin again from 0 after a signal
};

/// Tabular CUSUM of measurements, or of subgroup means with their sizes n (empty: all 1):
///
///     z_i  = (y_i - centre) / (sigma / sqrt(n_i))
///     up   = max(0, up + z_i - k)
///     down = min(0, down + z_i + k)
///
/// in sigmas. A signal is a sum strictly beyond ±h. A size of 0 or NaN makes a missing point; a z
/// beyond ±kLargestValue is refused as too_large.
/// Refuses (options_out_of_range) a k, h or head start below zero or not finite, and a process
/// without a centre or with a sigma that is not above zero: a constant baseline has no yardstick.
/// Source: Montgomery, ch. 9; Page, Biometrika 41 (1954); Lucas and Crosier, Technometrics 24
/// (1982) for the head start; qcc 2.7.
std::expected<Cusum, Problem> cusum(std::span<const double> values, std::span<const double> sizes,
                                    const Process& process, const CusumOptions& options = {});

/// A tabular CUSUM in the units of the data, with what cusumcharter prints beside it.
struct ControlCusum {
    std::vector<double> deviation;    ///< y_i - centre
    std::vector<double> total;        ///< all deviations so far
    Cusum cusum;                      ///< in data units
    std::vector<double> points_up;    ///< how many points `up` has been above zero for
    std::vector<double> points_down;  ///< how many points `down` has been below zero for
    double limit = kMissing;          ///< h sigma; signals are beyond ±limit
};

/// How a CUSUM in data units is set, in sigmas. Source: cusumcharter 0.1.9000, `cusum_control`.
inline constexpr CusumOptions kControlCusumOptions{.reference = 0.5, .decision = 4};

/// The same chart of individual values as `cusum`, k = 0.5 sigma and h = 4 sigma unless chosen
/// otherwise. Missing points are NaN throughout, and lengthen no count.
std::expected<ControlCusum, Problem> control_cusum(
    std::span<const double> values, const Process& process,
    const CusumOptions& options = kControlCusumOptions);

}  // namespace primum::spc
