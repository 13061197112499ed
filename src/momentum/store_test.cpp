#include "momentum/store.h"

#include <gmock/gmock.h>

#include "measures/testing.h"
#include "momentum/sightings.h"
#include "momentum/signposts.h"
#include "momentum/testing.h"
#include "people/store.h"

namespace primum::momentum {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Momentum : public testing::TestWithParam<store::Engine> {
protected:
    template <class Change>
    auto write(Change change) {
        return store_->write(change);
    }
    store::Writable owner() const { return everywhere().may_write(tree_.country); }
    store::Writable trust() const { return everywhere().may_write(tree_.trust); }
    PersonId person(const std::string& email) {
        return write([&](store::Writer& db) {
            return people::add_person(db, stamp(), {.email = email, .name = "Ann", .language = ""});
        });
    }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    TestCampaign psf_{*store_, tree_};
};
INSTANTIATE_TEST_SUITE_P(Engines, Momentum, store::testing::engines(), store::testing::engine_name);

TEST_P(Momentum, KnowsTheEligibleAndWhatTheyHaveDone) {
    psf_.join(tree_.trust, "2024-03-10", "2024-06-30");
    psf_.join(tree_.trust, "2024-07-01", "2024-07-31", "paused");
    psf_.join(tree_.trust, "2024-08-01");
    psf_.enrol(tree_.other, "2024-09-01");
    const auto facts = psf_.facts();
    ASSERT_THAT(facts, SizeIs(2));
    EXPECT_EQ(facts[0].name, "Alderwick NHS Trust");
    EXPECT_EQ(facts[0].code, "RZ9");
    EXPECT_EQ(facts[0].network, "The North");
    EXPECT_EQ(facts[0].region, "Arden");
    EXPECT_FALSE(facts[0].member_on(day("2024-07-15")));
    EXPECT_TRUE(facts[0].member_on(kToday));
    EXPECT_TRUE(facts[1].enrolled_on(kToday));
    const OrganisationId ids[] = {tree_.other};
    const auto one = facts_of(*store_->read(), psf_.campaign(), ids);
    ASSERT_THAT(one, SizeIs(1));
    EXPECT_EQ(one[0].enrolled, facts[1].enrolled);
    EXPECT_EQ(psf_.campaign().programme, "LIPS");
}

TEST_P(Momentum, RemembersWhoSawASignpostFirst) {
    psf_.join(tree_.trust, "2024-03-10");
    const PersonId ann = person("ann@example.org");
    const PersonId bob = person("bob@example.org");
    const auto post = signpost_on(psf_.facts()[0], kToday).value();
    Sightings sightings;
    sightings.note(tree_.trust, psf_.campaign_, post, ann, stamp().at);
    sightings.note(tree_.trust, psf_.campaign_, post, bob, stamp().at + std::chrono::hours(1));
    sightings.write_down(*store_);
    sightings.note(tree_.trust, psf_.campaign_, post, bob, stamp().at + std::chrono::hours(2));
    sightings.write_down(*store_);
    const auto noticed =
        noticed_of(*store_->read(), everywhere().may_read(tree_.trust), psf_.campaign_);
    ASSERT_THAT(noticed, SizeIs(1));
    EXPECT_EQ(noticed[0].seen_at, stamp().at);
    EXPECT_FALSE(noticed[0].followed_at);
}

TEST_P(Momentum, CountsWhatCameOfSignposts) {
    psf_.join(tree_.trust, "2024-03-10");
    psf_.join(tree_.other, "2024-03-10");
    psf_.enrol(tree_.other, "2024-09-01");
    const auto facts = psf_.facts();
    write([&](store::Writer& db) {
        save_followed(db, trust(), stamp(), psf_.campaign_, Direction::to_programme,
                      day("2024-03-10"));
        save_followed(db, trust(), stamp(), psf_.campaign_, Direction::to_programme,
                      day("2024-03-10"));
    });
    const auto counts = counts_of(facts, all_noticed(*store_->read(), psf_.campaign_),
                                  Direction::to_programme, kToday);
    EXPECT_EQ(counts.raised, 2);
    EXPECT_EQ(counts.seen, 1);
    EXPECT_EQ(counts.followed, 1);
    EXPECT_EQ(counts.done, 1);
    EXPECT_EQ(counts.standing, 1);
    EXPECT_THAT(counts.days_to_done, ElementsAre(175));  // 10 March to 1 September
}

// January's numbers are due on 10 February (10 days after its end), February's on 10 March. Two
// series with numbers of January in time are one act; what came a day late is none, and what was in
// time stays so when it is put right later.
TEST_P(Momentum, CountsPeriodsOfWhichSomethingCameInTime) {
    const auto measure =
        measures::add_measure_to(*store_, tree_.country, "FALLS", measures::falls());
    const auto ward = measures::open_at(*store_, tree_.ward, measure);
    const auto site = measures::open_at(*store_, tree_.site, measure);
    const auto put = [&](const measures::Series& series, const char* period, const char* entered,
                         double events) {
        auto when = stamp();
        when.at = day(entered) + std::chrono::hours(9);
        write([&](store::Writer& db) {
            measures::save_point(db, everywhere().may_write(series.organisation), when, series,
                                 {.period = day(period), .numerator = events, .denominator = 900},
                                 kToday);
        });
    };
    put(ward, "2026-01-01", "2026-02-10", 3);
    put(site, "2026-01-01", "2026-02-03", 4);
    put(ward, "2026-01-01", "2026-02-20", 2);
    put(ward, "2025-12-01", "2026-01-11", 5);
    std::vector<Act> sent;
    for (const Act& act : acts_of(*store_->read(), psf_.campaign(), kToday))
        if (act.kind == ActKind::data_sent) sent.push_back(act);
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].organisation, tree_.trust);
    EXPECT_EQ(sent[0].day, day("2026-02-03"));
}

