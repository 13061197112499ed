#include "events/promise.h"

#include <gmock/gmock.h>

#include "events/asking.h"
#include "events/booking.h"
#include "events/calendar_key.h"
#include "events/letters.h"
#include "events/testing.h"

namespace primum::events {
namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Promises : public testing::EventsTest {
protected:
    Day today() const { return std::chrono::floor<std::chrono::days>(clock.now()); }

    PromiseId promise(const std::string& what) {
        return write([&](store::Writer& db) {
            return make_promise(db, everything.may_write(office), stamp(), masterclass, ann, what,
                                today());
        });
    }

    void answer(PromiseId id, PromiseState state) {
        write([&](store::Writer& db) {
            const auto promise = find_promise(db, ann, id);
            EXPECT_TRUE(answer_promise(db, everything.may_write(office), stamp(), *promise, state,
                                       "It went well."));
        });
    }

    std::size_t ask() { return ask_about_promises(accounts, clock.now()); }

    std::vector<std::string> letters() {
        std::vector<std::string> subjects;
        accounts.outbox.deliver_due(
            *database,
            [&](const mail::Message& message) {
                subjects.push_back(message.to + ": " + message.subject);
                return mail::Sent{};
            },
            clock);
        return subjects;
    }

    const PersonId ann = write([&](store::Writer& db) {
        return people::add_person(db, stamp(), {.email = "ann@primum.example", .name = "Ann"});
    });
    const EventId masterclass = add({.starts_at = clock.now() - hours(8)});
};

TEST_P(Promises, AreAskedAboutAfterThirtyAndAfterNinetyDaysOnce) {
    promise("Safety walk-rounds each week");
    EXPECT_EQ(ask(), 0U);
    wait(hours(24 * 29));
    EXPECT_EQ(ask(), 0U);
    wait(hours(24));
    EXPECT_EQ(ask(), 1U);
    EXPECT_EQ(ask(), 0U);
    EXPECT_THAT(letters(), ElementsAre("ann@primum.example: What became of your promise at LIPS "
                                       "III – Masterclass?"));
    wait(hours(24 * 60));
    EXPECT_EQ(ask(), 1U);
    EXPECT_EQ(ask(), 0U);
}

TEST_P(Promises, AreAskedAboutOnceWhereNothingRanForAYear) {
    promise("Safety walk-rounds each week");
    wait(hours(24 * 365));
    EXPECT_EQ(ask(), 1U);
    EXPECT_EQ(ask(), 0U);
}

TEST_P(Promises, ThatAreAnsweredForGoodAreNotAskedAboutAgain) {
    const auto kept = promise("One");
    const auto started = promise("Two");
    const auto dropped = promise("Three");
    answer(kept, PromiseState::kept);
    answer(started, PromiseState::started);
    answer(dropped, PromiseState::dropped);
    wait(hours(24 * 30));
    EXPECT_EQ(ask(), 1U);
    const auto count = count_promises(*database->read(), masterclass);
    EXPECT_EQ(count.all, 3);
    EXPECT_EQ(count.kept, 1);
    EXPECT_EQ(count.started, 1);
    EXPECT_EQ(count.dropped, 1);
    EXPECT_EQ(count.open, 0);
}

TEST_P(Promises, AreTheirPersonsOwn) {
    const auto id = promise("One");
    const PersonId other = write([&](store::Writer& db) {
        return people::add_person(db, stamp(), {.email = "ben@primum.example", .name = "Ben"});
    });
    EXPECT_FALSE(find_promise(*database->read(), other, id));
    EXPECT_THAT(promises_of_person(*database->read(), other), IsEmpty());
    EXPECT_THAT(promises_of_person(*database->read(), ann), SizeIs(1));
    EXPECT_THAT(promises_of(*database->read(), masterclass), SizeIs(1));
}

TEST_P(Promises, LettersTellWhoBookedOfWhatHasChanged) {
    const auto id = add({});
    write([&](store::Writer& db) {
        EXPECT_TRUE(book(db, everything.may_write(office),
                         {.person = ann, .at = clock.now(), .request = "a test"}, id, 1, {}));
        const Event before = *find_event(db, id);
        Event after = before;
        tell_changed(accounts, db, before, after, clock.now());  // nothing to tell
        after.starts_at += hours(1);
        tell_changed(accounts, db, before, after, clock.now());
        tell_cancelled(accounts, db, after, clock.now());
    });
    EXPECT_THAT(letters(), ::testing::UnorderedElementsAre(
                               "ann@primum.example: Changed: LIPS III – Masterclass",
                               "ann@primum.example: Cancelled: LIPS III – Masterclass"));
}

TEST_P(Promises, CalendarsOpenWithTheLatestSecretOnly) {
    const auto make = [&] {
        return write([&](store::Writer& db) { return make_calendar_key(db, stamp(), ann); });
    };
    const std::string first = make();
    EXPECT_EQ(owner_of_calendar(*database->read(), first), ann);
    wait(std::chrono::seconds(1));
    const std::string second = make();
    EXPECT_FALSE(owner_of_calendar(*database->read(), first));
    EXPECT_EQ(owner_of_calendar(*database->read(), second), ann);
    write([&](store::Writer& db) { revoke_calendar_key(db, stamp(), ann); });
    EXPECT_FALSE(owner_of_calendar(*database->read(), second));
    EXPECT_FALSE(calendar_key_made_at(*database->read(), ann));
}

PRIMUM_ON_EACH_ENGINE(Promises);

}  // namespace
}  // namespace primum::events
