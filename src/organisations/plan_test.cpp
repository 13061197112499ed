#include "organisations/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::organisations {
namespace {

using Fate = Step::Fate;

constexpr Day kToday = std::chrono::year(2026) / 3 / 2;

OrganisationId id(char last) {
    std::string text = "00000000-0000-7000-8000-00000000000";
    return OrganisationId::parse(text + last).value();
}

/// A country with one trust in it.
Register small_register() {
    Register known;
    known.add({{id('1'), "AA", "Arden", "country", {}, {}}, {}});
    known.add({{id('2'), "RZ9", "Alderwick NHS Trust", "trust", {}, {}}, ParentLink{id('1'), {}}});
    known.name("local", "AA", id('1'));
    known.name("ods", "RZ9", id('2'));
    return known;
}

Plan plan(const Reading& reading, const Register& known = small_register()) {
    return plan_import(reading, known, first_kinds(), id('1'), kToday);
}

Incoming row(std::size_t number, std::string code, std::string name, std::string kind,
             std::vector<std::string> parents = {}) {
    Incoming incoming;
    incoming.row = number;
    incoming.code = std::move(code);
    incoming.name = std::move(name);
    incoming.kind = std::move(kind);
    incoming.parents = std::move(parents);
    return incoming;
}

TEST(Plan, PutsParentsFirstInWhateverOrderRowsCome) {
    const Plan made = plan({.system = "local",
                            .rows = {row(2, "W1", "Ward 1", "ward", {"S1"}),
                                     row(3, "S1", "North site", "site", {"RZ9"})},
                            .problems = {}});
    ASSERT_EQ(made.steps.size(), 2U);
    EXPECT_EQ(made.steps[0].row.code, "S1");
    EXPECT_EQ(made.steps[0].parent, id('2')) << "known by its code in another system";
    EXPECT_EQ(made.steps[1].row.code, "W1");
    EXPECT_EQ(made.steps[1].parent_code, "S1");
    EXPECT_EQ(made.count(Fate::added), 2U);
    EXPECT_TRUE(made.problems.empty());
}

TEST(Plan, LeavesAloneWhatTheFileSaysNothingNewAbout) {
    const Plan made = plan({.system = "ods",
                            .rows = {row(1, "RZ9", "Alderwick NHS Trust", "trust", {"AA"})},
                            .problems = {}});
    EXPECT_EQ(made.count(Fate::unchanged), 1U);
}

TEST(Plan, SeesANewNameANewDateAndANewParent) {
    Reading reading{.system = "ods",
                    .rows = {row(1, "RZ9", "Alderwick NHS Foundation Trust", "trust")},
                    .problems = {}};
    EXPECT_EQ(plan(reading).count(Fate::changed), 1U);

    reading.rows = {row(1, "RZ9", "Alderwick NHS Trust", "trust")};
    EXPECT_EQ(plan(reading).count(Fate::unchanged), 1U);
    reading.rows[0].closed = kToday;
    EXPECT_EQ(plan(reading).count(Fate::changed), 1U);

    reading.rows = {row(1, "RZ9", "Alderwick NHS Trust", "trust", {"R1"}),
                    row(2, "R1", "The North", "region")};
    const Plan moving = plan(reading);
    EXPECT_EQ(moving.count(Fate::added), 1U);
    EXPECT_EQ(moving.count(Fate::changed), 1U);
}

TEST(Plan, RefusesRowsThatContradictTheTree) {
    const Plan made = plan({.system = "local",
                            .rows = {row(2, "S1", "One", "site"), row(3, "S1", "Two", "site"),
                                     row(4, "S2", "Three", "site", {"GONE"}),
                                     row(5, "RZ9", "Alderwick NHS Trust", "site"),
                                     row(6, "R1", "North", "region", {"RZ9"})},
                            .problems = {}});
    ASSERT_EQ(made.steps.size(), 1U);
    ASSERT_EQ(made.problems.size(), 4U);
    EXPECT_EQ(made.problems[0].row, 3U) << "the code comes twice";
    EXPECT_EQ(made.problems[0].second, "2");
    EXPECT_EQ(made.problems[1].row, 4U) << "its parent is not known";
    EXPECT_EQ(made.problems[2].row, 5U) << "it is a trust";
    EXPECT_EQ(made.problems[3].row, 6U) << "a region below a trust";
}

TEST(Plan, PutsWhatHasNoKnownParentBelowTheTopWhereAnotherFileMayNameIt) {
    const Plan made = plan({.system = "ods",
                            .complete_parents = false,
                            .rows = {row(1, "RZ8", "Marlow NHS Trust", "trust", {"QZZ", "Y99"})},
                            .problems = {}});
    ASSERT_EQ(made.steps.size(), 1U);
    EXPECT_EQ(made.steps[0].parent, id('1'));
    ASSERT_EQ(made.notes.size(), 1U);
    EXPECT_EQ(made.notes[0].first, "Arden");
}

TEST(Plan, ReportsParentsThatHaveClosed) {
    Register known = small_register();
    Organisation closed{id('3'), "RZ7", "Old NHS Trust",
                        "trust", {},    kToday - std::chrono::days(1)};
    known.add({closed, ParentLink{id('1'), {}}});
    known.name("ods", "RZ7", id('3'));
    const Plan made =
        plan({.system = "ods", .rows = {row(1, "RZ701", "Site", "site", {"RZ7"})}, .problems = {}},
             known);
    ASSERT_EQ(made.notes.size(), 1U);
    EXPECT_EQ(made.notes[0].first, "Old NHS Trust");
    EXPECT_EQ(made.notes[0].second, "2026-03-01");
    EXPECT_EQ(made.count(Fate::added), 1U);
}

TEST(Plan, LeavesAloneWhatLiesElsewhere) {
    Register known = small_register();
    known.add({{id('4'), "RX4", "Foreign NHS Trust", "trust", {}, {}}, {}, false});
    known.name("ods", "RX4", id('4'));
    const Plan made = plan(
        {.system = "ods",
         .rows = {row(1, "RX4", "Mine now", "trust"), row(2, "RX401", "Site", "site", {"RX4"})},
         .problems = {}},
        known);
    EXPECT_TRUE(made.steps.empty());
    EXPECT_EQ(made.problems.size(), 2U);
}

}  // namespace
}  // namespace primum::organisations
