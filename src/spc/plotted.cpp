#include "spc/plotted.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "spc/chart_kind.h"
#include "spc/kernels.h"

namespace primum::spc {
namespace {

constexpr double kMostSigmas = 100;

using Kind = Problem::Kind;

/// What a value must be, besides finite.
enum class Domain : std::uint8_t { any, not_negative, positive };

Domain domain_of(Chart chart) {
    switch (chart) {
        case Chart::s:
        case Chart::r:
        case Chart::p:
        case Chart::np:
        case Chart::u:
        case Chart::c:
        case Chart::p_prime:
        case Chart::u_prime:
        case Chart::g:
            return Domain::not_negative;
        case Chart::t:
            return Domain::positive;
        default:
            return Domain::any;
    }
}

bool fits(std::size_t length, std::size_t points) {
    return length == 0 || length == points;
}

Problem check_phases(std::span<const Phase> phases, std::size_t points) {
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const bool in_order = i == 0 ? phases[i].begin == 0 : phases[i].begin > phases[i - 1].begin;
        if (!in_order || phases[i].begin >= points)
            return {Kind::phases_out_of_order, phases[i].begin};
    }
    return {};
}

bool is_possible(double number) {
    return std::fabs(number) <= kLargestValue;  // false for NaN
}

bool is_line(double sigmas) {
    return sigmas == 0 || sigmas == 1 || sigmas == 2 || sigmas == 3;
}

/// A given centre line must be a value that the chart could plot.
bool centre_is_possible(const Options& options) {
    if (!options.given_centre) return true;
    const double centre = *options.given_centre;
    const Chart chart = options.chart;
    const bool moving = chart == Chart::moving_range || chart == Chart::moving_s;
    if (!is_possible(centre) || (is_proportion(chart) && centre > 1)) return false;
    return centre >= 0 || (domain_of(chart) == Domain::any && !moving);
}

bool options_make_sense(const Options& options) {
    const Rules& rules = options.rules;
    const auto length = [](int points, int least) { return points == 0 || points >= least; };
    return is_possible(options.multiply) && options.sigmas > 0 && options.sigmas <= kMostSigmas &&
           options.probability >= 0 && options.probability < 1 && is_line(rules.outside_sigmas) &&
           (rules.two_of_three_sigmas == 1 || rules.two_of_three_sigmas == 2) &&
           length(rules.trend_points, 2) && length(rules.shift_points, 1) &&
           length(rules.within_one_sigma_points, 1) && length(rules.beyond_one_sigma_points, 1) &&
           length(rules.alternating_points, 3) && centre_is_possible(options) &&
           (!options.given_sigma ||
            (*options.given_sigma >= 0 && is_possible(*options.given_sigma)));
}

/// Why one point cannot be, or `none`. A missing point is fine.
Kind problem_at(const Series& series, Chart chart, std::size_t i) {
    const double value = series.values[i];
    if (std::fabs(value) > kLargestValue) return Kind::too_large;
    const Domain domain = domain_of(chart);
    if (domain == Domain::not_negative && value < 0) return Kind::negative_count;
    if (domain == Domain::positive && value <= 0) return Kind::not_positive;
    if (!series.spreads.empty()) {
        if (series.spreads[i] > kLargestValue) return Kind::too_large;
        if (series.spreads[i] < 0) return Kind::negative_count;
    }
    if (series.denominators.empty()) return Kind::none;
    const double denominator = series.denominators[i];
    if (std::fabs(denominator) > kLargestValue) return Kind::too_large;
    if (denominator < 0) return Kind::negative_denominator;
    if (denominator > 0 && denominator < 1 / kLargestValue) return Kind::too_large;
    if (is_proportion(chart) && denominator > 0 && value > denominator)
        return Kind::numerator_above_denominator;
    if (denominator > 0 && std::fabs(value / denominator) > kLargestValue && plots_ratio(chart))
        return Kind::too_large;
    return Kind::none;
}

/// Missing when the value is, or there was no opportunity.
double plotted_at(const Series& series, Chart chart, std::size_t i) {
    const bool divided = !series.denominators.empty() && plots_ratio(chart);
    if (!divided && !needs_denominators(chart)) return series.values[i];
    const double denominator = series.denominators[i];
    if (!(denominator > 0)) return kMissing;
    return divided ? series.values[i] / denominator : series.values[i];
}

/// Replaces the values of one phase by how far each is from the one before.
void make_moving(const Series& series, const Options& options, std::size_t begin,
                 std::span<double> values) {
    const bool s_scale = options.chart == Chart::moving_s;
    const bool bridged = options.gaps == Gaps::bridged;
    double before = kMissing;
    double n_before = kMissing;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i];
        const double n = s_scale ? series.denominators[begin + i] : 1;
        const double range = std::fabs(value - before);
        values[i] = s_scale
                        ? std::sqrt(std::numbers::pi / 2) * range / std::sqrt(1 / n + 1 / n_before)
                        : range;
        if (bridged && std::isnan(value)) continue;
        before = value;
        n_before = n;
    }
}

void make_moving(const Series& series, const Options& options, std::span<double> values) {
    if (series.phases.empty()) return make_moving(series, options, 0, values);
    for (std::size_t k = 0; k < series.phases.size(); ++k) {
        const std::size_t begin = series.phases[k].begin;
        const std::size_t end =
            k + 1 < series.phases.size() ? series.phases[k + 1].begin : values.size();
        make_moving(series, options, begin, values.subspan(begin, end - begin));
    }
}

}  // namespace

Problem check_shape(const Series& series, const Options& options) {
    const std::size_t points = series.values.size();
    if (points == 0) return {Kind::no_points, 0};
    if (!fits(series.denominators.size(), points) || !fits(series.spreads.size(), points) ||
        !fits(series.excluded.size(), points) || !fits(series.targets.size(), points))
        return {Kind::lengths_differ, 0};
    if (series.denominators.empty() && needs_denominators(options.chart))
        return {Kind::denominators_needed, 0};
    if (series.spreads.empty() && options.chart == Chart::x_bar && !options.given_sigma)
        return {Kind::spreads_needed, 0};
    if (!options_make_sense(options)) return {Kind::options_out_of_range, 0};
    return check_phases(series.phases, points);
}

Plotted plot(const Series& series, const Options& options, std::span<double> values) {
    const Chart chart = options.chart;
    const bool plain =
        series.denominators.empty() && domain_of(chart) == Domain::any && series.spreads.empty();
    Plotted plotted;
    if (!plain || !copy_checked(series.values, values)) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const Kind kind = problem_at(series, chart, i); kind != Kind::none)
                return {{kind, i}, false};
            values[i] = plotted_at(series, chart, i);
            plotted.has_missing = plotted.has_missing || std::isnan(values[i]);
        }
    }
    if (chart == Chart::moving_range || chart == Chart::moving_s) {
        make_moving(series, options, values);
        plotted.has_missing = true;
    }
    return plotted;
}

}  // namespace primum::spc
