#include "chart/number.h"

#include <gmock/gmock.h>

#include <limits>

namespace primum::chart {
namespace {

constexpr NumberFormat plain(int decimals) {
    return {NumberStyle::plain, decimals};
}

TEST(Number, IsWrittenAsPeopleReadIt) {
    EXPECT_EQ(number(1'234'567.891, plain(1)), "1,234,567.9");
    EXPECT_EQ(number(999, plain(0)), "999");
    EXPECT_EQ(number(1'000, plain(0)), "1,000");
    EXPECT_EQ(number(-1'480, plain(0)), "−1,480");
    EXPECT_EQ(number(12, plain(1)), "12");
    EXPECT_EQ(number(12.04, plain(1)), "12");
    EXPECT_EQ(number(0.5, plain(2)), "0.50");
}

TEST(Number, NeverIsMinusZero) {
    EXPECT_EQ(number(-0.04, plain(1)), "0");
    EXPECT_EQ(number(-0.0, plain(0)), "0");
}

TEST(Number, IsAPercentageWhereToldSo) {
    EXPECT_EQ(number(0.053, {NumberStyle::proportion, 1}), "5.3%");
    EXPECT_EQ(number(95, {NumberStyle::percent, 1}), "95%");
}

TEST(Number, IsScientificOnlyWhereItMustBe) {
    EXPECT_EQ(number(999'999'999'999, plain(0)), "999,999,999,999");
    EXPECT_EQ(number(1.25e20, plain(0)), "1.25 × 10²⁰");
    EXPECT_EQ(number(-3e100, plain(0)), "−3 × 10¹⁰⁰");
    EXPECT_EQ(number(2e-12, plain(13)), "2 × 10⁻¹²");
    EXPECT_EQ(number(0, plain(13)), "0");
    EXPECT_EQ(number(5.000000001, plain(10)), "5.0000000010");
}

TEST(Number, SaysThatItIsMissing) {
    EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN(), plain(2)), "no value");
    EXPECT_EQ(number(std::numeric_limits<double>::infinity(), plain(2)), "unlimited");
    EXPECT_EQ(number(-std::numeric_limits<double>::infinity(), plain(2)), "−unlimited");
}

TEST(AxisNumber, KeepsItsDecimals) {
    EXPECT_EQ(axis_number(1, plain(1)), "1.0");
    EXPECT_EQ(axis_number(0.1, {NumberStyle::proportion, 0}), "10%");
}

TEST(Format, HasTheDecimalsThatTheStepNeeds) {
    EXPECT_EQ(format_for_step(NumberStyle::plain, 50).decimals, 0);
    EXPECT_EQ(format_for_step(NumberStyle::plain, 0.2).decimals, 1);
    EXPECT_EQ(format_for_step(NumberStyle::plain, 0.001).decimals, 3);
    EXPECT_EQ(format_for_step(NumberStyle::proportion, 0.05).decimals, 0);
    EXPECT_EQ(format_for_step(NumberStyle::proportion, 0.005).decimals, 1);

    EXPECT_EQ(format_for_values(NumberStyle::plain, 50).decimals, 0);
    EXPECT_EQ(format_for_values(NumberStyle::plain, 20).decimals, 1);
    EXPECT_EQ(format_for_values(NumberStyle::plain, 2).decimals, 1);
    EXPECT_EQ(format_for_values(NumberStyle::plain, 0.5).decimals, 2);
    EXPECT_EQ(format_for_values(NumberStyle::proportion, 0.05).decimals, 1);
}

}  // namespace
}  // namespace primum::chart
