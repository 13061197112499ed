// Letters to those who are asked for numbers, before they are due.
#include "collection/reminders.h"

#include <gmock/gmock.h>

#include "measures/testing.h"
#include "people/store.h"

namespace primum::collection {
namespace {

using measures::day;
using measures::everywhere;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// A morning in London. Numbers of a month are due ten days after its end.
Instant morning(std::string_view of) {
    return day(of) + std::chrono::hours(9);
}

class Reminders : public testing::TestWithParam<store::Engine> {
protected:
    Reminders() {
        series_ = store_->write([&](store::Writer& db) {
            const auto owner = everywhere().may_write(tree_.ward);
            const auto opened = open_series(db, owner, measures::stamp(), falls_,
                                            {.stratum = "", .starts = day("2026-01-01")});
            auto kept = opened;
            kept.keeper = ann_;
            save_series(db, owner, measures::stamp(), opened, kept);
            return find_series(db, owner, opened.id).value();
        });
    }
    PersonId person(const std::string& email) {
        return store_->write([&](store::Writer& db) {
            return people::add_person(db, measures::stamp(),
                                      {.email = email, .name = "Ann", .language = ""});
        });
    }
    std::size_t remind(Instant at) { return remind_keepers(accounts_, {}, at); }
    std::vector<mail::Message> letters() {
        std::vector<mail::Message> sent;
        accounts_.outbox.deliver_due(
            *store_,
            [&](const mail::Message& message) {
                sent.push_back(message);
                return mail::Sent{mail::Delivery::accepted, {}};
            },
            clock_);
        return sent;
    }
    void enter(std::string_view period, double numerator) {
        measures::put_months(*store_, series_, day(period), {{numerator, 800}});
    }

    store::testing::StillClock clock_{morning("2026-02-08")};
    store::testing::FreshDatabase store_{GetParam(), {.clock = &clock_}};
    organisations::TestTree tree_{*store_};
    measures::Measure falls_ =
        measures::add_measure_to(*store_, tree_.country, "FALLS", measures::falls());
    PersonId ann_ = person("ann@example.org");
    measures::Series series_;
    language::Languages languages_;
    crypto::Keys keys_{std::string(crypto::Keys::kBytes, 'k')};
    people::Accounts accounts_{*store_,
                               languages_,
                               keys_,
                               {.public_url = "https://primum.example"},
                               {.accept_invitation = {}, .make_administrator = {}}};
};
INSTANTIATE_TEST_SUITE_P(Engines, Reminders, store::testing::engines(),
                         store::testing::engine_name);

// January's number is due on 10 February: three days before is 7 February.
TEST_P(Reminders, ComeThreeDaysBeforeANumberIsDueAndOnce) {
    EXPECT_EQ(remind(morning("2026-02-06")), 0U);
    EXPECT_EQ(remind(morning("2026-02-07")), 1U);
    EXPECT_EQ(remind(morning("2026-02-08")), 0U);
    const auto sent = letters();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].to, "ann@example.org");
    EXPECT_THAT(sent[0].text,
                AllOf(HasSubstr("Ward 4B: Falls with harm, Jan 2026, due by 10 February 2026"),
                      HasSubstr("https://primum.example/organisations/"), HasSubstr("/today")));
}

TEST_P(Reminders, DoNotComeForWhatIsThereOrWasDueEarlier) {
    EXPECT_EQ(remind(morning("2026-02-11")), 0U);  // the day has passed: no letter makes up for it
    enter("2026-02-01", 3);
    EXPECT_EQ(remind(morning("2026-03-08")), 0U);
    EXPECT_EQ(remind(morning("2026-04-08")), 1U);  // March's
}

TEST_P(Reminders, NameAllOfAPersonInOneLetter) {
    store_->write([&](store::Writer& db) {
        const auto owner = everywhere().may_write(tree_.site);
        const auto opened = open_series(db, owner, measures::stamp(), falls_,
                                        {.stratum = "", .starts = day("2026-01-01")});
        auto kept = opened;
        kept.keeper = ann_;
        save_series(db, owner, measures::stamp(), opened, kept);
    });
    EXPECT_EQ(remind(morning("2026-02-09")), 1U);
    const auto sent = letters();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_THAT(sent[0].subject, HasSubstr("2 numbers are due soon"));
    EXPECT_THAT(sent[0].text, AllOf(HasSubstr("Ward 4B"), HasSubstr("Alderwick General")));
}

TEST_P(Reminders, RespectTheEveningAndWhoHasEndedLetters) {
    EXPECT_EQ(remind(day("2026-02-08") + std::chrono::hours(5)), 0U);
    EXPECT_EQ(remind(day("2026-02-08") + std::chrono::hours(20)), 0U);
    store_->write([&](store::Writer& db) {
        db.run("INSERT INTO letter_choices (person_id, digest) VALUES ($1, 'never')", ann_);
    });
    EXPECT_EQ(remind(morning("2026-02-08")), 0U);
}

TEST_P(Reminders, DoNotComeOfASeriesThatHasEnded) {
    store_->write([&](store::Writer& db) {
        const auto owner = everywhere().may_write(tree_.ward);
        auto ended = series_;
        ended.ends = day("2026-01-31");
        save_series(db, owner, measures::stamp(), series_, ended);
    });
    EXPECT_EQ(remind(morning("2026-02-08")), 0U);
}

}  // namespace
}  // namespace primum::collection
