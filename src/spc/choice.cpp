#include "spc/choice.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "spc/limits.h"
#include "spc/names.h"

namespace primum::spc {
namespace {

constexpr double kTooVariable = 1.3;
constexpr double kTooSteady = 0.7;

/// The points that are there.
struct Points {
    std::vector<double> values;
    std::vector<double> ratios;
    std::vector<double> denominators;
};

Points present(std::span<const double> values, std::span<const double> denominators) {
    Points points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        if (denominators.empty()) {
            points.values.push_back(values[i]);
        } else if (denominators[i] > 0) {
            points.values.push_back(values[i]);
            points.denominators.push_back(denominators[i]);
            points.ratios.push_back(values[i] / denominators[i]);
        }
    }
    return points;
}

bool are_whole(std::span<const double> values) {
    for (const double value : values) {
        if (!(value >= 0) || value != std::floor(value)) return false;
    }
    return true;
}

bool exceed_denominators(const Points& points) {
    for (const double ratio : points.ratios) {
        if (ratio > 1) return true;
    }
    return false;
}

bool are_mostly_zero(std::span<const double> counts) {
    std::size_t zeros = 0;
    for (const double count : counts)
        zeros += count == 0 ? 1 : 0;
    return zeros * 2 >= counts.size();
}

/// How much more the points vary than chance alone would make them: the spread of z.
double excess_variation(const Points& points, Chart chart) {
    std::vector<double> scratch(2 * points.values.size());
    const Options options{.chart = chart, .factor = Factor::exact};
    return estimate({points.ratios, points.values, points.denominators}, options, scratch).spread;
}

double excess_over_poisson(const Points& points) {
    std::vector<double> scratch(2 * points.values.size());
    const Base base{points.values, points.values};
    const Options individuals{.factor = Factor::exact};
    const Options counts{.chart = Chart::c};
    return estimate(base, individuals, scratch).spread / estimate(base, counts, scratch).spread;
}

std::string advice_for(const Points& points, bool counts) {
    if (!counts || !are_mostly_zero(points.values)) return {};
    return "Half of the points or more are zero. The time, or the number of cases, from one event "
           "to the next would show a change sooner, on a t or g chart.";
}

Choice between_events(const Points& points) {
    if (are_whole(points.values))
        return {Chart::g, "g chart: each value is a whole number counted between two events.", {}};
    for (const double value : points.values) {
        if (!(value > 0))
            return {Chart::individuals,
                    "individuals (XmR) chart: some times between events are not above zero, which "
                    "a t chart cannot show.",
                    {}};
    }
    return {Chart::t, "t chart: each value is the time between two events.", {}};
}

Choice with_denominators(const Points& points, Nature nature) {
    if (!are_whole(points.values))
        return {Chart::i_prime,
                "I prime chart: values with denominators that are not counts; points with a larger "
                "denominator get narrower limits.",
                {}};
    const bool proportion = nature != Nature::exposure && are_whole(points.denominators) &&
                            !exceed_denominators(points);
    const Chart plain = proportion ? Chart::p : Chart::u;
    const Chart prime = proportion ? Chart::p_prime : Chart::u_prime;
    const std::string advice = advice_for(points, true);
    const double excess = excess_variation(points, prime);
    if (excess >= kTooVariable)
        return {prime,
                fmt::format("{}: counts with denominators that vary {:.1f} times as much as chance "
                            "alone would make them.",
                            spoken_name_of(prime), excess),
                advice};
    return {plain,
            proportion ? "p chart: each point is a count out of a whole number of cases, none "
                         "above it."
                       : "u chart: each point is a count of events over an exposure.",
            advice};
}

Choice without_denominators(const Points& points) {
    const Choice individuals{
        Chart::individuals, "individuals (XmR) chart: one measured value a point.", {}};
    if (!are_whole(points.values)) return individuals;
    const std::string advice = advice_for(points, true);
    const double excess = excess_over_poisson(points);
    if (excess >= kTooSteady && excess <= kTooVariable)
        return {Chart::c,
                "c chart: whole numbers that vary about as much as chance alone would make counts "
                "of events vary.",
                advice};
    if (!(excess > kTooVariable)) return {Chart::individuals, individuals.reason, advice};
    return {Chart::individuals,
            fmt::format("individuals (XmR) chart: whole numbers that vary {:.1f} times as much as "
                        "chance alone would make counts of events vary.",
                        excess),
            advice};
}

}  // namespace

Choice choose_chart(std::span<const double> values, std::span<const double> denominators,
                    Nature nature) {
    const Points points = present(values, denominators);
    if (nature == Nature::between_events && denominators.empty()) return between_events(points);
    if (points.values.size() < kFewestForLimits)
        return {Chart::run,
                fmt::format("run chart: with {} point{}, limits would say little; they need {}.",
                            points.values.size(), points.values.size() == 1 ? "" : "s",
                            kFewestForLimits),
                {}};
    return denominators.empty() ? without_denominators(points) : with_denominators(points, nature);
}

}  // namespace primum::spc
