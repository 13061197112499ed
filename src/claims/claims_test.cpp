#include <gmock/gmock.h>

#include <cmath>

#include "claims/file.h"
#include "claims/words.h"
#include "crypto/hash.h"
#include "csv/table.h"
#include "design/testing.h"
#include "measures/testing.h"
#include "momentum/testing.h"

namespace primum::claims {
namespace {

using measures::day;
using measures::everywhere;
using measures::kToday;
using measures::stamp;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

measures::Definition deaths() {
    return {.name = "Deaths in hospital",
            .numerator = "Deaths",
            .denominator = "Discharges",
            .frequency = measures::Frequency::month,
            .chart = spc::Chart::p,
            .better = spc::Better::lower};
}

using Months = std::vector<std::pair<double, double>>;

/// Twelve months of `events` in `of`, then what is given.
Months after_a_year(double events, double of, const Months& after) {
    Months all(12, {events, of});
    all.insert(all.end(), after.begin(), after.end());
    return all;
}

class Claims : public testing::TestWithParam<store::Engine> {
protected:
    void count(OrganisationId organisation, const Months& months) {
        measures::put_months(*store_, measures::open_at(*store_, organisation, measure_),
                             day("2024-01-01"), months);
    }
    Claim claim(bool of_campaign) {
        return {.id = {},
                .organisation = of_campaign ? tree_.country : tree_.trust,
                .campaign = of_campaign ? std::optional(psf_.campaign_) : std::nullopt,
                .measure = measure_.id,
                .words = "Fewer deaths",
                .baseline_from = day("2024-01-01"),
                .baseline_to = day("2024-12-01"),
                .from = day("2025-01-01"),
                .to = day("2025-02-01")};
    }
    Claim drafted(const Claim& claim) {
        const auto id = store_->write([&](store::Writer& db) {
            return add_claim(db, everywhere().may_write(claim.organisation), stamp(), claim);
        });
        return find_claim(*store_->read(), everywhere(), id.text()).value();
    }
    auto figures(const Claim& claim) {
        return figures_of(claim, measure_, live_counts(*store_->read(), claim, measure_));
    }
    bool publish_it(const Claim& claim) {
        return store_->write([&](store::Writer& db) {
            const auto counts = live_counts(db, claim, measure_);
            return publish(db, everywhere().may_write(claim.organisation), stamp(), claim,
                           *figures_of(claim, measure_, counts), counts,
                           crypto::sha256_hex(file_of(measure_, counts)));
        });
    }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    momentum::TestCampaign psf_{*store_, tree_};
    measures::Measure measure_ =
        measures::add_measure_to(*store_, tree_.country, "DEATHS", deaths());
};
INSTANTIATE_TEST_SUITE_P(Engines, Claims, store::testing::engines(), store::testing::engine_name);

// By hand: the site, which lies below the trust, expects 2 × 24 = 48; 40 and no more were counted.
TEST_P(Claims, AddUpWhatLiesBelowEachMember) {
    psf_.join(tree_.trust, "2024-12-01");
    count(tree_.site, after_a_year(24, 1000, {{19, 1000}, {21, 1000}}));
    const auto found = figures(claim(true));
    ASSERT_TRUE(found);
    EXPECT_DOUBLE_EQ(found->joined.raw.expected, 48);
    EXPECT_DOUBLE_EQ(found->joined.raw.saved, 8);
    EXPECT_EQ(found->coverage.units, 1);
    EXPECT_EQ(found->coverage.counted, 1);
    EXPECT_EQ(found->beside, 0);
    EXPECT_EQ(found->estimates.front().version, Version::raw);
}

TEST_P(Claims, StandBesideThoseThatHaveNotJoined) {
    psf_.join(tree_.trust, "2024-12-01");
    count(tree_.trust, after_a_year(24, 1000, {{19, 1000}, {21, 1000}}));
    count(tree_.other, after_a_year(30, 1000, {{30, 1000}}));
    const auto found = figures(claim(true));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->beside, 1);
    EXPECT_EQ(found->estimates.back().version, Version::not_joined);
    EXPECT_DOUBLE_EQ(found->estimates.back().says.expected, 30);
    EXPECT_EQ(found->coverage.units, 1);
}

// The second member sent eleven months of the year before: it reports, but cannot be counted.
TEST_P(Claims, SayHowMuchTheyCover) {
    psf_.join(tree_.trust, "2024-12-01");
    psf_.join(tree_.other, "2024-12-01");
    count(tree_.trust, after_a_year(24, 1000, {{19, 1000}}));
    const auto series = measures::open_at(*store_, tree_.other, measure_);
    measures::put_months(*store_, series, day("2024-02-01"), Months(12, {10, 3000}));
    const auto found = figures(claim(true));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->coverage, (Coverage{.units = 2,
                                         .reporting = 2,
                                         .counted = 1,
                                         .exposure = 1000,
                                         .exposure_reported = 4000}));
    ASSERT_THAT(found->left_out, SizeIs(1));
    EXPECT_EQ(found->left_out[0].why, spc::NotCounted::baseline_too_short);
    const auto view = design::view_in("en");
    EXPECT_THAT(coverage_sentence(view, found->coverage),
                HasSubstr("2 of 2 organisations sent numbers; 1 of these"));
    EXPECT_THAT(coverage_sentence(view, found->coverage), HasSubstr("25%"));
}