TEST_P(Momentum, GathersActsOfWhatLiesBelowForTheEligible) {
    psf_.join(tree_.trust, "2024-03-10");
    psf_.choose(tree_.trust, "leadership", "2024-03-10");
    const PersonId ann = person("ann@example.org");
    write([&](store::Writer& db) {
        const auto event = db.new_id<TestCampaign>();
        db.run(R"sql(
            INSERT INTO events (id, owner_id, campaign_id, kind, title, starts_at, ends_at, zone,
                                changed_at)
            VALUES ($1, $2, $3, 'masterclass', 'Masterclass', $4, $4, 'Europe/London', $4)
        )sql",
               event, tree_.country, psf_.campaign_, stamp().at);
        db.run(R"sql(
            INSERT INTO event_bookings (organisation_id, id, event_id, person_id, seats, state,
                                        queued, booked_at, attended)
            VALUES ($1, $2, $3, $4, 1, 'booked', 1, $5, 1)
        )sql",
               everywhere().may_write(tree_.ward), db.new_id<TestCampaign>(), event, ann,
               stamp().at);
        db.run(R"sql(
            INSERT INTO event_promises (organisation_id, id, event_id, person_id, promise, made_on,
                                        state)
            VALUES ($1, $2, $3, $4, 'Walk round', '2026-03-02', 'kept')
        )sql",
               everywhere().may_write(tree_.ward), db.new_id<TestCampaign>(), event, ann);
        db.run(R"sql(
            INSERT INTO capability_assessments (organisation_id, id, level, person_id, made_on,
                                                answers)
            VALUES ($1, $2, 'individual', $3, '2026-03-01', '{}')
        )sql",
               trust(), db.new_id<TestCampaign>(), ann);
    });
    const ActsByOrganisation acts(acts_of(*store_->read(), psf_.campaign(), kToday));
    const auto index = index_on(acts.of(tree_.trust), first_weights(), kToday);
    const auto count = [&](ActKind kind) { return index.counts[static_cast<std::size_t>(kind)]; };
    EXPECT_EQ(count(ActKind::booked), 1);
    EXPECT_EQ(count(ActKind::attended), 1);
    EXPECT_EQ(count(ActKind::promised), 1);
    EXPECT_EQ(count(ActKind::promise_kept), 1);
    EXPECT_EQ(count(ActKind::assessed), 0);  // a person's own is theirs alone
    EXPECT_EQ(count(ActKind::joined), 0);    // two years ago
    EXPECT_THAT(acts.of(tree_.ward), IsEmpty());
}

TEST_P(Momentum, FindsTheDayOnWhichATeamBecameComplete) {
    psf_.enrol(tree_.trust, "2024-09-01");
    write([&](store::Writer& db) {
        db.run(
            "INSERT INTO programme_team_roles (programme_id, role, least, most, position) "
            "VALUES ($1, 'doctor', 1, 2, 1)",
            psf_.programme_);
        db.run(
            "INSERT INTO programme_team_roles (programme_id, role, least, most, position) "
            "VALUES ($1, 'nurse', 2, 2, 2)",
            psf_.programme_);
        const auto enrolment =
            db.one([](const store::Row& row) { return row.get<std::string>(0); },
                   "SELECT id FROM programme_enrolments", everywhere().everywhere())
                .value();
        const auto place = [&](std::string_view role, std::string_view from) {
            db.run(R"sql(
                INSERT INTO team_places (organisation_id, id, enrolment_id, role, name, from_day,
                                         to_day)
                VALUES ($1, $2, $3, $4, 'Somebody', $5, '9999-12-31')
            )sql",
                   trust(), db.new_id<TestCampaign>(), enrolment, role, from);
        };
        place("doctor", "2024-09-01");
        place("nurse", "2024-09-02");
        place("nurse", "2024-10-05");
    });
    const auto all = acts_of(*store_->read(), psf_.campaign(), kToday);
    const auto complete = std::ranges::find(all, ActKind::team_complete, &Act::kind);
    ASSERT_NE(complete, all.end());
    EXPECT_EQ(complete->day, day("2024-10-05"));
    const auto until = acts_of(*store_->read(), psf_.campaign(), day("2024-10-04"));
    EXPECT_TRUE(std::ranges::none_of(
        until, [](const Act& act) { return act.kind == ActKind::team_complete; }));
}

