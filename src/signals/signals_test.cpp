#include <gmock/gmock.h>

#include <thread>

#include "measures/testing.h"
#include "people/store.h"
#include "signals/letters.h"
#include "signals/telling.h"

namespace primum::signals {
namespace {

using measures::day;
using measures::everywhere;
using measures::stamp;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const Instant kNow = stamp().at;
constexpr auto kLater = std::chrono::hours(1);

using Months = std::vector<std::pair<double, double>>;

class Signals : public testing::TestWithParam<store::Engine> {
protected:
    PersonId person(const std::string& email) {
        return store_->write([&](store::Writer& db) {
            return people::add_person(db, stamp(), {.email = email, .name = "Ann", .language = ""});
        });
    }
    void give(PersonId person, std::string_view role, OrganisationId organisation) {
        store_->write([&](store::Writer& db) {
            db.run(R"sql(
                INSERT INTO roles_held (organisation_id, id, person_id, role, from_day)
                VALUES ($1, $2, $3, $4, '2020-01-01')
            )sql",
                   everywhere().may_write(organisation), db.new_id<Signal>(), person, role);
        });
    }
    void put(const measures::Series& series, std::string_view from, const Months& months) {
        measures::put_months(*store_, series, day(from), months);
    }
    auto all(const measures::Series& series) {
        return signals_of(*store_->read(), everywhere().may_read(series.organisation), series.id);
    }
    std::size_t look(Instant at = kNow) { return look_for_signals(*store_, at); }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    measures::Measure falls_ =
        measures::add_measure_to(*store_, tree_.country, "FALLS", measures::falls());
    measures::Series ward_ = measures::open_at(*store_, tree_.ward, falls_);
    // Thirteen months around 5 in 1,000, then a month far beyond their limits.
    const Months quiet_ = {{5, 1000}, {6, 1000}, {4, 1000}, {5, 1000}, {6, 1000},
                           {4, 1000}, {5, 1000}, {6, 1000}, {4, 1000}, {5, 1000},
                           {6, 1000}, {4, 1000}, {5, 1000}};
    const Months loud_ = {{40, 1000}};
};
INSTANTIATE_TEST_SUITE_P(Engines, Signals, store::testing::engines(), store::testing::engine_name);

TEST_P(Signals, AreNotFoundInOrdinaryVariation) {
    put(ward_, "2025-01-01", quiet_);
    EXPECT_EQ(look(), 0U);
    EXPECT_THAT(all(ward_), IsEmpty());
}

TEST_P(Signals, AreToldOnceWhileTheyGoOn) {
    const PersonId ann = person("ann@example.org");
    give(ann, "improvement_lead", tree_.trust);
    put(ward_, "2025-01-01", quiet_);
    look();
    put(ward_, "2026-02-01", loud_);
    EXPECT_EQ(look(), 1U);
    EXPECT_EQ(look(), 0U);
    const auto found = all(ward_);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].says, Says::concern);
    EXPECT_EQ(found[0].rule, "outside-limits");
    EXPECT_EQ(found[0].since, day("2026-02-01"));
    EXPECT_EQ(found[0].told, ann);
    // Another bad number of the same month is the same signal, of another revision.
    put(ward_, "2026-02-01", {{41, 1000}});
    EXPECT_EQ(look(), 0U);
    EXPECT_THAT(told_to(*store_->read(), ann, kNow), SizeIs(1));
}

TEST_P(Signals, EndWithTheChartAndAreToldAgainOnlyWhereTheyAreNew) {
    put(ward_, "2025-01-01", quiet_);
    put(ward_, "2026-02-01", loud_);
    EXPECT_EQ(look(), 1U);
    put(ward_, "2026-02-01", {{5, 1000}});
    EXPECT_EQ(look(), 0U);
    EXPECT_TRUE(all(ward_)[0].ended_at);
    put(ward_, "2026-02-01", loud_);  // the correction was wrong: it is the same again
    EXPECT_EQ(look(), 0U);
    EXPECT_FALSE(all(ward_)[0].ended_at);
    put(ward_, "2026-02-01", {{5, 1000}});
    look();
    put(ward_, "2026-03-01", loud_);
    EXPECT_EQ(look(), 1U);
    ASSERT_THAT(all(ward_), SizeIs(2));
}

TEST_P(Signals, GoToTheKeeperElseToWhoeverLeadsNearest) {
    const PersonId ann = person("ann@example.org");
    const PersonId bob = person("bob@example.org");
    const PersonId cleo = person("cleo@example.org");
    const auto whom = [&](std::optional<PersonId> keeper) {
        return whom_to_tell(*store_->read(), tree_.ward, keeper, measures::kToday);
    };
    EXPECT_FALSE(whom({}));
    give(ann, "medical_director", tree_.trust);
    EXPECT_EQ(whom({}), ann);
    give(bob, "nursing_director", tree_.trust);
    EXPECT_EQ(whom({}), bob);
    give(cleo, "improvement_lead", tree_.country);
    EXPECT_EQ(whom({}), bob);  // nearer
    give(cleo, "improvement_lead", tree_.trust);
    EXPECT_EQ(whom({}), cleo);
    EXPECT_EQ(whom(ann), ann);
    store_->write([&](store::Writer& db) { people::save_disabled(db, stamp(), ann, true); });
    EXPECT_EQ(whom(ann), cleo);
}

