#include "programmes/capability.h"

#include <gmock/gmock.h>

#include "organisations/members.h"
#include "programmes/readiness.h"
#include "programmes/testing_programme.h"

namespace primum::programmes {
namespace {

using access::Role;
using std::chrono::days;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Capabilities : public testing::TestWithParam<store::Engine> {
protected:
    PersonId add(const std::string& name, OrganisationId where, Role role, Day from = kToday) {
        return store_->write([&](store::Writer& db) {
            const auto person = people::add_person(
                db, stamp(), {.email = name + "@example.org", .name = name, .language = ""});
            EXPECT_TRUE(organisations::give_role(db, everywhere().may_write(where), stamp(), person,
                                                 role, from, {}));
            return person;
        });
    }
    std::optional<AssessmentId> assess(PersonId person, Level level, bool finished = true) {
        return store_->write([&](store::Writer& db) {
            return save_assessment(db, owner(), stamp(), {person, kToday},
                                   {.level = level, .answers = {{"CAP", 3}}, .finished = finished});
        });
    }
    std::vector<Assessment> seen_by(PersonId person, Level level, Day day = kToday) {
        return assessments_of(*store_->read(), owner(), level, {person, day});
    }
    store::Writable owner() { return everywhere().may_write(tree_.trust); }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    TestProgramme lips_{*store_, tree_.country};
    PersonId chief_ = add("chief", tree_.trust, Role::chief_executive);
    PersonId lead_ = add("lead", tree_.trust, Role::improvement_lead);
    PersonId member_ = add("member", tree_.trust, Role::team_member);
    PersonId administrator_ = add("administrator", tree_.country, Role::administrator);
    PersonId faculty_ = add("faculty", tree_.country, Role::programme_faculty);
};
INSTANTIATE_TEST_SUITE_P(Engines, Capabilities, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(Capabilities, OfAPersonAreReadByThatPersonOnly) {
    ASSERT_TRUE(assess(member_, Level::individual));
    EXPECT_THAT(seen_by(member_, Level::individual), SizeIs(1));
    for (const PersonId other : {chief_, lead_, administrator_, faculty_})
        EXPECT_THAT(seen_by(other, Level::individual), IsEmpty());
}

TEST_P(Capabilities, OfAnOrganisationAreReadByThoseWhoLeadIt) {
    for (const Level level : {Level::team, Level::organisation, Level::board}) {
        ASSERT_TRUE(assess(chief_, level));
        EXPECT_THAT(seen_by(chief_, level), SizeIs(1));
        EXPECT_THAT(seen_by(lead_, level), SizeIs(1));
        for (const PersonId other : {member_, administrator_, faculty_})
            EXPECT_THAT(seen_by(other, level), IsEmpty());
        EXPECT_THAT(seen_by(lead_, level, kToday - days(1)), IsEmpty()) << "before the role began";
    }
}

TEST_P(Capabilities, OfAnOrganisationAreAssessedByThoseWhoLeadIt) {
    EXPECT_FALSE(assess(administrator_, Level::board));
    EXPECT_FALSE(assess(member_, Level::team));
    EXPECT_TRUE(assess(lead_, Level::team));
}

TEST_P(Capabilities, PlansAreAsPrivateAsWhatTheyPlanFor) {
    const auto id = assess(member_, Level::individual);
    store_->write([&](store::Writer& db) {
        const Asker asker{member_, kToday};
        const auto mine = find_assessment(db, owner(), Level::individual, *id, asker);
        add_gap(db, owner(), stamp(), *mine,
                {.capability = "CAP", .to_level = 4, .action = "Ask Ann to show me"});
    });
    const auto db = store_->read();
    EXPECT_THAT(gaps_of(*db, owner(), Level::individual, {member_, kToday}), SizeIs(1));
    for (const PersonId other : {chief_, administrator_, faculty_})
        EXPECT_THAT(gaps_of(*db, owner(), Level::individual, {other, kToday}), IsEmpty());
}

TEST_P(Capabilities, AreReadByTheFacultyWhileTheyAreShared) {
    const auto board = assess(chief_, Level::board);
    const auto own = assess(chief_, Level::individual);
    const Asker asker{chief_, kToday};
    const auto shared = [&] {
        return shared_with(*store_->read(), lips_.cohort.id, kToday).size();
    };
    const auto set = [&](Level level, AssessmentId id, bool shared_now) {
        return store_->write([&](store::Writer& db) {
            const auto made = find_assessment(db, owner(), level, id, asker);
            return share(db, owner(), stamp(), asker, made.value(), shared_now);
        });
    };
    EXPECT_FALSE(set(Level::individual, *own, true)) << "a person's own never is";
    EXPECT_TRUE(set(Level::board, *board, true));
    EXPECT_EQ(shared(), 0U) << "the organisation is on no programme";
    store_->write([&](store::Writer& db) {
        lips_.send(db, tree_.trust);
        EXPECT_TRUE(accept(db, stamp(), lips_.programme, lips_.cohort,
                           lips_.application(db, tree_.trust), kToday));
    });
    EXPECT_EQ(shared(), 1U);
    EXPECT_TRUE(set(Level::board, *board, false));
    EXPECT_EQ(shared(), 0U);
}

TEST_P(Capabilities, StayAsTheyWereOnceTheyAreFinished) {
    const auto id = assess(chief_, Level::board, false);
    const auto again = [&](std::int64_t rev, bool finished) {
        return store_->write([&](store::Writer& db) {
            return save_assessment(db, owner(), stamp(), {chief_, kToday},
                                   {.id = *id,
                                    .level = Level::board,
                                    .answers = {{"CAP", 4}},
                                    .finished = finished,
                                    .rev = rev})
                .has_value();
        });
    };
    EXPECT_FALSE(has_assessed(*store_->read(), owner(), Level::board)) << "a draft";
    EXPECT_TRUE(again(1, true));
    EXPECT_TRUE(has_assessed(*store_->read(), owner(), Level::board));
    EXPECT_FALSE(again(2, true));
}

TEST_P(Capabilities, AndRolesMakeAnOrganisationReady) {
    const auto ready = [&] {
        const auto db = store_->read();
        return readiness_of(*db, owner(), lips_.programme, nullptr, kToday);
    };
    const int before = ready().met();
    EXPECT_TRUE(ready().may_send()) << "a chief executive is all that is required";
    assess(chief_, Level::organisation);
    EXPECT_EQ(ready().met(), before + 1);
    EXPECT_FALSE(readiness_of(*store_->read(), everywhere().may_read(tree_.other), lips_.programme,
                              nullptr, kToday)
                     .may_send())
        << "nobody is chief executive there";
}

}  // namespace
}  // namespace primum::programmes
