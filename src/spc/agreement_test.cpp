// The engine against the slow, obvious one, on random series with everything at once: phases,
// baselines, exclusions, gaps, ties, every rule with every choice.

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "spc/analysis.h"
#include "spc/names.h"
#include "spc/slow_reference.h"

namespace primum::spc {
namespace {

constexpr int kSeries = 100'000;

std::uint64_t seed() {
    const char* const chosen = std::getenv("PRIMUM_SEED");
    return chosen ? std::strtoull(chosen, nullptr, 10) : std::random_device{}();
}

/// Draws series and options; owns the numbers that the series borrows.
class Source {
public:
    explicit Source(std::uint64_t seed) : random_(seed) {}

    void draw() {
        series = {};
        options = {};
        draw_options();
        draw_numbers();
        draw_phases();
    }

    Series series;
    Options options;

private:
    std::size_t below(std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
    }
    bool chance(double p) { return std::bernoulli_distribution(p)(random_); }
    template <class Enum>
    Enum one_of(int last) {
        return static_cast<Enum>(below(static_cast<std::size_t>(last) + 1));
    }

    void draw_options() {
        const Chart charts[] = {Chart::individuals, Chart::c, Chart::u, Chart::p};
        options.chart = charts[below(4)];
        options.better = one_of<Better>(2);
        options.screening = one_of<Screening>(1);
        options.gaps = one_of<Gaps>(1);
        Rules& rules = options.rules;
        rules.outside_sigmas = static_cast<double>(below(4));
        rules.trend_points = chance(0.2) ? 0 : static_cast<int>(3 + below(6));
        rules.trend_ties = one_of<Ties>(1);
        rules.two_of_three = chance(0.8);
        rules.two_of_three_counts_outside = chance(0.5);
        rules.two_of_three_third = one_of<OddOneOut>(2);
        rules.two_of_three_flags = one_of<FlaggedBeyond>(2);
        rules.shift_points = chance(0.2) ? 0 : static_cast<int>(2 + below(8));
        rules.shift_ties = one_of<Ties>(1);
        rules.four_of_five = chance(0.5);
        rules.four_of_five_fifth = one_of<OddOneOut>(2);
        rules.four_of_five_flags = one_of<FlaggedBeyond>(2);
        rules.within_one_sigma_points = chance(0.5) ? 0 : static_cast<int>(3 + below(13));
        rules.beyond_one_sigma_points = chance(0.5) ? 0 : static_cast<int>(2 + below(7));
        rules.alternating_points = chance(0.5) ? 0 : static_cast<int>(4 + below(11));
        rules.missing = one_of<Ties>(1);
        rules.flags = one_of<Flagged>(1);
    }

    void draw_numbers() {
        // Mostly short, sometimes around the 64 and 128 points at which rows of bits grow a word.
        const std::size_t points = chance(0.1) ? 60 + below(75) : 1 + below(40);
        values_.assign(points, 0);
        denominators_.assign(points, 0);
        excluded_.assign(points, 0);
        // Few different values, so that ties and points on lines occur.
        const bool coarse = chance(0.5);
        std::normal_distribution<double> measurement(20, 4);
        std::poisson_distribution<int> events(6);
        double drift = 0;
        for (std::size_t i = 0; i < points; ++i) {
            if (chance(0.05)) drift += coarse ? 3 : 2.5;
            if (chance(0.05)) drift -= coarse ? 3 : 2.5;
            const double y = measurement(random_) + drift;
            values_[i] = options.chart == Chart::individuals
                             ? (coarse ? std::round(y / 2) : y)
                             : events(random_) + std::fabs(std::round(drift));
            denominators_[i] = coarse ? 200 : static_cast<double>(100 + below(200));
        }
        const double missing = chance(0.5) ? 0 : 0.1;
        const double out = chance(0.5) ? 0 : 0.1;
        for (std::size_t i = 0; i < points; ++i) {
            if (chance(missing)) (chance(0.5) ? values_ : denominators_)[i] = kMissing;
            if (chance(missing / 4)) denominators_[i] = 0;
            excluded_[i] = chance(out) ? 1 : 0;
        }
        series.values = values_;
        if (options.chart == Chart::u || options.chart == Chart::p)
            series.denominators = denominators_;
        if (out > 0) series.excluded = excluded_;
    }