TEST_P(Signals, OfLongAgoAreNotNews) {
    put(ward_, "2023-01-01", quiet_);
    put(ward_, "2024-02-01", loud_);
    EXPECT_EQ(look(), 0U);
}

// Both see the same fresh readings, and only one of them may find each signal.
TEST_P(Signals, AreFoundOnceByTwoRoundsAtOnce) {
    for (const OrganisationId at : {tree_.site, tree_.trust, tree_.other}) {
        const auto series = measures::open_at(*store_, at, falls_);
        put(series, "2025-01-01", quiet_);
        put(series, "2026-02-01", loud_);
    }
    std::size_t found[2] = {0, 0};
    {
        std::jthread one([&] { found[0] = look(); });
        std::jthread two([&] { found[1] = look(); });
    }
    EXPECT_EQ(found[0] + found[1], 3U);
}

TEST_P(Signals, KeepWhatSomebodySaidOfThem) {
    const PersonId ann = person("ann@example.org");
    give(ann, "improvement_lead", tree_.trust);
    put(ward_, "2025-01-01", quiet_);
    put(ward_, "2026-02-01", loud_);
    look();
    const Signal signal = all(ward_)[0];
    const auto answer = [&] {
        return store_->write([&](store::Writer& db) {
            return save_answer(db, everywhere().may_write(tree_.ward),
                               {.person = ann, .at = kNow, .request = "test"}, signal, Answer::data,
                               "Two wards were counted");
        });
    };
    EXPECT_TRUE(answer());
    EXPECT_FALSE(answer());
    const Signal kept = all(ward_)[0];
    EXPECT_EQ(kept.answer, Answer::data);
    EXPECT_EQ(kept.answered_by, "Ann");
    EXPECT_FALSE(kept.waits());
    EXPECT_THAT(told_to(*store_->read(), ann, kNow), IsEmpty());
}

class SignalLetters : public Signals {
protected:
    void SetUp() override {
        ann_ = person("ann@example.org");
        give(ann_, "improvement_lead", tree_.trust);
        put(ward_, "2025-01-01", quiet_);
        put(ward_, "2026-02-01", loud_);
    }
    void find_another(std::string_view measure) {
        const auto other = measures::add_measure_to(*store_, tree_.country, std::string(measure),
                                                    measures::falls());
        const auto series = measures::open_at(*store_, tree_.site, other);
        put(series, "2025-01-01", quiet_);
        put(series, "2026-02-01", loud_);
    }
    std::size_t write(Instant at) { return write_letters(accounts_, unsubscribing_, at); }

    PersonId ann_;
    const crypto::Keys keys_{std::string(crypto::Keys::kBytes, 'k')};
    language::Languages languages_;
    people::Accounts accounts_{
        *store_, languages_, keys_, {.public_url = "https://primum.example"}, {}};
    announcements::Unsubscribing unsubscribing_{keys_};
};
INSTANTIATE_TEST_SUITE_P(Engines, SignalLetters, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(SignalLetters, TellSeveralSignalsOfOneMorningAtOnce) {
    find_another("OTHER");
    look();
    EXPECT_EQ(write(kNow), 0U);  // more may follow
    EXPECT_EQ(write(kNow + kLater), 1U);
    EXPECT_EQ(write(kNow + kLater), 0U);
    find_another("THIRD");
    look(kNow + kLater);
    EXPECT_EQ(write(kNow + 2 * kLater), 0U);  // tomorrow
    EXPECT_EQ(write(kNow + 24 * kLater), 1U);
    EXPECT_EQ(write(kNow + 72 * kLater), 0U);
}

TEST_P(SignalLetters, AreWrittenOnceByTwoRoundsAtOnce) {
    look();
    std::size_t letters[2] = {0, 0};
    {
        std::jthread one([&] { letters[0] = write(kNow + kLater); });
        std::jthread two([&] { letters[1] = write(kNow + kLater); });
    }
    EXPECT_EQ(letters[0] + letters[1], 1U);
}

TEST_P(SignalLetters, AreNotWrittenAgainAfterARestart) {
    look();
    EXPECT_EQ(write(kNow + kLater), 1U);
    EXPECT_EQ(look_for_signals(*store_, kNow + 30 * kLater), 0U);
    EXPECT_EQ(write(kNow + 30 * kLater), 0U);
}

TEST_P(SignalLetters, AreNotWrittenToWhoeverWantsNone) {
    look();
    store_->write([&](store::Writer& db) { announcements::end_letters(db, stamp(), ann_); });
    EXPECT_EQ(write(kNow + kLater), 0U);
    EXPECT_THAT(told_to(*store_->read(), ann_, kNow), SizeIs(1));
}

TEST_P(SignalLetters, LeadToTheChartAndHaveNoNumberOfIt) {
    look();
    const auto letter =
        letter_about(accounts_, languages_.english(), "ann@example.org",
                     told_to(*store_->read(), ann_, kNow), unsubscribing_.path_for(ann_), kNow);
    const std::string& text = letter.text;
    EXPECT_EQ(letter.subject, "1 chart has a new signal");
    EXPECT_THAT(text, HasSubstr("Falls with harm, Ward 4B"));
    EXPECT_THAT(text, HasSubstr("Data or care? What was different in that one period?"));
    EXPECT_THAT(text, HasSubstr(path_of(all(ward_)[0])));
    EXPECT_THAT(text, Not(HasSubstr("40,")));
    EXPECT_THAT(text, Not(HasSubstr("1,000")));
}

}  // namespace
}  // namespace primum::signals
