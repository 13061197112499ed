#include "claims/shown.h"

#include <algorithm>
#include <cmath>

#include "disclosure/table.h"

namespace primum::claims {
namespace {

using disclosure::Confidential;
using disclosure::Mode;

double number_or_missing(const disclosure::Published& published) {
    return published.number().value_or(spc::kMissing);
}

/// A modelled number of people: as a count that is shown on its own.
double published(double modelled, Mode mode) {
    if (mode == Mode::none || std::isnan(modelled)) return modelled;
    return number_or_missing(disclosure::publish(Confidential(std::round(modelled)), mode));
}

/// Outwards to the rule's step.
spc::Interval widened(spc::Interval interval, Mode mode) {
    if (mode == Mode::none) return interval;
    const auto step = static_cast<double>(disclosure::rule_of(mode).step);
    return {.lower = std::floor(interval.lower / step) * step,
            .upper = std::ceil(interval.upper / step) * step};
}

void hide(ShownEstimate& one) {
    one.hidden = true;
    one.observed = one.expected = one.saved = spc::kMissing;
    one.of_observed = one.of_baseline = one.both = {};
    one.includes_zero = true;
}

ShownEstimate shown(const Estimate& estimate, Mode mode) {
    const spc::AvoidedVersion& says = estimate.says;
    ShownEstimate one{.version = estimate.version,
                      .observed = published(says.observed, mode),
                      .expected = published(says.expected, mode),
                      .of_observed = widened(says.of_observed, mode),
                      .of_baseline = widened(says.of_baseline, mode),
                      .both = widened(says.both, mode)};
    one.saved = one.expected - one.observed;
    if (std::isnan(one.saved)) hide(one);
    one.includes_zero = !(one.both.lower > 0) && !(one.both.upper < 0);
    return one;
}

Day period_of(int number, measures::Frequency frequency) {
    const int month = frequency == measures::Frequency::quarter ? number * 3 : number;
    return std::chrono::year(month / 12) / (month % 12 + 1) / 1;
}

/// What was observed in each period, all decided together.
std::vector<double> observed_of(const spc::Avoided& joined, Mode mode) {
    std::vector<double> each;
    double before = 0;
    for (const spc::AvoidedSoFar& one : joined.so_far) {
        each.push_back(one.observed - before);
        before = one.observed;
    }
    if (mode == Mode::none || each.empty()) return each;
    disclosure::Table table(each.size());
    const auto all = table.add_unit();
    for (std::size_t i = 0; i < each.size(); ++i)
        table.count(all, i, Confidential(std::round(each[i])));
    const auto decided = table.publish(mode);
    for (std::size_t i = 0; i < each.size(); ++i)
        each[i] = number_or_missing(decided.at(all, i));
    return each;
}

}  // namespace

const ShownEstimate* Shown::find(Version version) const {
    const auto found = std::ranges::find(estimates, version, &ShownEstimate::version);
    return found == estimates.end() ? nullptr : &*found;
}

Shown shown(const std::vector<Estimate>& estimates, const spc::Avoided& joined,
            measures::Frequency frequency, Mode mode) {
    Shown all{.mode = mode, .estimates = {}, .so_far = {}};
    const auto each = observed_of(joined, mode);
    const bool hides = std::ranges::any_of(each, [](double count) { return std::isnan(count); });
    for (const Estimate& one : estimates) {
        all.estimates.push_back(shown(one, mode));
        // What was observed in all is the sum of its periods, and would tell of one that is hidden.
        if (hides) hide(all.estimates.back());
    }
    double observed = 0;
    for (std::size_t i = 0; i < each.size(); ++i) {
        const spc::AvoidedSoFar& one = joined.so_far[i];
        observed += each[i];
        all.so_far.push_back({.period = period_of(one.number, frequency),
                              .observed = observed,
                              .expected = published(one.expected, mode),
                              .with_trend = published(one.expected_with_trend, mode),
                              .unchanged = widened(one.unchanged, mode)});
    }
    return all;
}

}  // namespace primum::claims
