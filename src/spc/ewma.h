#pragma once
// Exponentially weighted moving averages: a memory that fades, so that small shifts show.

#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "spc/process.h"

namespace primum::spc {

/// How the spread of the average is reckoned where subgroup sizes vary.
enum class EwmaSpread : std::uint8_t {
    exact,            ///< every subgroup's own size
    as_if_all_alike,  ///< as if all subgroups so far had the size of this one, as qcc does
};

struct EwmaOptions {
    double lambda = 0.2;  ///< weight of the newest point; above 0, at most 1
    double sigmas = 3;    ///< reach of the limits; 0 or more
    EwmaSpread spread = EwmaSpread::exact;
};

/// An EWMA chart, one entry a point, in the units of the values. All NaN at a missing point.
struct Ewma {
    double centre = kMissing;
    std::vector<double> average;
    std::vector<double> sigma;  ///< standard deviation of the average
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<std::uint8_t> signal;  ///< 1 where the average is strictly beyond a limit
};

/// EWMA chart of measurements, or of subgroup means with their sizes n (empty: all 1):
///
///     z_i      = lambda y_i + (1 - lambda) z_(i-1), from the centre
///     sigma²_i = lambda² sigma²/n_i + (1 - lambda)² sigma²_(i-1), from 0
///     limits   = centre ± 3 sigma_i
///
/// which for equal sizes is the textbooks' sigma² / n lambda / (2 - lambda) (1 - (1 - lambda)^2i).
/// A missing point, or one whose size is 0, is passed over: average and spread stay as they are,
/// and i does not count it. A sigma of 0 puts the limits on the centre line. Refuses
/// (options_out_of_range) a lambda or reach out of range, and a process without centre or sigma.
/// Source: Roberts, Technometrics 1 (1959); Lucas and Saccucci, Technometrics 32 (1990);
/// Montgomery, ch. 9; qcc 2.7.
std::expected<Ewma, Problem> ewma(std::span<const double> values, std::span<const double> sizes,
                                  const Process& process, const EwmaOptions& options = {});

}  // namespace primum::spc