TEST_P(Momentum, ChangesTheFormulaOnlyForWhoSawTheLatest) {
    auto weights = weights_of(*store_->read(), psf_.campaign_);
    weights[0].points = 7;
    EXPECT_TRUE(write([&](store::Writer& db) {
        return save_weights(db, owner(), stamp(), psf_.campaign_, weights);
    }));
    EXPECT_EQ(weights_of(*store_->read(), psf_.campaign_)[0].points, 7);
    EXPECT_FALSE(write([&](store::Writer& db) {
        return save_weights(db, owner(), stamp(), psf_.campaign_, weights);
    }));
}

TEST_P(Momentum, KeepsAChaseAndItsResult) {
    const auto id = write([&](store::Writer& db) {
        return add_chase(db, trust(), stamp(), psf_.campaign_, "Nothing for 90 days", "Ring them");
    });
    auto chase = find_chase(*store_->read(), everywhere().may_read(tree_.trust), id).value();
    EXPECT_EQ(chase.organisation_name, "Alderwick NHS Trust");
    EXPECT_FALSE(find_chase(*store_->read(), everywhere().may_read(tree_.other), id));
    const auto enter = [&](const Chase& before) {
        return write([&](store::Writer& db) {
            return save_result(db, trust(), stamp(), before, kToday, "They come in May");
        });
    };
    EXPECT_TRUE(enter(chase));
    EXPECT_FALSE(enter(chase));
    const auto below = chases_below(*store_->read(), everywhere().may_read_below(tree_.region),
                                    psf_.campaign_, kToday);
    ASSERT_THAT(below, SizeIs(1));
    EXPECT_EQ(below[0].result, "They come in May");
    EXPECT_THAT(chases_below(*store_->read(), everywhere().may_read_below(tree_.other),
                             psf_.campaign_, kToday),
                IsEmpty());
}

TEST_P(Momentum, FindsTheDayOnWhichAMilestoneWasReached) {
    psf_.join(tree_.trust, "2024-03-10");
    psf_.join(tree_.other, "2024-05-20", "2024-06-30");
    const auto facts = psf_.facts();
    const Milestone half{.id = {},
                         .name = "Half",
                         .measure = Measured::share_of_eligible,
                         .target = 0.5,
                         .due = day("2024-04-01")};
    Milestone two = half;
    two.measure = Measured::members;
    two.target = 2;
    EXPECT_EQ(reached_on(half, facts, psf_.campaign(), {}, kToday), day("2024-03-10"));
    EXPECT_EQ(reached_on(two, facts, psf_.campaign(), {}, kToday), day("2024-05-20"));
    EXPECT_EQ(reached_on(two, facts, psf_.campaign(), {}, day("2024-05-19")), std::nullopt);
    EXPECT_EQ(value_on(Measured::members, facts, psf_.campaign(), {}, kToday), 1);
    const Day pledges[] = {day("2024-03-01"), day("2024-04-01")};
    two.measure = Measured::personal_pledges;
    EXPECT_EQ(reached_on(two, facts, psf_.campaign(), pledges, kToday), day("2024-04-01"));
}

TEST_P(Momentum, KeepsMilestones) {
    Milestone milestone{.id = {},
                        .name = "Half of all",
                        .measure = Measured::members,
                        .target = 70,
                        .due = day("2027-03-31")};
    milestone.id = write([&](store::Writer& db) {
        return add_milestone(db, owner(), stamp(), psf_.campaign_, milestone);
    });
    milestone.target = 71;
    const auto save = [&] {
        return write(
            [&](store::Writer& db) { return save_milestone(db, owner(), stamp(), milestone); });
    };
    EXPECT_TRUE(save());
    EXPECT_FALSE(save());
    milestone = find_milestone(*store_->read(), psf_.campaign_, milestone.id).value();
    EXPECT_EQ(milestone.target, 71);
    EXPECT_TRUE(write(
        [&](store::Writer& db) { return remove_milestone(db, owner(), stamp(), milestone); }));
    EXPECT_THAT(milestones_of(*store_->read(), psf_.campaign_), IsEmpty());
}

}  // namespace
}  // namespace primum::momentum
