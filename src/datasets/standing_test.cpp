#include "datasets/standing.h"

#include <gtest/gtest.h>

namespace primum::datasets {
namespace {

using enum spc::Variation;
using spc::Assurance;

// The order of a board's summary: concern and failing, concern, failing, improving.
TEST(Standing, PutsSignalsBeforeTargets) {
    EXPECT_LT(standing_of(concern_high, Assurance::fail),
              standing_of(concern_low, Assurance::pass));
    EXPECT_LT(standing_of(concern_high, Assurance::none), standing_of(common, Assurance::fail));
    EXPECT_LT(standing_of(improvement_low, Assurance::fail),
              standing_of(improvement_low, Assurance::pass));
    EXPECT_LT(standing_of(improvement_low, Assurance::pass), standing_of(common, Assurance::pass));
    EXPECT_LT(standing_of(common, Assurance::inconsistent), standing_of(none, Assurance::none));
}

TEST(Standing, CallsAnImprovementThatStillFailsAFailure) {
    EXPECT_EQ(standing_of(improvement_high, Assurance::fail), Standing::fail);
    EXPECT_EQ(standing_of(neutral_high, Assurance::none), Standing::neutral);
}

}  // namespace
}  // namespace primum::datasets
