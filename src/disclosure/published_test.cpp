// Numbers on their own. Expected values are those of the rule's text: HES Analysis Guide, NHS
// England 2018: 0 shown, 1 to 7 as *, others to the nearest 5.

#include "disclosure/published.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <concepts>
#include <stdexcept>
#include <type_traits>

namespace primum::disclosure {
namespace {

// What the compiler keeps apart.
static_assert(!std::is_convertible_v<Confidential, double>);
static_assert(!std::is_constructible_v<double, Confidential>);
static_assert(!std::is_convertible_v<double, Confidential>);
static_assert(!std::is_constructible_v<Published, double>);
static_assert(!std::is_constructible_v<Published, Confidential>);

static_assert(!std::equality_comparable<Confidential>);  // not to be tried one by one either

std::string hes(double count) {
    return publish(Confidential(count), Mode::hes).text();
}

TEST(PublishedTest, TheRuleOfHes) {
    EXPECT_EQ(hes(0), "0");
    for (int count = 1; count <= 7; ++count)
        EXPECT_EQ(hes(count), "*") << count;
    for (int count = 8; count <= 12; ++count)
        EXPECT_EQ(hes(count), "10") << count;
    for (int count = 13; count <= 17; ++count)
        EXPECT_EQ(hes(count), "15") << count;
    EXPECT_EQ(hes(812), "810");
    EXPECT_EQ(hes(813), "815");
}

TEST(PublishedTest, TheRuleOfFewerThanFive) {
    const auto lt5 = [](double count) { return publish(Confidential(count), Mode::lt5).text(); };
    EXPECT_EQ(lt5(0), "0");
    EXPECT_EQ(lt5(1), "*");
    EXPECT_EQ(lt5(4), "*");
    EXPECT_EQ(lt5(5), "5");
    EXPECT_EQ(lt5(812), "812");
}

TEST(PublishedTest, InsideNothingIsHidden) {
    EXPECT_EQ(publish(Confidential(3), mode_for(Audience::own, Mode::hes)).text(), "3");
    EXPECT_EQ(publish(Confidential(3), mode_for(Audience::others, Mode::hes)).text(), "*");
    EXPECT_EQ(publish(Confidential(2.5), Mode::none).text(), "2.5");
}

TEST(PublishedTest, AnEightIsNotToldFromATen) {
    const Published eight = publish(Confidential(8), Mode::hes);
    for (int count = 9; count <= 12; ++count)
        EXPECT_EQ(eight, publish(Confidential(count), Mode::hes)) << count;
    for (int count = 2; count <= 7; ++count)
        EXPECT_EQ(publish(Confidential(1), Mode::hes), publish(Confidential(count), Mode::hes));
}

TEST(PublishedTest, RatesAreOfThePublishedNumbers) {
    const auto of = [](double numerator, double denominator) {
        return rate(publish(Confidential(numerator), Mode::hes),
                    publish(Confidential(denominator), Mode::hes), 1000);
    };
    EXPECT_DOUBLE_EQ(*of(12, 812).number(), 1000.0 * 10 / 810);
    EXPECT_EQ(of(8, 808), of(12, 812));
    EXPECT_TRUE(of(3, 812).is_hidden());
    EXPECT_TRUE(of(20, 7).is_hidden());
    EXPECT_EQ(of(0, 812).text(), "0");
    EXPECT_TRUE(of(0, 0).is_missing());
}

TEST(PublishedTest, AveragesHaveEightPeopleBehindThem) {
    const auto of = [](std::optional<double> people) {
        return publish_average(Confidential(4.5), Confidential(people), Mode::hes).text();
    };
    EXPECT_EQ(of(7), "*");
    EXPECT_EQ(of(8), "4.5");
    EXPECT_EQ(of(std::nullopt), "*");
}

TEST(PublishedTest, SumsOfPublishedNumbersHideWhatOneOfThemHides) {
    const Published ten = publish(Confidential(9), Mode::hes);
    const Published hidden = publish(Confidential(2), Mode::hes);
    EXPECT_EQ(sum(std::array{ten, ten, Published()}).text(), "20");
    EXPECT_TRUE(sum(std::array{ten, hidden}).is_hidden());
    EXPECT_TRUE(sum({}).is_missing());
}

TEST(PublishedTest, EnginesGetAGap) {
    const auto values = with_gaps(std::array{publish(Confidential(2), Mode::hes), Published(),
                                             publish(Confidential(12), Mode::hes)});
    EXPECT_TRUE(std::isnan(values[0]));
    EXPECT_TRUE(std::isnan(values[1]));
    EXPECT_EQ(values[2], 10);
}

TEST(PublishedTest, WhatIsNoCountOfPeopleIsRefused) {
    for (const double bad : {-1.0, 0.5, 1e300, std::nan("")})
        EXPECT_THROW(publish(Confidential(bad), Mode::hes), std::invalid_argument) << bad;
}

TEST(PublishedTest, ModesHaveNames) {
    for (const Mode mode : {Mode::none, Mode::hes, Mode::lt5})
        EXPECT_EQ(parse_mode(name(mode)), mode);
    EXPECT_EQ(parse_mode("some"), std::nullopt);
}

}  // namespace
}  // namespace primum::disclosure
