#pragma once
// Centre lines and limits. `estimate` reads the points that set the lines of a phase, `limits_for`
// says where the lines are at one point. In units of the plotted value, before `multiply`.

#include <cstdint>
#include <span>

#include "spc/analysis.h"
#include "spc/options.h"

namespace primum::spc {

/// The points that set the lines of one phase, in order of time: neither missing nor excluded.
/// Fewer of them than a kind needs give NaN lines, never an error: one point has a centre line
/// and no limits, no point has neither.
struct Base {
    std::span<const double> values;        ///< as plotted
    std::span<const double> counts;        ///< what was divided by the denominators
    std::span<const double> denominators;  ///< empty when the series has none
    std::span<const double> spreads;       ///< x_bar only; NaN for a subgroup of one
    /// 1 where missing points lie between this one and the one before; empty means nowhere.
    std::span<const std::uint8_t> after_gap;
    /// All denominators of the phase, not only those of the base, are equal.
    bool equal_sizes = false;
};

/// What the base points said. `spread` is sigma, or what sigma_i is made of:
///
///     individuals, c       sigma                          x_bar, s   s, or sigma
///     moving_range, moving_s  the centre once more         r          sigma
///     i_prime              mean s                          p', u'     spread of z
///     t                    sigma of y^(1/3.6)              g          the mean m
struct Estimate {
    double centre = kMissing;
    double spread = kMissing;
};

/// The centre and spread of the base points:
///
///     run          median
///     individuals  mean (or median); sigma = AMR / d2
///     moving_range mean of the ranges
///     i_prime      sum(y n) / sum(n);
///                  mean of s_j = sqrt(pi/2) |y_j - y_(j-1)| / sqrt(1/n_j + 1/n_(j-1))
///     moving_s     mean of s_j (the values are the s_j)
///     x_bar        sum(n x̄) / sum(n); spread as `subgroup_sigma` says
///     s, r         spread as `subgroup_sigma` says
///     p, np, u, p', u'  sum(x) / sum(n); for the primed, AMR(z) / 1.128 with z = (y - centre) /
///     sigma c            mean; sqrt(mean) g            median (or mean); the mean m t mean and AMR
///     / d2 of y^(1/3.6)
///
/// `scratch` must hold twice as many numbers as the base has points.
/// Sources: Montgomery, Introduction to Statistical Quality Control, ch. 6-7; Taylor 2017 (i');
/// Laney 2002 (p', u'); Benneyan 2001 (g); Nelson 1994 (t).
Estimate estimate(const Base& base, const Options& options, std::span<double> scratch);

/// The lines at a point with this denominator or subgroup size (NaN where the series has none):
/// centre ± k sigma_i for k = `sigmas`, 2 and 1, cut off as `clamping` says, where sigma_i is
///
///     individuals  sigma                 p, p'   sqrt(p̄(1-p̄)/n_i), times the spread of z
///     i_prime      mean s / sqrt(n_i)    np      sqrt(n_i p̄(1-p̄)) around n_i p̄
///     x_bar        s / (c4 sqrt(n_i))    u, u'   sqrt(ū/n_i), times the spread of z
///     s            s c5/c4               c       sqrt(c̄)
///     r            d3 sigma around d2 sigma      g  sqrt(m (m + 1)) around m, whatever is drawn
///     t            as individuals on y^(1/3.6), raised to 3.6
///     moving_range, moving_s  0 to k/3 of 3.267 (3.2665) times the centre
///
/// NaN limits where the denominator is missing or zero, or a subgroup has one member.
/// `floor_at_zero` cuts off individuals and subgroup means at zero too.
Limits limits_for(const Estimate& estimate, const Options& options, double denominator,
                  bool floor_at_zero);

/// One sigma of a single observation: of a point with denominator 1, or within subgroups (an s
/// still to be corrected by c4, where the estimator is one). NaN for charts that have none: run,
/// moving ranges and deviations, and t, whose sigma is that of a transformed time.
double sigma_of_one(const Estimate& estimate, const Options& options);

}  // namespace primum::spc
