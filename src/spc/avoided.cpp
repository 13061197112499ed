#include "spc/avoided.h"

#include <cmath>
#include <map>

#include "spc/quantiles.h"

namespace primum::spc {
namespace {

bool is_in(const AvoidedOptions& options, const CountedPeriod& one) {
    return one.number >= options.first && one.number <= options.last;
}

bool is_in_baseline_year(const AvoidedOptions& options, const CountedPeriod& one) {
    return one.number <= options.baseline_last &&
           one.number > options.baseline_last - options.periods_a_year;
}

bool is_possible(double value) {
    return std::isnan(value) || (value >= 0 && value <= kLargestValue);
}

NotCounted check_options(const AvoidedOptions& options) {
    if (options.periods_a_year < 1 || options.first <= options.baseline_last ||
        options.last < options.first || !(options.confidence > 0) || !(options.confidence < 1))
        return NotCounted::options_out_of_range;
    if (options.baseline_last - options.baseline_first + 1 < options.periods_a_year)
        return NotCounted::baseline_too_short;
    return NotCounted::no;
}

NotCounted check_unit(const CountedUnit& unit, const AvoidedOptions& options) {
    int in_year = 0;
    int claimed = 0;
    double events = 0;
    const CountedPeriod* before = nullptr;
    for (const CountedPeriod& one : unit) {
        if ((before != nullptr && before->number >= one.number) || !is_possible(one.events) ||
            !is_possible(one.exposure) || !is_possible(one.risk))
            return NotCounted::impossible_number;
        before = &one;
        const bool in_year_now = is_in_baseline_year(options, one);
        if (!in_year_now && !is_in(options, one)) continue;
        if (!std::isnan(one.events) && !(one.exposure > 0)) return NotCounted::exposure_missing;
        if (!one.is_complete()) continue;
        if (in_year_now) {
            ++in_year;
            events += one.events;
        } else {
            ++claimed;
        }
    }
    if (in_year < options.periods_a_year) return NotCounted::baseline_too_short;
    if (!(events > 0)) return NotCounted::baseline_without_events;
    return claimed > 0 ? NotCounted::no : NotCounted::nothing_to_compare;
}

/// A term of the expected sum: a period of what is claimed and the one of the baseline year that
/// it is held against.
struct Pair {
    std::size_t unit;
    std::size_t base;  ///< index in the unit
    const CountedPeriod* before;
    const CountedPeriod* after;

