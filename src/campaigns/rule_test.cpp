#include "campaigns/rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::campaigns {
namespace {

using ::testing::ElementsAre;

constexpr Day kToday = std::chrono::year(2026) / 3 / 2;

Intervention intervention(std::string code, std::string kind, std::vector<std::string> parts = {}) {
    Intervention made{.code = code, .name = code, .kind = kind};
    for (std::string& part : parts)
        made.parts.push_back({.code = part, .name = part, .kind = kind});
    return made;
}

const std::vector<Intervention> kAsked = {
    intervention("LEAD", "leadership"),
    intervention("DET", "clinical"),
    intervention("CC", "clinical", {"CC-VENT", "CC-CVC"}),
};

/// Everything that the rule of 2008 asks.
Candidate complete() {
    return {.choices = {"LEAD", "DET"},
            .pledge = true,
            .pledge_public = true,
            .staff_letter_on = kToday,
            .review_training_on = kToday + std::chrono::days(30),
            .is_signed = true};
}

std::vector<Asks> unmet(const Candidate& candidate) {
    std::vector<Asks> asks;
    for (const Check& one : check(usual_conditions("LEAD"), candidate, kAsked, kToday))
        if (!one.met) asks.push_back(one.condition.asks);
    return asks;
}

TEST(JoiningRule, IsMetByLeadershipOneClinicalAPublicPledgeALetterTrainingAndASignature) {
    EXPECT_THAT(unmet(complete()), ElementsAre());
    EXPECT_TRUE(all_met(check(usual_conditions("LEAD"), complete(), kAsked, kToday)));
}

TEST(JoiningRule, NamesEverythingThatIsMissingInItsOrder) {
    EXPECT_THAT(unmet({}),
                ElementsAre(Asks::interventions_at_least, Asks::intervention_compulsory,
                            Asks::clinical_at_least, Asks::pledge_public, Asks::staff_letter,
                            Asks::review_training, Asks::signed_by_chief_executive));
}

TEST(JoiningRule, LeadershipAloneIsNotClinical) {
    Candidate candidate = complete();
    candidate.choices = {"LEAD"};
    EXPECT_THAT(unmet(candidate),
                ElementsAre(Asks::interventions_at_least, Asks::clinical_at_least));
}

TEST(JoiningRule, TwoClinicalOnesDoNotStandInForLeadership) {
    Candidate candidate = complete();
    candidate.choices = {"DET", "CC", "CC-CVC"};
    EXPECT_THAT(unmet(candidate), ElementsAre(Asks::intervention_compulsory));
}

TEST(JoiningRule, APartIsChosenToStartWithWhereThereAreParts) {
    Candidate candidate = complete();
    candidate.choices = {"LEAD", "CC"};
    const auto checks = check(usual_conditions("LEAD"), candidate, kAsked, kToday);
    EXPECT_THAT(unmet(candidate), ElementsAre(Asks::part_of_each));
    EXPECT_THAT(checks[3].lacking, ElementsAre("CC"));
    candidate.choices.push_back("CC-VENT");
    EXPECT_THAT(unmet(candidate), ElementsAre());
}

TEST(JoiningRule, PartsAndWhatTheCampaignDoesNotAskAreNotCountedAsInterventions) {
    Candidate candidate = complete();
    candidate.choices = {"LEAD", "CC-VENT", "SOMETHING"};
    EXPECT_THAT(unmet(candidate),
                ElementsAre(Asks::interventions_at_least, Asks::clinical_at_least));
}

TEST(JoiningRule, ALetterThatGoesOutTomorrowHasNotGoneOut) {
    Candidate candidate = complete();
    candidate.staff_letter_on = kToday + std::chrono::days(1);
    EXPECT_THAT(unmet(candidate), ElementsAre(Asks::staff_letter));
}

TEST(JoiningRule, TrainingMayBeBookedForLater) {
    Candidate candidate = complete();
    candidate.review_training_on = kToday + std::chrono::days(400);
    EXPECT_THAT(unmet(candidate), ElementsAre());
}

TEST(JoiningRule, APledgeThatIsNotPublicIsNotEnough) {
    Candidate candidate = complete();
    candidate.pledge_public = false;
    EXPECT_THAT(unmet(candidate), ElementsAre(Asks::pledge_public));
    candidate.pledge_public = true;
    candidate.pledge = false;
    EXPECT_THAT(unmet(candidate), ElementsAre(Asks::pledge_public));
}

TEST(JoiningRule, TheSignatureMayBeTheOnlyThingLeftOpen) {
    Candidate candidate = complete();
    candidate.is_signed = false;
    const auto checks = check(usual_conditions("LEAD"), candidate, kAsked, kToday);
    EXPECT_FALSE(all_met(checks));
    EXPECT_TRUE(all_met(checks, Asks::signed_by_chief_executive));
}

TEST(JoiningRule, WithoutConditionsEverybodyMayJoin) {
    EXPECT_TRUE(all_met(check({}, {}, kAsked, kToday)));
}

TEST(JoiningRule, EveryConditionHasANameThatIsReadBack) {
    for (const Asks asks : all_asks())
        EXPECT_EQ(parse_asks(name(asks)), asks);
    EXPECT_EQ(parse_asks("something_else"), std::nullopt);
}

}  // namespace
}  // namespace primum::campaigns
