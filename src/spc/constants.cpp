#include "spc/constants.h"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include "spc/normal.h"
#include "spc/quadrature.h"
#include "spc/series.h"

namespace primum::spc {
namespace {

constexpr std::size_t kTabled = 51;  // sizes 0 to 50

bool is_tabled(double n) {
    return n >= 2 && n < kTabled && n == std::floor(n);
}

/// 1 - c4 where c4 itself is too close to 1 to tell. In powers of 1 / (n - 1): the gamma ratio's
/// asymptotic series, good to double precision from n = 1,000 on.
double one_minus_c4_of_large(double n) {
    const double m = 1 / (n - 1);
    return m / 4 * (1 - m / 8 - m * m * 5 / 32 + m * m * m * 21 / 512);
}

double exact_c4(double n) {
    if (n > 1000) return 1 - one_minus_c4_of_large(n);
    return std::sqrt(2 / (n - 1)) / boost::math::tgamma_delta_ratio((n - 1) / 2, 0.5);
}

double exact_c5(double n) {
    const double rest = n > 1000 ? one_minus_c4_of_large(n) : 1 - exact_c4(n);
    return std::sqrt(rest * (2 - rest));
}

struct RangeMoments {
    double d2;
    double d3;
};

/// Beyond this an extreme value of n lies with probability below 1e-17.
double reach_of(double n) {
    return std::sqrt(81 + 2 * std::log(n));
}

/// Steps small enough for the sharpest feature: an extreme value of n spreads over some 1 / sqrt(2
/// log n), and equal steps err by exp(-pi² spread / step).
double step_for(double n) {
    return std::min(0.125, 0.15 / std::sqrt(2 * std::log(n)));
}

/// Tippett's form, quicker and for any n: the integral of 1 - F^n - (1 - F)^n.
double exact_d2(double n) {
    const double step = step_for(n);
    const int steps = static_cast<int>(reach_of(n) / step);
    double sum = 0;
    for (int i = -steps; i <= steps; ++i) {
        const double above = normal_upper_tail(i * step);
        sum += -std::expm1(n * std::log1p(-above)) - std::pow(above, n);
    }
    return sum * step;
}

double chance_range_within(double w, double n) {
    const double step = step_for(n);
    const int steps = static_cast<int>(reach_of(n) / step);
    double sum = 0;
    for (int i = -steps; i <= steps; ++i) {
        const double x = i * step;
        const double outside = std::min(1.0, normal_upper_tail(-x) + normal_upper_tail(x + w));
        sum += normal_density(x) * std::exp((n - 1) * std::log1p(-outside));
    }
    return sum * step * n;
}

/// The variance about the mean, from both tails: 2 integral |w - d2| P(W beyond w on that side).
/// Squared widths keep the integrand smooth at width 0, whatever n.
double exact_d3(double n) {
    const double mean = exact_d2(n);
    std::array<QuadratureNode, 64> nodes;
    double variance = 0;
    gauss_legendre(0, std::sqrt(mean), nodes);
    for (const auto& [root, weight] : nodes) {
        const double w = root * root;
        variance += weight * 2 * root * 2 * (mean - w) * chance_range_within(w, n);
    }
    gauss_legendre(mean, mean + 12, nodes);
    for (const auto& [w, weight] : nodes)
        variance += weight * 2 * (w - mean) * (1 - chance_range_within(w, n));
    return std::sqrt(variance);
}

/// For many whole sizes at once, since each power of F(x + w) - F(x) leads to the next. Along x the
/// integrand is smooth and dies quickly, where equal steps converge faster than any power of the
/// step; along w it starts at an edge, hence Gauss-Legendre.
std::array<RangeMoments, kTabled> whole_range_moments() {
    constexpr double kReach = 9.5;
    constexpr double kStep = 0.125;
    constexpr int kSteps = static_cast<int>(kReach / kStep);
    std::array<QuadratureNode, 64> widths;
    gauss_legendre(0, 2 * kReach, widths);

    std::array<double, kTabled> mean{};
    std::array<double, kTabled> square{};
    for (const auto& [w, weight] : widths) {
        std::array<double, kTabled> within{};
        for (int i = -kSteps; i <= kSteps; ++i) {
            const double x = i * kStep;
            const double inside =
                std::max(0.0, 1 - normal_upper_tail(-x) - normal_upper_tail(x + w));
            double power = kStep * normal_density(x);
            for (std::size_t n = 1; n < kTabled; ++n) {
                within[n] += power * static_cast<double>(n);
                power *= inside;
            }
        }
        for (std::size_t n = 2; n < kTabled; ++n) {
            mean[n] += weight * (1 - within[n]);
            square[n] += weight * 2 * w * (1 - within[n]);
        }
    }
    std::array<RangeMoments, kTabled> moments{};
    for (std::size_t n = 2; n < kTabled; ++n)
        moments[n] = {mean[n], std::sqrt(square[n] - mean[n] * mean[n])};
    return moments;
}

const RangeMoments* tabled_range_moments(double n) {
    if (!is_tabled(n)) return nullptr;
    static const auto table = whole_range_moments();
    return &table[static_cast<std::size_t>(n)];
}

struct SpreadMoments {
    double c4;
    double c5;
};

std::array<SpreadMoments, kTabled> whole_spread_moments() {
    std::array<SpreadMoments, kTabled> moments{};
    for (std::size_t i = 2; i < kTabled; ++i) {
        const auto n = static_cast<double>(i);
        moments[i] = {exact_c4(n), exact_c5(n)};
    }
    return moments;
}

SpreadMoments moments_of_spread(double n) {
    if (!(n >= 2)) return {kMissing, kMissing};
    if (!is_tabled(n)) return {exact_c4(n), exact_c5(n)};
    static const auto table = whole_spread_moments();
    return table[static_cast<std::size_t>(n)];
}

// For sizes from 2 to 25.
constexpr double kPrintedD2[] = {1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970,
                                 3.078, 3.173, 3.258, 3.336, 3.407, 3.472, 3.532, 3.588,
                                 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931};
constexpr double kPrintedD3[] = {0.8525033, 0.8883697, 0.8798108, 0.8640855, 0.8480442, 0.8332108,
                                 0.8198378, 0.8078413, 0.7970584, 0.7873230, 0.7784873, 0.7704257,
                                 0.7630330, 0.7562217, 0.7499188, 0.7440627, 0.7386021, 0.7334929,
                                 0.7286980, 0.7241851, 0.7199267, 0.7158987, 0.7120802, 0.7084528};

std::optional<double> entry(std::span<const double> table, double n) {
    if (!(n >= 2 && n <= 25) || n != std::floor(n)) return std::nullopt;
    return table[static_cast<std::size_t>(n) - 2];
}

}  // namespace

double c4(double n) {
    return moments_of_spread(n).c4;
}

double c5(double n) {
    return moments_of_spread(n).c5;
}

double a3(double n, double sigmas) {
    return sigmas / (c4(n) * std::sqrt(n));
}

double b3(double n, double sigmas) {
    const auto [mean, deviation] = moments_of_spread(n);
    const double lower = 1 - sigmas * deviation / mean;
    return lower < 0 ? 0 : lower;  // and NaN stays NaN
}

double b4(double n, double sigmas) {
    const auto [mean, deviation] = moments_of_spread(n);
    return 1 + sigmas * deviation / mean;
}

double d2(double n) {
    if (!(n >= 2) || std::isinf(n)) return kMissing;
    const RangeMoments* tabled = tabled_range_moments(n);
    return tabled ? tabled->d2 : exact_d2(n);
}

double d3(double n) {
    if (!(n >= 2) || std::isinf(n)) return kMissing;
    const RangeMoments* tabled = tabled_range_moments(n);
    return tabled ? tabled->d3 : exact_d3(n);
}

double d2_printed(double n) {
    const auto printed = entry(kPrintedD2, n);
    return printed ? *printed : d2(n);
}

double d3_printed(double n) {
    const auto printed = entry(kPrintedD3, n);
    return printed ? *printed : d3(n);
}

}  // namespace primum::spc
