// Rules that count points beyond an inner line, on z-scores: centre 0, sigma 1.

#include <gtest/gtest.h>

#include "spc/analysis.h"

namespace primum::spc {
namespace {

std::vector<std::size_t> points_with(Rule rule, const std::vector<double>& z, const Rules& rules) {
    Options options;
    options.given_centre = 0;
    options.given_sigma = 1;
    options.rules = rules;
    const Analysis analysis = analyse({.values = z}, options);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (analysis.signals[i].all().has(rule)) found.push_back(i);
    return found;
}

using Points = std::vector<std::size_t>;

// Western Electric (1956) counts out of three and out of five points, so nothing can be said
// before there are as many.
TEST(ZoneRules, WaitForACompleteWindow) {
    const Rules rules = western_electric_rules();
    EXPECT_EQ(points_with(Rule::two_of_three, {2.5, 2.5, 2.5}, rules), Points({2}));
    EXPECT_EQ(points_with(Rule::four_of_five, {1.5, 1.5, 1.5, 1.5, 1.5}, rules), Points({4}));
}

// The two points above are two of the first three, but the third lies beyond the other line; there
// is no window that begins earlier, or ends later, and leaves it out.
TEST(ZoneRules, DoNotLookPastTheEndsOfASeries) {
    Rules rules = no_rules();
    rules.two_of_three = true;
    rules.two_of_three_third = OddOneOut::not_beyond_other;
    EXPECT_EQ(points_with(Rule::two_of_three, {2.5, 2.5, -2.5}, rules), Points({}));
    EXPECT_EQ(points_with(Rule::two_of_three, {-2.5, 2.5, 2.5}, rules), Points({}));
}

// Nelson (1984), test 8: eight points on both sides of the centre, none within one sigma. A ninth
// on the upper side still has eight behind it with both sides; a tenth has not.
TEST(ZoneRules, FindAMixtureOnlyWhereBothSidesOccur) {
    Rules rules = nelson_rules();
    EXPECT_EQ(points_with(Rule::beyond_one_sigma, {2, 2, 2, 2, 2, 2, 2, 2}, rules), Points({}));
    EXPECT_EQ(points_with(Rule::beyond_one_sigma, {-2, -2, 2, 2, 2, 2, 2, 2, 2, 2}, rules),
              Points({7, 8}));
    rules.flags = Flagged::whole_pattern;
    EXPECT_EQ(points_with(Rule::beyond_one_sigma, {0, -2, 2, 2, 2, 2, 2, 2, 2, 2}, rules),
              Points({1, 2, 3, 4, 5, 6, 7, 8}));
}

// A point on the line is not beyond it, so it hugs the centre: fifteen such points are test 7.
TEST(ZoneRules, CountAPointOnTheLineAsWithin) {
    const Points last({14});
    EXPECT_EQ(points_with(Rule::within_one_sigma, std::vector<double>(15, -1.0), nelson_rules()),
              last);
    EXPECT_EQ(points_with(Rule::within_one_sigma, std::vector<double>(15, -1.1), nelson_rules()),
              Points({}));
}

// A missing point is neither within nor beyond; where it ends patterns, it ends this one.
TEST(ZoneRules, DoNotTakeAMissingPointAsWithin) {
    std::vector<double> z(16, 0.5);
    z[8] = kMissing;
    Rules rules = nelson_rules();
    EXPECT_EQ(points_with(Rule::within_one_sigma, z, rules), Points({15}));
    rules.missing = Ties::break_it;
    EXPECT_EQ(points_with(Rule::within_one_sigma, z, rules), Points({}));
}

}  // namespace
}  // namespace primum::spc
