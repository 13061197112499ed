#pragma once
// How far the truth behind an observed count, rate or proportion may reasonably lie from it.
//
// Each function answers both ends of a two-sided interval that holds `confidence` (above 0, below
// 1: 0.95, 0.998). Counts need not be whole. NaN in, a count below zero, or a confidence out of
// range gives NaN at both ends.

#include "spc/series.h"

namespace primum::spc {

/// Two ends, in one unit. NaN where there is no such end.
struct Interval {
    double lower = kMissing;
    double upper = kMissing;
};

/// Wilson's score interval of a proportion of x in n:
///
///     (2x + z² ± z sqrt(z² + 4x(1 - x/n))) / (2 (n + z²))
///
/// NaN unless 0 <= x <= n and n is above 0. Nothing of n starts at 0, all of n ends at 1.
/// Source: Wilson, JASA 22 (1927); Fingertips technical guidance.
Interval wilson_interval(double x, double n, double confidence);

/// The exact (Clopper-Pearson) interval of a proportion of x in n, by beta quantiles.
/// Source: Clopper and Pearson, Biometrika 26 (1934).
Interval exact_binomial_interval(double x, double n, double confidence);

/// The exact (Garwood) interval of a Poisson count, by gamma (half chi-squared) quantiles.
/// No events start at 0. Source: Garwood, Biometrika 28 (1936).
Interval exact_poisson_interval(double events, double confidence);

/// Byar's approximation to it:
///
///     lower = x (1 - 1/(9x) - z/(3 sqrt(x)))³
///     upper = the same of x + 1, with +z
///
/// The lower end is 0 where the cube would be negative (fewer than about three events).
/// Source: Breslow and Day, Statistical Methods in Cancer Research II (1987).
Interval byar_interval(double events, double confidence);

/// Byar's interval from ten events, the exact one below: what Fingertips prints for rates and
/// standardised ratios. Divide both ends by the exposure or by the expected count.
/// Source: Fingertips technical guidance; PHEindicatormethods 2.1.0.
Interval fingertips_interval(double events, double confidence);

/// A weighted sum of Poisson counts, by the exact interval of their unweighted sum:
///
///     sum + sqrt(variance / events) (exact end of events - events)
///
/// where `sum` = Σ w x, `variance` = Σ w² x and `events` = Σ x above 0. Equal weights give the
/// exact interval times that weight. The lower end is never below 0. Source: Dobson, Kuulasmaa,
/// Eberle and Scherer, Statistics in Medicine 10 (1991).
Interval weighted_poisson_interval(double sum, double variance, double events, double confidence);

/// The difference of two independent estimates a - b, from their own intervals:
///
///     lower = a - b - sqrt((a - lower a)² + (upper b - b)²)
///     upper = a - b + sqrt((upper a - a)² + (b - lower b)²)
///
/// One that is known for certain (both ends on itself) leaves the other's interval as it is.
/// Source: Zou and Donner, Statistics in Medicine 27 (2008), "MOVER".
Interval difference_interval(double a, Interval of_a, double b, Interval of_b);

/// Where something stands with respect to limits.
enum class Standing : int { low = -1, within = 0, high = 1 };

/// Where a value lies: low below the interval, high above it, within on its ends, or when there is
/// no value or no end.
Standing standing_of(double value, Interval limits);

/// What an interval says of what it belongs to, against a reference: high when all of it lies above
/// the reference. Fingertips compares standardised ratios with 1 in this way.
Standing standing_of_interval(Interval interval, double reference);

}  // namespace primum::spc
