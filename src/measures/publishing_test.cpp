// What others see of a measure: who may see what, and what somebody who subtracts finds out.

#include "measures/publishing.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "disclosure/testing_attacker.h"
#include "measures/public_tree.h"
#include "measures/sharing.h"
#include "measures/testing.h"

namespace primum::measures {
namespace {

using disclosure::Known;
using disclosure::Mode;
using disclosure::Published;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Node = PublicTree::Node;
using Which = PublicTree::Which;

const Day kMonth = std::chrono::year(2026) / 1 / 1;

/// A region with sums that a campaign shows, perhaps a number of its own, and trusts by wards or by
/// parts of their patients; in one month. Every number is a sum of unknown ones.
class Country {
public:
    explicit Country(unsigned seed) : random_(seed) {
        std::optional<std::size_t> above;
        if (chance(2)) above = add({}, true);
        const std::size_t sums = add(above, false);
        for (auto trusts = 2 + random_() % 3; trusts > 0; --trusts)
            add_trust(sums, above);
        // Where nobody else is in a sum, whoever looks knows that.
        if (chance(3)) unknown({sums});
        if (above && chance(3)) unknown({*above});
        if (above)
            for (const std::size_t one : parts_[sums])
                parts_[*above].push_back(one);
        for (std::size_t node = 0; node < nodes_.size(); ++node)
            if (!missing_[node]) nodes_[node].numerators[kMonth] = sum(parts_[node]);
    }

    const std::vector<Node>& nodes() const { return nodes_; }

    /// How many numbers the most confined small series stays open to, given what is shown of each.
    double narrowest(const std::vector<Published>& shown, Mode mode) const {
        const disclosure::Rule rule = disclosure::rule_of(mode);
        const std::vector<Known> known = everything_known(shown, rule);
        double narrowest = 1e9;
        for (std::size_t node = 0; node < nodes_.size(); ++node) {
            if (!is_leaf_[node] || missing_[node]) continue;
            const std::size_t target = parts_[node].front();
            if (truth_[target] < 1 || truth_[target] > static_cast<double>(rule.small)) continue;
            const auto [least, most] = attack(known, truth_, target);
            narrowest = std::min(narrowest, std::floor(most + 1e-6) - std::ceil(least - 1e-6) + 1);
        }
        return narrowest;
    }

    std::vector<Published> together(Mode mode) const {
        PublicTree tree(nodes_);
        std::vector<Published> shown;
        for (std::size_t node = 0; node < nodes_.size(); ++node)
            shown.push_back(tree.number(node, Which::numerator, kMonth, mode));
        return shown;
    }

    std::vector<Published> each_apart(Mode mode) const {
        std::vector<Published> shown;
        for (std::size_t node = 0; node < nodes_.size(); ++node)
            shown.push_back(
                missing_[node]
                    ? Published()
                    : disclosure::publish(disclosure::Confidential(sum(parts_[node])), mode));
        return shown;
    }

private:
    bool chance(unsigned in) { return random_() % in == 0; }

    std::size_t add(std::optional<std::size_t> above, bool is_series) {
        Node node{.organisation = {}, .series = {}, .above = above};
        if (is_series) node.series = SeriesId();
        nodes_.push_back(std::move(node));
        parts_.emplace_back();
        is_leaf_.push_back(false);
        missing_.push_back(false);
        return nodes_.size() - 1;
    }

    /// Another unknown number, small more often than not, in the sums of these nodes.
    void unknown(const std::vector<std::size_t>& nodes) {
        for (const std::size_t node : nodes)
            parts_[node].push_back(truth_.size());
        truth_.push_back(static_cast<double>(chance(3) ? random_() % 40 : random_() % 9));
    }

    void add_trust(std::size_t sums, std::optional<std::size_t> region) {
        const std::size_t trust = add(sums, true);
        std::vector<std::size_t> in = {trust};
        // What is excluded, or not there, is in no sum, but the region may have counted it.
        missing_[trust] = chance(6);
        const bool excluded = !missing_[trust] && chance(5);
        if (excluded) nodes_[trust].excluded.insert(kMonth);
        if (!excluded && !missing_[trust])
            in.push_back(sums);
        else if (region)
            in.push_back(*region);
        const auto units = chance(3) ? 0 : 1 + random_() % 3;
        for (std::size_t unit = 0; unit < units; ++unit) {
            const std::size_t part = add(trust, true);
            is_leaf_[part] = true;
            in.push_back(part);
            unknown(in);
            in.pop_back();
        }
        is_leaf_[trust] = units == 0;
        if (units == 0 || chance(3)) unknown(in);
    }

    double sum(const std::vector<std::size_t>& parts) const {
        double all = 0;
        for (const std::size_t part : parts)
            all += truth_[part];
        return all;
    }

