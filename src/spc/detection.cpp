#include "spc/detection.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "spc/chart_kind.h"
#include "spc/count_walk.h"
#include "spc/normal_walk.h"

namespace primum::spc {
namespace {

constexpr double kMostEvents = 1e6;

bool has_denominators(Chart chart) {
    return chart == Chart::p || chart == Chart::np || chart == Chart::u;
}

bool is_level(double level, Chart chart) {
    if (chart == Chart::individuals) return std::isfinite(level);
    return level >= 0 && level <= (is_proportion(chart) ? 1 : kMostEvents);
}

bool is_denominator(double n, Chart chart) {
    return n > 0 && std::isfinite(n) && (!is_proportion(chart) || n == std::floor(n));
}

bool is_valid(const Outlook& outlook) {
    const Options& options = outlook.options;
    const Chart chart = options.chart;
    if (!is_level(outlook.level, chart)) return false;
    if (chart == Chart::individuals)
        return options.given_sigma.value_or(0) > 0 && std::isfinite(*options.given_sigma);
    if (chart == Chart::c) return outlook.denominators.empty();
    return has_denominators(chart) && !outlook.denominators.empty() &&
           std::ranges::all_of(outlook.denominators,
                               [&](double n) { return is_denominator(n, chart); });
}

double largest_denominator(const Outlook& outlook) {
    return outlook.denominators.empty() ? 1 : std::ranges::max(outlook.denominators);
}

/// Null where there is no answer.
std::unique_ptr<Walk> walk_for(const Outlook& outlook, double changed, Watch watch) {
    const Options& options = outlook.options;
    if (!is_valid(outlook) || !is_level(changed, options.chart)) return nullptr;
    if (options.chart == Chart::individuals) {
        const double shift = (changed - outlook.level) / *options.given_sigma;
        return normal_walk(options.rules, shift, options.sigmas, watch);
    }
    const double highest = std::max(outlook.level, changed);
    if (!(highest * largest_denominator(outlook) <= kMostEvents)) return nullptr;
    return count_walk(outlook, changed, watch);
}

Watch watch_for(double level, double changed, Seen seen) {
    if (seen == Seen::any_signal || changed == level) return Watch::either;
    return changed > level ? Watch::high : Watch::low;
}

/// Of the first point to come. Where the level is 0 there is none: one event takes its place.
double sigma_of(const Outlook& outlook) {
    const Options& options = outlook.options;
    const double level = outlook.level;
    if (options.chart == Chart::individuals) return *options.given_sigma;
    const double n = outlook.denominators.empty() ? 1 : outlook.denominators.front();
    const double sigma =
        std::sqrt((is_proportion(options.chart) ? level * (1 - level) : level) / n);
    return sigma > 0 ? sigma : 1 / n;
}

/// How far a level can go, and how small a part of that way is worth a look.
struct Way {
    double direction;
    double length;
    double first_look;
};

Way way_of(const Outlook& outlook, Direction direction) {
    const Chart chart = outlook.options.chart;
    const bool rises = direction == Direction::rise;
    const double sigma = sigma_of(outlook);
    double length = 1000 * sigma;
    if (chart != Chart::individuals && !rises) length = outlook.level;
    if (is_proportion(chart) && rises) length = 1 - outlook.level;
    return {rises ? 1.0 : -1.0, length, std::min(length, sigma / 20)};
}

}  // namespace

std::optional<RunLength> time_to_see(const Outlook& outlook, double changed, Seen seen) {
    const auto walk = walk_for(outlook, changed, watch_for(outlook.level, changed, seen));
    if (!walk) return std::nullopt;
    return settle(*walk, outlook.denominators.size());
}

std::optional<double> smallest_change_seen(const Outlook& outlook, Direction direction,
                                           std::size_t points, double chance) {
    if (!is_valid(outlook) || !(chance > 0 && chance < 1)) return std::nullopt;
    const Watch watch = direction == Direction::rise ? Watch::high : Watch::low;
    const Way way = way_of(outlook, direction);
    const auto level_at = [&](double distance) { return outlook.level + way.direction * distance; };
    const auto is_seen = [&](double distance) -> std::optional<bool> {
        const auto walk = walk_for(outlook, level_at(distance), watch);
        if (!walk) return std::nullopt;
        return chance_within(*walk, points) >= chance;
    };

    // Outward until it is seen, since a trend may make a middling change plainer than a large one.
    double unseen = 0;
    double seen = 0;
    while (true) {
        const auto answer = is_seen(seen);
        if (!answer) return std::nullopt;
        if (*answer) break;
        if (seen >= way.length) return std::nullopt;
        unseen = seen;
        seen = std::min(way.length, std::max(way.first_look, 1.3 * seen));
    }
    while (seen - unseen > 1e-9 * seen) {
        const double middle = (unseen + seen) / 2;
        (is_seen(middle).value_or(true) ? seen : unseen) = middle;
    }
    return level_at(seen);
}

}  // namespace primum::spc