    int apart() const { return after->number - before->number; }
};

std::vector<Pair> pairs_of(std::span<const CountedUnit> units,
                           const std::vector<NotCounted>& counted, const AvoidedOptions& options) {
    std::vector<Pair> pairs;
    for (std::size_t u = 0; u < units.size(); ++u) {
        if (counted[u] != NotCounted::no) continue;
        std::map<int, std::size_t> base;  // by season
        for (std::size_t i = 0; i < units[u].size(); ++i)
            if (is_in_baseline_year(options, units[u][i]))
                base[options.baseline_last - units[u][i].number] = i;
        for (const CountedPeriod& one : units[u]) {
            if (!is_in(options, one) || !one.is_complete()) continue;
            const int beyond = (one.number - options.baseline_last) % options.periods_a_year;
            const std::size_t same =
                base.at((options.periods_a_year - beyond) % options.periods_a_year);
            pairs.push_back({u, same, &units[u][same], &one});
        }
    }
    return pairs;
}

/// Sums of weighted baseline counts, to which terms are added.
class Expected {
public:
    void add(const Pair& pair, double weight) {
        sum_ += weight * pair.before->events;
        double& cell = weights_[pair.before];
        variance_ += ((cell + weight) * (cell + weight) - cell * cell) * pair.before->events;
        if (cell == 0) events_ += pair.before->events;
        cell += weight;
    }
    double sum() const { return sum_; }
    Interval interval(double confidence) const {
        // In a part of the year nothing may have happened; then nothing can be said of chance.
        if (!(events_ > 0)) return {.lower = sum_, .upper = sum_};
        return weighted_poisson_interval(sum_, variance_, events_, confidence);
    }

private:
    double sum_ = 0;
    double variance_ = 0;
    double events_ = 0;
    std::map<const CountedPeriod*, double> weights_;
};

AvoidedVersion version_of(double observed, double expected, Interval of_expected,
                          double confidence) {
    const auto counted = exact_poisson_interval(observed, confidence);
    return {.observed = observed,
            .expected = expected,
            .saved = expected - observed,
            .of_observed = {expected - counted.upper, expected - counted.lower},
            .of_baseline = {of_expected.lower - observed, of_expected.upper - observed},
            .both = difference_interval(expected, of_expected, observed, counted)};
}

double observed_of(const std::vector<Pair>& pairs) {
    double sum = 0;
    for (const Pair& pair : pairs)
        sum += pair.after->events;
    return sum;
}

AvoidedVersion raw_version(const std::vector<Pair>& pairs, double confidence) {
    Expected expected;
    for (const Pair& pair : pairs)
        expected.add(pair, pair.after->exposure / pair.before->exposure);
    return version_of(observed_of(pairs), expected.sum(), expected.interval(confidence),
                      confidence);
}

std::optional<AvoidedVersion> case_mix_version(const std::vector<Pair>& pairs, double confidence) {
    Expected expected;
    for (const Pair& pair : pairs) {
        if (!(pair.before->risk > 0) || !(pair.after->risk > 0)) return {};
        expected.add(pair, pair.after->risk / pair.before->risk);
    }
    return version_of(observed_of(pairs), expected.sum(), expected.interval(confidence),
                      confidence);
}

/// What the trend is fitted to: the counted units' baselines, in place, the rest made empty.
std::vector<CountedUnit> baselines_of(std::span<const CountedUnit> units,
                                      const std::vector<NotCounted>& counted,
                                      const AvoidedOptions& options) {
    std::vector<CountedUnit> baselines(units.size());
    for (std::size_t u = 0; u < units.size(); ++u) {
        if (counted[u] != NotCounted::no) continue;
        baselines[u] = units[u];
        for (CountedPeriod& one : baselines[u])
            if (one.number < options.baseline_first || one.number > options.baseline_last)
                one.events = kMissing;
    }
    return baselines;
}

AvoidedVersion trend_version(const std::vector<Pair>& pairs,
                             const std::vector<CountedUnit>& baselines, const PoissonTrend& trend,
                             double confidence) {
    double expected = 0;
    double slope = 0;
    std::vector<std::vector<double>> reach;  // how far one event more moves the expected sum
    for (const CountedUnit& unit : baselines)
        reach.emplace_back(unit.size());
    for (const Pair& pair : pairs) {
        const double weight = pair.after->exposure / pair.before->exposure *
                              std::exp(trend.per_period * pair.apart());
        expected += weight * pair.before->events;
        slope += weight * pair.before->events * pair.apart();
        reach[pair.unit][pair.base] += weight;
    }
    double variance = 0;
    for (std::size_t u = 0; u < baselines.size(); ++u)
        for (std::size_t i = 0; i < baselines[u].size(); ++i) {
            if (!baselines[u][i].is_complete()) continue;
            const double moved = reach[u][i] + slope * trend.influence[u][i];
            variance += moved * moved * baselines[u][i].events;
        }
    const double factor =
        expected > 0 ? std::exp(normal_reach(confidence) * std::sqrt(variance) / expected) : 1;
    return version_of(observed_of(pairs), expected, {expected / factor, expected * factor},
                      confidence);
}

std::vector<AvoidedSoFar> so_far_of(const std::vector<Pair>& pairs,
                                    const std::optional<PoissonTrend>& trend, double confidence) {
    std::map<int, std::vector<const Pair*>> by_number;
    for (const Pair& pair : pairs)
        by_number[pair.after->number].push_back(&pair);
    std::vector<AvoidedSoFar> all;
    Expected expected;
    double observed = 0;
    double with_trend = 0;
    for (const auto& [number, here] : by_number) {
        for (const Pair* pair : here) {
            const double weight = pair->after->exposure / pair->before->exposure;
            expected.add(*pair, weight);
            observed += pair->after->events;
            if (trend)
                with_trend +=
                    weight * pair->before->events * std::exp(trend->per_period * pair->apart());
        }
        const double sum = expected.sum();
        const auto of_sum = expected.interval(confidence);
        const auto chance = exact_poisson_interval(sum, confidence);
        all.push_back(
            {.number = number,
             .observed = observed,
             .expected = sum,
             .expected_with_trend = trend ? with_trend : kMissing,
             .unchanged = {std::max(0.0, sum - std::hypot(sum - of_sum.lower, sum - chance.lower)),
                           sum + std::hypot(of_sum.upper - sum, chance.upper - sum)}});
    }
    return all;
}

}  // namespace

std::expected<Avoided, NotCounted> avoided(std::span<const CountedUnit> units,
                                           const AvoidedOptions& options) {
    if (const auto problem = check_options(options); problem != NotCounted::no)
        return std::unexpected(problem);
    Avoided answer;
    for (const CountedUnit& unit : units)
        answer.units.push_back(check_unit(unit, options));
    const auto pairs = pairs_of(units, answer.units, options);
    if (pairs.empty())
        return std::unexpected(units.empty() ? NotCounted::nothing_to_compare
                                             : answer.units.front());
    answer.raw = raw_version(pairs, options.confidence);
    answer.case_mix = case_mix_version(pairs, options.confidence);
    const auto baselines = baselines_of(units, answer.units, options);
    answer.trend = poisson_trend(baselines, options.periods_a_year);
    if (answer.trend)
        answer.net_of_trend = trend_version(pairs, baselines, *answer.trend, options.confidence);
    for (const Pair& pair : pairs)
        answer.exposure += pair.after->exposure;
    answer.periods = static_cast<int>(pairs.size());
    answer.so_far = so_far_of(pairs, answer.trend, options.confidence);
    return answer;
}

}  // namespace primum::spc