    /// Of a series that is no sum, the attacker is also told whether it is hidden as small.
    std::vector<Known> everything_known(const std::vector<Published>& shown,
                                        const disclosure::Rule& rule) const {
        std::vector<Known> known;
        const auto small = static_cast<double>(rule.small);
        const auto aside = std::floor(static_cast<double>(rule.step) / 2);
        for (std::size_t node = 0; node < nodes_.size(); ++node) {
            if (missing_[node]) continue;
            Known one{.parts = parts_[node]};
            if (const auto number = shown[node].number()) {
                one.least = *number == 0 ? 0 : std::max(small + 1, *number - aside);
                one.most = *number == 0 ? 0 : *number + aside;
            } else {
                const bool is_small = is_leaf_[node] && sum(parts_[node]) <= small;
                one.least = is_leaf_[node] && !is_small ? small + 1 : 1;
                if (is_small) one.most = small;
            }
            known.push_back(std::move(one));
        }
        for (std::size_t unknown = 0; unknown < truth_.size(); ++unknown)
            known.push_back({.parts = {unknown}});  // no count is below 0
        return known;
    }

    std::mt19937 random_;
    std::vector<Node> nodes_;
    std::vector<std::vector<std::size_t>> parts_;  // of each node, the unknown numbers in it
    std::vector<bool> is_leaf_;
    std::vector<bool> missing_;
    std::vector<double> truth_;
};

TEST(Subtraction, FindsNoSmallNumberInSeriesPartsAndSumsOfACampaignTogether) {
    for (const Mode mode : {Mode::hes, Mode::lt5})
        for (unsigned seed = 0; seed < 400; ++seed) {
            const Country country(seed);
            ASSERT_GE(country.narrowest(country.together(mode), mode),
                      static_cast<double>(disclosure::rule_of(mode).open))
                << "seed " << seed << ", " << disclosure::name(mode);
        }
}

// So that the test above is known to look.
TEST(Subtraction, FindsManyWhereEachIsDecidedApart) {
    int found = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        const Country country(seed);
        found += country.narrowest(country.each_apart(Mode::lt5), Mode::lt5) < 3 ? 1 : 0;
    }
    EXPECT_GT(found, 50);
}

class Publishing : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    Measure falls = add_measure_to(*db, tree.country, "FALLS", measures::falls());

    Series open(OrganisationId where, Audience audience, double count,
                const std::string& stratum = "") {
        const Series series = db->write([&](store::Writer& writer) {
            return open_series(
                writer, everywhere().may_write(where), stamp(), falls,
                {.stratum = stratum, .starts = day("2020-01-01"), .audience = audience});
        });
        put_months(*db, series, kMonth, {{count, 1000}});
        return series;
    }

    std::string shown(const Series& series, Mode mode = Mode::lt5) {
        const auto reader = db->read();
        const auto material =
            material_of(*reader, everywhere().may_read(series.organisation), falls, series);
        const auto published = publish(*reader, material, mode);
        return published.points.empty() ? "no point" : published.points.front().numerator.text();
    }
};

TEST_P(Publishing, HidesAPartOfThePatientsWhereUnitsAreShownAsWell) {
    open(tree.trust, Audience::everyone, 60);
    const Series women = open(tree.trust, Audience::everyone, 20, "women");
    EXPECT_EQ(shown(women), "20");
    open(tree.ward, Audience::members, 15);
    EXPECT_EQ(shown(women), "*") << "women and wards divide the same sixty in two ways";
}

// 23 less 20 are the 3 women.
TEST_P(Publishing, DecidesPartsOfThePatientsWithTheirWhole) {
    const Series whole = open(tree.trust, Audience::everyone, 23);
    const Series women = open(tree.trust, Audience::everyone, 3, "women");
    const Series men = open(tree.trust, Audience::everyone, 20, "men");
    EXPECT_EQ(shown(women), "*");
    EXPECT_TRUE(shown(whole) == "*" || shown(men) == "*");
}

TEST_P(Publishing, GivesNoPointOfWhatIsNotShown) {
    const Series own = open(tree.trust, Audience::organisation, 20);
    EXPECT_EQ(shown(own), "no point");
    EXPECT_EQ(shown(own, Mode::none), "20");
}

TEST_P(Publishing, NamesWhatIsSharedToWhoMaySeeIt) {
    open(tree.trust, Audience::everyone, 20);
    open(tree.trust, Audience::members, 10, "women");
    open(tree.other, Audience::organisation, 20);
    open(tree.ward, Audience::members, 10);
    const auto names = [&](OrganisationId id, bool signed_in) {
        std::vector<std::string> found;
        for (const SharedSeries& one : shared_by(*db->read(), id, signed_in))
            found.push_back(one.name());
        return found;
    };
    EXPECT_THAT(names(tree.trust, false), ElementsAre("Falls with harm"));
    EXPECT_THAT(names(tree.trust, true), ElementsAre("Falls with harm", "Falls with harm, women"));
    EXPECT_THAT(names(tree.other, true), IsEmpty());
    const auto of_measure = [&](bool signed_in) {
        return shared_of(*db->read(), falls.id, signed_in, 10);
    };
    EXPECT_THAT(of_measure(false), SizeIs(1));
    EXPECT_THAT(of_measure(true), SizeIs(2)) << "for all patients only";
    EXPECT_EQ(of_measure(true).front().organisation_name, "Alderwick NHS Trust");
}

INSTANTIATE_TEST_SUITE_P(Engines, Publishing, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::measures
