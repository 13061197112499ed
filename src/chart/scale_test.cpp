#include "chart/scale.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace primum::chart {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TEST(Scale, PutsItsEndsWhereTheyBelong) {
    const Scale y{10, 30, 300, 100};
    EXPECT_DOUBLE_EQ(y(10), 300);
    EXPECT_DOUBLE_EQ(y(30), 100);
    EXPECT_DOUBLE_EQ(y(15), 250);
}

TEST(Extent, PassesOverWhatIsNotThere) {
    Extent extent;
    EXPECT_TRUE(extent.empty());
    for (const double value : {kNaN, 3.0, -std::numeric_limits<double>::infinity(), -2.0, kNaN})
        extent.include(value);
    EXPECT_EQ(extent.from, -2);
    EXPECT_EQ(extent.to, 3);
}

struct Case {
    double from, to;
    Domain expected;
};

// By hand: the step is the one of 1, 2, 5 times a power of ten nearest to a fifth of the span with
// its margins, and the domain the nearest multiples outside.
TEST(NiceDomain, HasRoundGridlines) {
    const Case cases[] = {{0, 10, {0, 12, 2}},
                          {2.5, 9.4, {0, 10, 2}},
                          {190, 412, {150, 450, 50}},
                          {-4'200, 1'240, {-5'000, 2'000, 1'000}},
                          {0.85, 0.99, {0.84, 1.0, 0.02}}};
    for (const Case& c : cases) {
        const Domain domain = nice_domain({c.from, c.to}, 5);
        EXPECT_NEAR(domain.from, c.expected.from, 1e-9) << c.from << " to " << c.to;
        EXPECT_NEAR(domain.to, c.expected.to, 1e-9) << c.from << " to " << c.to;
        EXPECT_NEAR(domain.step, c.expected.step, 1e-9) << c.from << " to " << c.to;
    }
}

TEST(NiceDomain, HoldsAllNumbersBetweenFiveOrSoGridlines) {
    for (const double size : {1e-250, 1e-9, 0.7, 1.0, 42.0, 1e6, 1e100}) {
        for (const double offset : {-1000.0, -1.0, 0.0, 0.3, 7.0, 1000.0}) {
            const Extent extent{offset * size, (offset + 1.37) * size};
            const Domain domain = nice_domain(extent, 5);
            EXPECT_LE(domain.from, extent.from);
            EXPECT_GE(domain.to, extent.to);
            EXPECT_GE(domain.intervals(), 3) << offset << " " << size;
            EXPECT_LE(domain.intervals(), 10) << offset << " " << size;
        }
    }
}

TEST(NiceDomain, StopsAtItsCeiling) {
    EXPECT_DOUBLE_EQ(nice_domain({0.9, 1.0}, 5, 1).to, 1);
    EXPECT_GT(nice_domain({0.9, 1.1}, 5, 1).to, 1.1);
}

TEST(NiceDomain, PutsEqualNumbersInTheMiddle) {
    for (const double value : {-3.0, 1e-9, 5.0, 1e99}) {
        const Domain domain = nice_domain({value, value}, 5);
        EXPECT_LT(domain.from, value);
        EXPECT_GT(domain.to, value);
    }
    EXPECT_EQ(nice_domain({0, 0}, 5).to, nice_domain({}, 5).to);
}

TEST(Domain, WritesZeroAsZero) {
    const Domain domain{-0.3, 0.3, 0.1};
    EXPECT_EQ(domain.intervals(), 6);
    EXPECT_EQ(domain.tick(3), 0.0);
}

}  // namespace
}  // namespace primum::chart