TEST_P(Claims, AreRefusedWithoutAWholeYearBefore) {
    count(tree_.trust, Months(11, {5, 100}));
    EXPECT_EQ(figures(claim(false)).error(), spc::NotCounted::baseline_too_short);
}

TEST_P(Claims, TakeCaseMixFromAnotherMeasure) {
    auto says = deaths();
    says.name = "Deaths that a model expects";
    const auto model = measures::add_measure_to(*store_, tree_.country, "MODEL", says);
    count(tree_.trust, after_a_year(24, 1000, {{24, 1000}}));
    measures::put_months(*store_, measures::open_at(*store_, tree_.trust, model), day("2024-01-01"),
                         after_a_year(20, 1000, {{30, 1000}}));
    Claim one = claim(false);
    one.risk = model.id;
    const auto found = figures(one);
    ASSERT_TRUE(found && found->joined.case_mix);
    EXPECT_DOUBLE_EQ(found->joined.case_mix->expected, 36);
    EXPECT_DOUBLE_EQ(found->joined.case_mix->saved, 12);
}

TEST_P(Claims, FreezeTheirNumbersAndSayWhatHasChangedSince) {
    count(tree_.trust, after_a_year(24, 1000, {{19, 1000}, {21, 1000}}));
    const Claim draft = drafted(claim(false));
    EXPECT_EQ(draft.state, State::draft);
    ASSERT_TRUE(publish_it(draft));
    EXPECT_FALSE(publish_it(draft));
    const Claim published = find_claim(*store_->read(), store::Scope(), draft.id.text()).value();
    const auto frozen = frozen_counts(*store_->read(), published);
    EXPECT_EQ(crypto::sha256_hex(file_of(measure_, frozen)), published.fingerprint);
    EXPECT_FALSE(changes_between(frozen, live_counts(*store_->read(), published, measure_)).any());

    const auto series = measures::series_of(*store_->read(), everywhere().may_read(tree_.trust));
    store_->write([&](store::Writer& db) {
        const auto key = everywhere().may_write(tree_.trust);
        measures::save_point(db, key, stamp(), series[0],
                             {.period = day("2025-01-01"), .numerator = 29, .denominator = 1000},
                             kToday);
        measures::save_point(db, key, stamp(), series[0],
                             {.period = day("2025-03-01"), .numerator = 9, .denominator = 1000},
                             kToday);
    });
    const auto live = live_counts(*store_->read(), published, measure_);
    const auto changes = changes_between(frozen, live);
    EXPECT_EQ(changes.changed, 1);  // March 2025 is not claimed
    EXPECT_EQ(changes.added, 0);
    EXPECT_DOUBLE_EQ(frozen_estimates(*store_->read(), published)[0].says.saved, 8);
    EXPECT_DOUBLE_EQ(figures_of(published, measure_, live)->joined.raw.saved, -2);
}

TEST_P(Claims, StayOnTheRegisterWhenTheyAreWithdrawn) {
    count(tree_.trust, after_a_year(24, 1000, {{19, 1000}}));
    const Claim draft = drafted(claim(false));
    EXPECT_THAT(all_claims(*store_->read(), store::Scope()), IsEmpty());
    EXPECT_FALSE(find_claim(*store_->read(), store::Scope(), draft.id.text()));
    const auto take_back = [&] {
        return store_->write([&](store::Writer& db) {
            return withdraw(db, everywhere().may_write(tree_.trust), stamp(), draft, "An error");
        });
    };
    EXPECT_FALSE(take_back());
    ASSERT_TRUE(publish_it(draft));
    EXPECT_TRUE(take_back());
    const auto all = all_claims(*store_->read(), store::Scope());
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].state, State::withdrawn);
    EXPECT_EQ(all[0].withdrawn_because, "An error");
}

