// A campaign team asks how long it would take to know.

#include <gmock/gmock.h>

#include "workshop.h"

namespace primum::journeys {
namespace {

using testing::HasSubstr;

class Detect : public Workshop {};

// A shift of 7 is the first rule that can see this fall: the lower limit of 4 - 3 sqrt(4/0.9) is
// below 0. P(a point lies below the centre of 3.6) = P(Poisson(1.8) <= 3) = 0.8913, to the power of
// 7 is 0.447 within 7 points, so nothing is seen within 6.
TEST_F(Detect, SaysHowLongAFallTakesToShow) {
    const auto done = run("primum detect --level 4 --becomes 2 --multiply 1000 --denominator 900");
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(done.out, HasSubstr("u chart, mdc rules, from 4 to 2."));
    EXPECT_THAT(done.out, HasSubstr("  6 points     0 %\n"));
    EXPECT_THAT(done.out, HasSubstr("Half of the time   9 points\n"));
    EXPECT_THAT(done.out,
                HasSubstr("Smallest fall seen within 12 points with a chance of 80 %: to 1.7"));
}

// One rule, three sigma: Phi(-3 + 3) + Phi(-3 - 3) = 0.5 a point when the mean moves by 3 sigma.
TEST_F(Detect, KnowsAnIndividualsChart) {
    const auto done = run("primum detect --sigma 1 --level 10 --becomes 13 --rules none");
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(done.out, HasSubstr("On average         never\n"));
    const auto rules =
        run("primum detect --sigma 1 --level 10 --becomes 13 --rules western-electric");
    EXPECT_THAT(rules.out, HasSubstr("individuals (XmR) chart"));
    EXPECT_THAT(rules.out, HasSubstr(" 12 points   100 %"));
}

TEST_F(Detect, RefusesWhatCannotBe) {
    expect_refused(run("primum detect --level 4 --becomes 4"), 1, "are the same");
    expect_refused(run("primum detect --chart u --level 4 --becomes 2"), 1, "--denominator");
    expect_refused(run("primum detect --chart g --level 4 --becomes 2"), 1, "--chart takes one of");
    expect_refused(run("primum detect --level 4 --becomes 2 --rules anhoej"), 1, "anhoej");
    expect_refused(run("primum detect --chart p --denominator 50 --level 0.5 --becomes 1.5"), 1,
                   "between 0 and 1");
    expect_refused(run("primum detect --becomes 2"), 2, "--level");
}

}  // namespace
}  // namespace primum::journeys
