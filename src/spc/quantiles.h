#pragma once
// Quantiles of the distributions that limits and intervals are made of. Nothing here throws: an
// argument outside the stated range gives NaN.
//
// Counts beyond 10^9 (or trials beyond 10^12) have quantiles of a normal distribution corrected for
// skewness, right to 10 digits and more.

namespace primum::spc {

/// The value a standard normal variable stays below with this probability; 0 < probability < 1.
double normal_quantile(double probability);

/// How many standard deviations either side of the mean hold this share of a normal distribution:
/// 1.96 for 0.95, 3.09 for 0.998; 0 < share < 1.
double normal_reach(double share);

/// The value a gamma variable of this shape and scale 1 stays below with this probability.
/// Shape 0 gives 0, the limit. Half a chi-squared quantile of twice as many degrees of freedom.
double gamma_quantile(double probability, double shape);

/// The value a beta variable stays below with this probability. `a` = 0 gives 0 and `b` = 0 gives
/// 1, the limits.
double beta_quantile(double probability, double a, double b);

/// The smallest whole number of events k with P(X <= k) >= probability, of a Poisson variable with
/// this mean.
double poisson_quantile(double probability, double mean);

/// The same of a binomial variable. `trials` is rounded to a whole number.
double binomial_quantile(double probability, double trials, double share);

}  // namespace primum::spc
