#include <gmock/gmock.h>

#include "momentum/testing.h"
#include "reports/year.h"

namespace primum::reports {
namespace {

using momentum::ActKind;
using organisations::day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Years : public testing::TestWithParam<store::Engine> {
protected:
    std::optional<Year> year(int number, std::string_view today) {
        return year_of(*store_->read(), psf_.campaign(), psf_.facts(), number, day(today));
    }
    static int times(const Year& year, ActKind kind) {
        return year.acts[static_cast<std::size_t>(kind)];
    }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    momentum::TestCampaign psf_{*store_, tree_};  // from 1 March 2024
};
INSTANTIATE_TEST_SUITE_P(Engines, Years, store::testing::engines(), store::testing::engine_name);

TEST_P(Years, AreThoseOfTheCampaignTheNewestFirst) {
    EXPECT_THAT(years_of(psf_.campaign(), day("2026-03-02")), ElementsAre(2026, 2025, 2024));
    EXPECT_THAT(years_of(psf_.campaign(), day("2024-02-29")), IsEmpty());
    EXPECT_FALSE(year(2023, "2026-03-02"));
    EXPECT_FALSE(year(2027, "2026-03-02"));
    auto ended = psf_.campaign();
    ended.ends = day("2025-06-30");
    EXPECT_THAT(years_of(ended, day("2026-03-02")), ElementsAre(2025, 2024));
    const auto last = year_of(*store_->read(), ended, psf_.facts(), 2025, day("2026-03-02"));
    EXPECT_EQ(last.value().to, day("2025-06-30"));
    EXPECT_TRUE(last->over);
}

TEST_P(Years, BeginWithTheCampaignAndEndToday) {
    const auto first = year(2024, "2026-03-02").value();
    EXPECT_EQ(first.from, day("2024-03-01"));
    EXPECT_EQ(first.to, day("2024-12-31"));
    EXPECT_TRUE(first.over);
    const auto now = year(2026, "2026-03-02").value();
    EXPECT_EQ(now.from, day("2026-01-01"));
    EXPECT_EQ(now.to, day("2026-03-02"));
    EXPECT_FALSE(now.over);
}

// One joins in 2024 and leaves in 2025; another joins in 2025 and stays.
TEST_P(Years, CountWhoJoinedWhoLeftAndWhoIsThereAtTheEnd) {
    psf_.join(tree_.trust, "2024-05-01", "2025-08-31");
    psf_.join(tree_.other, "2025-02-01");
    psf_.enrol(tree_.other, "2025-09-01");
    const auto first = year(2024, "2026-03-02").value();
    EXPECT_EQ(first.members, 1);
    EXPECT_EQ(first.joined, 1);
    EXPECT_EQ(first.left, 0);
    EXPECT_EQ(first.enrolled, 0);
    EXPECT_EQ(times(first, ActKind::joined), 1);
    const auto second = year(2025, "2026-03-02").value();
    EXPECT_EQ(second.members, 1);
    EXPECT_EQ(second.joined, 1);
    EXPECT_EQ(second.left, 1);
    EXPECT_EQ(second.enrolled, 1);
    const auto third = year(2026, "2026-03-02").value();
    EXPECT_EQ(third.joined, 0);
    EXPECT_EQ(third.left, 0);
    EXPECT_EQ(times(third, ActKind::joined), 0);
}

}  // namespace
}  // namespace primum::reports