    void draw_phases() {
        phases_.clear();
        if (chance(0.5)) return;
        for (std::size_t begin = 0; begin < values_.size(); begin += 1 + below(30))
            phases_.push_back({begin, chance(0.5) ? 0 : 1 + below(15), chance(0.3)});
        series.phases = phases_;
    }

    std::mt19937_64 random_;
    std::vector<double> values_;
    std::vector<double> denominators_;
    std::vector<std::uint8_t> excluded_;
    std::vector<Phase> phases_;
};

std::string in_words(const PointSignals& signals) {
    std::string words;
    for (int k = 0; k < kRuleCount; ++k) {
        const auto rule = static_cast<Rule>(k);
        if (signals.high.has(rule)) words.append(name_of(rule)) += "+ ";
        if (signals.low.has(rule)) words.append(name_of(rule)) += "- ";
        if (signals.undirected.has(rule)) words.append(name_of(rule)) += " ";
    }
    return words;
}

void expect_line(double got, double expected, const char* which, std::size_t i) {
    if (std::isnan(expected)) {
        EXPECT_TRUE(std::isnan(got)) << which << " at " << i << ": got " << got;
    } else {
        EXPECT_NEAR(got, expected, 1e-9 * std::max(1.0, std::fabs(expected)))
            << which << " at " << i;
    }
}

/// Rounding may put a point that lies exactly on a line on either side of it. Such series are
/// compared by their lines only; a point that is on the line for both engines decides nothing.
bool hangs_on_rounding(const Analysis& fast, const Analysis& slow) {
    constexpr double Limits::* kLines[] = {&Limits::centre, &Limits::lower,  &Limits::upper,
                                           &Limits::lower2, &Limits::upper2, &Limits::lower1,
                                           &Limits::upper1};
    for (std::size_t i = 0; i < slow.values.size(); ++i) {
        const double y = slow.values[i];
        for (double Limits::* const line : kLines) {
            const double one = fast.limits_at(i).*line;
            const double other = slow.limits[i].*line;
            if (std::fabs(y - other) < 1e-9 && !(y == one && y == other)) return true;
        }
    }
    return false;
}

TEST(Engine, AgreesWithTheSlowOneOnRandomSeries) {
    const std::uint64_t chosen = seed();
    std::printf("PRIMUM_SEED=%llu\n", static_cast<unsigned long long>(chosen));
    Source source(chosen);
    Analysis fast;
    int compared = 0;
    for (int k = 0; k < kSeries && !HasFailure(); ++k) {
        SCOPED_TRACE(k);
        source.draw();
        analyse(source.series, source.options, fast);
        ASSERT_FALSE(fast.problem) << static_cast<int>(fast.problem.kind);
        const Analysis slow = slow::analyse(source.series, source.options);
        ASSERT_EQ(fast.phases.size(), slow.phases.size());
        for (std::size_t i = 0; i < slow.values.size(); ++i) {
            const Limits& got = fast.limits_at(i);
            const Limits& expected = slow.limits[i];
            expect_line(got.centre, expected.centre, "centre", i);
            expect_line(got.lower, expected.lower, "lower", i);
            expect_line(got.upper, expected.upper, "upper", i);
            expect_line(got.lower2, expected.lower2, "lower2", i);
            expect_line(got.upper1, expected.upper1, "upper1", i);
        }
        if (hangs_on_rounding(fast, slow)) continue;
        ++compared;
        for (std::size_t i = 0; i < slow.values.size(); ++i)
            ASSERT_EQ(in_words(fast.signals[i]), in_words(slow.signals[i])) << "point " << i;
        for (std::size_t p = 0; p < slow.phases.size(); ++p) {
            ASSERT_EQ(fast.phases[p].useful, slow.phases[p].useful);
            ASSERT_EQ(fast.phases[p].longest_run, slow.phases[p].longest_run);
            ASSERT_EQ(fast.phases[p].crossings, slow.phases[p].crossings);
        }
    }
    EXPECT_GT(compared, kSeries / 2);
}

}  // namespace
}  // namespace primum::spc