// What the file says is enough to redo it: read back, it gives the same numbers.
TEST_P(Claims, CanBeRedoneFromTheirFile) {
    count(tree_.trust, after_a_year(24, 1000.5, {{19, 987}, {21, 1003}}));
    const auto counts = live_counts(*store_->read(), claim(false), measure_);
    const auto file = csv::parse_table(file_of(measure_, counts)).value();
    UnitCounts again{
        .unit = OrganisationId::parse(file.cell(0, 0)).value(), .name = "", .counts = {}};
    for (std::size_t row = 0; row < file.rows(); ++row)
        again.counts.push_back(
            {.period =
                 measures::parse_period(measures::Frequency::month, file.cell(row, 2)).value(),
             .numerator = std::stod(std::string(file.cell(row, 3))),
             .denominator = std::stod(std::string(file.cell(row, 4))),
             .risk = {}});
    const auto redone = figures_of(claim(false), measure_, {again}).value();
    const auto first = figures_of(claim(false), measure_, counts).value();
    EXPECT_EQ(redone.joined.raw.expected, first.joined.raw.expected);
    EXPECT_EQ(redone.joined.raw.both.upper, first.joined.raw.both.upper);
}

Estimate estimate_of(double expected, double observed) {
    const auto of = spc::exact_poisson_interval(observed, 0.95);
    spc::AvoidedVersion says{.observed = observed,
                             .expected = expected,
                             .saved = expected - observed,
                             .of_observed = {expected - of.upper, expected - of.lower},
                             .of_baseline = {expected - observed, expected - observed},
                             .both = {expected - of.upper, expected - of.lower}};
    return {Version::raw, says};
}

// The worked example in words: saved 30, from 0.4 more to 57.4 fewer, so zero is among them.
TEST(ClaimWords, SayThatAnIntervalIncludesZero) {
    const auto view = design::view_in("en");
    const auto inside =
        shown({estimate_of(240, 210)}, {}, measures::Frequency::month, disclosure::Mode::none);
    EXPECT_EQ(estimate_sentence(view, inside.estimates[0], inside.mode),
              "Estimate: 30 fewer than expected. 210 were counted, and 240 expected.");
    EXPECT_THAT(interval_sentence(view, inside.estimates[0], inside.mode),
                HasSubstr("from 0.4 more to 57.4 fewer. It includes zero"));
    const auto clear =
        shown({estimate_of(240, 180)}, {}, measures::Frequency::month, disclosure::Mode::none);
    EXPECT_THAT(interval_sentence(view, clear.estimates[0], clear.mode),
                HasSubstr("does not include zero"));
    EXPECT_THAT(versions_sentence(view, clear), HasSubstr("not why"));
    const auto more =
        shown({estimate_of(200, 240)}, {}, measures::Frequency::month, disclosure::Mode::none);
    EXPECT_THAT(estimate_sentence(view, more.estimates[0], more.mode), HasSubstr("40 more"));
    EXPECT_THAT(versions_sentence(view, more), HasSubstr("none has an interval"));
}

// 212 is shown as 210 and 238 as 240; ends go outwards to fives. 5 is not shown at all.
TEST(ClaimWords, ShowNoSmallNumberOutside) {
    const auto view = design::view_in("en");
    const auto outside = shown({estimate_of(238, 212), estimate_of(9, 5)}, {},
                               measures::Frequency::month, disclosure::Mode::hes);
    const ShownEstimate& large = outside.estimates[0];
    EXPECT_EQ(large.observed, 210);
    EXPECT_EQ(large.expected, 240);
    EXPECT_EQ(large.saved, 30);
    EXPECT_EQ(large.both.lower, -5);  // 238 - 242.6
    EXPECT_EQ(large.both.upper, 55);  // 238 - 184.4 = 53.6
    EXPECT_TRUE(outside.estimates[1].hidden);
    EXPECT_THAT(estimate_sentence(view, outside.estimates[1], outside.mode),
                HasSubstr("too small to be shown"));
}

// 23 in two months of which one is 20 are 3 in the other.
TEST(ClaimWords, ShowNoWholeOfWhichAPeriodIsHidden) {
    spc::Avoided joined;
    joined.so_far = {{.number = 1, .observed = 20}, {.number = 2, .observed = 23}};
    const auto outside = [&](disclosure::Mode mode) {
        return shown({estimate_of(40, 23)}, joined, measures::Frequency::month, mode).estimates[0];
    };
    EXPECT_TRUE(outside(disclosure::Mode::lt5).hidden);
    EXPECT_TRUE(std::isnan(outside(disclosure::Mode::lt5).saved));
    EXPECT_FALSE(outside(disclosure::Mode::none).hidden);
}

}  // namespace
}  // namespace primum::claims
