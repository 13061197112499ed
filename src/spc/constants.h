#pragma once
// Factors that turn the spread within subgroups of normal values into sigma and limits.
//
// `n` is the size of the subgroup, 2 or more, and need not be whole. A size below 2, or NaN, has
// no spread to speak of: every function then answers NaN. Nothing here allocates, and all of it
// may be called from many threads. Whole sizes up to 50 come from a table that is filled at first
// use; beyond that c4 and its kin still take nanoseconds, d2 microseconds, d3 milliseconds.

namespace primum::spc {

/// Mean of the sample standard deviation of n values, in sigma.
///
///     c4 = sqrt(2 / (n - 1)) gamma(n / 2) / gamma((n - 1) / 2)
///
/// Source: Montgomery, Introduction to Statistical Quality Control, appendix VI.
double c4(double n);

/// Standard deviation of the sample standard deviation of n values, in sigma: sqrt(1 - c4²).
double c5(double n);

/// Reach of the limits of an x-bar chart, in mean standard deviations: A3 = sigmas / (c4 sqrt(n)).
double a3(double n, double sigmas = 3);

/// Lower limit of an s chart, in mean standard deviations: B3 = max(0, 1 - sigmas c5 / c4).
double b3(double n, double sigmas = 3);

/// Upper limit of an s chart, in mean standard deviations: B4 = 1 + sigmas c5 / c4.
double b4(double n, double sigmas = 3);

/// Mean of the range W of n values, in sigma: the integral of P(W > w) over w, where
///
///     P(W <= w) = n integral of f(x) (F(x + w) - F(x))^(n - 1) over x,
///
/// f and F being the normal density and distribution. For a pair this is 2 / sqrt(pi).
/// Source: Tippett, Biometrika 17 (1925); Montgomery, appendix VI.
double d2(double n);

/// Standard deviation of the range of n values, in sigma: sqrt(2 integral of w P(W > w) - d2²).
double d3(double n);

/// d2 as textbooks and qcc print it, to three decimals: 1.128, 1.693, 2.059, ... There are entries
/// for whole sizes from 2 to 25; elsewhere the answer is d2(n).
double d2_printed(double n);

/// d3 as qcc has it, to seven decimals, the last of which are off: 0.8525033 for a pair, where
/// sqrt(2 - 4 / pi) is 0.8525025. Whole sizes from 2 to 25; elsewhere the answer is d3(n).
double d3_printed(double n);

}  // namespace primum::spc
