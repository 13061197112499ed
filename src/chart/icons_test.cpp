#include "chart/icons.h"

#include <gmock/gmock.h>

#include <string>

#include "chart/expect_picture.h"
#include "chart/key.h"
#include "chart/sparkline.h"
#include "chart/stylesheet.h"

namespace primum::chart {
namespace {

using spc::Assurance;
using spc::Variation;
using testing::HasSubstr;
using testing::Not;

constexpr Variation kVariations[] = {Variation::none,
                                     Variation::common,
                                     Variation::improvement_high,
                                     Variation::improvement_low,
                                     Variation::concern_high,
                                     Variation::concern_low,
                                     Variation::neutral_high,
                                     Variation::neutral_low};
constexpr Assurance kAssurances[] = {Assurance::none, Assurance::pass, Assurance::fail,
                                     Assurance::inconsistent};

TEST(Icon, IsDrawnForEachVariationAndAssurance) {
    for (const Variation variation : kVariations)
        expect_picture("icon-variation-" + std::to_string(static_cast<int>(variation)),
                       icon(variation));
    for (const Assurance assurance : kAssurances)
        expect_picture("icon-assurance-" + std::to_string(static_cast<int>(assurance)),
                       icon(assurance));
}

// NHS England's Making Data Count, as listed for the product.
TEST(Icon, IsCalledWhatMakingDataCountCallsIt) {
    EXPECT_EQ(name_of(Variation::concern_low),
              "Special cause of concerning nature due to lower values");
    EXPECT_EQ(name_of(Assurance::inconsistent),
              "Will not consistently hit or miss the target (random variation)");
    const std::string drawn(icon(Variation::common, 24).markup());
    EXPECT_THAT(drawn,
                HasSubstr(R"(role="img" aria-label="Common cause – no significant change")"));
    EXPECT_THAT(drawn, HasSubstr(R"(width="24" height="24")"));
}

// Letter and shape together tell icons apart where colours do not.
TEST(Icon, DiffersFromEveryOtherWithoutItsColours) {
    const auto shape = [](const Html& icon) {
        std::string drawn(icon.markup());
        for (std::size_t at = drawn.find('#'); at != drawn.npos; at = drawn.find('#'))
            drawn.erase(at, 7);
        return drawn.substr(drawn.find("<g"));
    };
    for (const Variation a : kVariations) {
        for (const Variation b : kVariations) {
            if (a == b) continue;
            EXPECT_NE(shape(icon(a)), shape(icon(b))) << name_of(a) << name_of(b);
        }
    }
}

ControlChart small_series() {
    ControlChart chart;
    chart.points = points_of({4, 6, 5, 7, 4, 5, kNone, 6, 5, 9, 8, 8, 9, 8, 9, 9});
    for (std::size_t i = 9; i < 16; ++i)
        chart.points[i].meaning = Meaning::improvement;
    chart.lines.assign(16, {5.9, 2.4, 9.4, kNone});
    return chart;
}

TEST(Sparkline, ShowsTheCourseTheLimitsAndTheLatestPoint) {
    expect_picture("sparkline", sparkline(small_series(), "Observations done, last 16 weeks"));
    ControlChart stepped = small_series();
    for (std::size_t i = 8; i < 16; ++i)
        stepped.lines[i] = {8.2, 6.0, 10.4, kNone};
    stepped.points[15].meaning = Meaning::concern;
    expect_picture("sparkline-phases", sparkline(stepped, "Observations done"));
}

TEST(Sparkline, HasAnAnswerForLittle) {
    expect_picture("sparkline-empty", sparkline({}, "Nothing yet"));
    ControlChart one;
    one.points = points_of({3});
    expect_picture("sparkline-one", sparkline(one, "<One> & \"only\""));
}

TEST(Key, HoldsWhatOccursAndNothingElse) {
    const std::string words(key(small_series()).markup());
    EXPECT_THAT(words, HasSubstr("Ordinary variation"));
    EXPECT_THAT(words, HasSubstr("Improvement"));
    EXPECT_THAT(words, HasSubstr("Limits of ordinary variation"));
    EXPECT_THAT(words, Not(HasSubstr("Concern")));
    EXPECT_THAT(words, Not(HasSubstr("Target")));
    EXPECT_THAT(words, Not(HasSubstr("Trial")));
    EXPECT_TRUE(key({}).empty());
}

TEST(Key, SpeaksOfTrialLimitsInsteadOfLimitsWhereAllAre) {
    ControlChart chart = small_series();
    chart.phases = {{0, true}};
    const std::string words(key(chart).markup());
    EXPECT_THAT(words, HasSubstr("Trial limits"));
    EXPECT_THAT(words, Not(HasSubstr("Limits of ordinary variation")));
}

TEST(Stylesheet, ReachesEveryClassThatAPictureMarks) {
    const std::string css(stylesheet());
    for (const char* name :
         {".pr-wide",        ".pr-narrow",  ".pr-data",    ".pr-centre",   ".pr-limit",
          ".pr-target",      ".pr-grid",    ".pr-axis",    ".pr-note",     ".pr-common",
          ".pr-improvement", ".pr-concern", ".pr-neutral", ".pr-excluded", ".pr-band",
          ".pr-ring",        ".pr-sign",    ".pr-bar",     ".pr-vital",    ".pr-sum"})
        EXPECT_THAT(css, HasSubstr(name));
}

}  // namespace
}  // namespace primum::chart
