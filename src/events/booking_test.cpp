#include "events/booking.h"

#include <gmock/gmock.h>

#include <latch>
#include <thread>

#include "events/testing.h"
#include "organisations/changes.h"

namespace primum::events {
namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Bookings : public testing::EventsTest {
protected:
    Bookings() {
        for (int i = 0; i < 4; ++i) {
            people.push_back(PersonId());
            people.back() = add_person("p" + std::to_string(i) + "@primum.example");
            trusts.push_back(add_organisation());
        }
    }

    PersonId add_person(const std::string& email) {
        return write([&](store::Writer& db) {
            return people::add_person(db, stamp(), {.email = email, .name = "Ann Example"});
        });
    }

    store::Stamp by(PersonId person) const {
        return {.person = person, .at = clock.now(), .request = "a test"};
    }

    Checked<Booking> book(EventId event, std::size_t who, std::int64_t seats,
                          const std::vector<std::string>& names = {}) {
        return write([&](store::Writer& db) {
            return events::book(db, everything.may_write(trusts[who]), by(people[who]), event,
                                seats, names);
        });
    }

    BookingState state(const Booking& booking) {
        return find_booking(*database->read(), everything.may_read(booking.organisation),
                            booking.id)
            ->state;
    }

    std::vector<Booking> cancel(const Booking& booking) {
        return write([&](store::Writer& db) {
            return cancel_booking(db, everything.may_write(booking.organisation), stamp(), booking)
                .moved_up;
        });
    }

    std::vector<PersonId> people;
    std::vector<OrganisationId> trusts;
};

TEST_P(Bookings, TakeSeatsWhileTheyLastAndThenWaitInOrder) {
    const auto event = add({.capacity = 2});
    EXPECT_EQ(book(event, 0, 1)->state, BookingState::booked);
    EXPECT_EQ(book(event, 1, 1)->state, BookingState::booked);
    const auto third = book(event, 2, 1).value();
    const auto fourth = book(event, 3, 1).value();
    EXPECT_EQ(third.state, BookingState::waiting);
    const auto lease = database->read();
    EXPECT_EQ(place_in_line(*lease, third), 1);
    EXPECT_EQ(place_in_line(*lease, fourth), 2);
    const Places places = places_of(*lease, event);
    EXPECT_EQ(places.booked, 2);
    EXPECT_EQ(places.waiting_list, 2);
    EXPECT_EQ(places.free(), 0);
}

TEST_P(Bookings, OfATeamAreBookedWholeOrWaitWhole) {
    const auto event = add({.capacity = 10, .books = Books::team});
    const auto first = book(event, 0, 6).value();
    const auto whole = book(event, 1, 5).value();
    EXPECT_EQ(whole.state, BookingState::waiting);  // though four of the five would fit
    EXPECT_EQ(book(event, 2, 4)->state, BookingState::booked);
    const auto small = book(event, 3, 2).value();
    EXPECT_EQ(small.state, BookingState::waiting);

    const auto moved = cancel(first);
    ASSERT_THAT(moved, SizeIs(1));
    EXPECT_EQ(moved.front().id, whole.id);
    EXPECT_EQ(state(small), BookingState::waiting);  // one seat is free: two do not fit
}

TEST_P(Bookings, GiveFreeSeatsToTheFirstThatFits) {
    const auto event = add({.capacity = 6, .books = Books::team});
    const auto pair = book(event, 0, 2).value();
    ASSERT_TRUE(book(event, 1, 4));
    const auto large = book(event, 2, 5).value();
    const auto small = book(event, 3, 2).value();
    const auto moved = cancel(pair);
    ASSERT_THAT(moved, SizeIs(1));
    EXPECT_EQ(moved.front().id, small.id);
    EXPECT_EQ(state(large), BookingState::waiting);
    EXPECT_THAT(cancel(pair), IsEmpty());  // a second time is the same as once
}

TEST_P(Bookings, MoveUpWhenThereIsMoreRoom) {
    const auto id = add({.capacity = 1});
    ASSERT_TRUE(book(id, 0, 1));
    const auto waiting = book(id, 1, 1).value();
    const auto moved = write([&](store::Writer& db) {
        Event larger = *find_event(db, id);
        larger.capacity = 2;
        EXPECT_TRUE(save_event(db, everything.may_write(office), stamp(), larger));
        return settle(db, stamp(), id);
    });
    ASSERT_THAT(moved, SizeIs(1));
    EXPECT_EQ(state(waiting), BookingState::booked);
}

TEST_P(Bookings, AreOneForAPersonAndOneForATeam) {
    const auto alone = add({});
    ASSERT_TRUE(book(alone, 0, 1));
    EXPECT_EQ(book(alone, 0, 1).error().sentence, "You have a booking already.");
    const auto together = add({.books = Books::team});
    ASSERT_TRUE(book(together, 0, 3));
    EXPECT_EQ(book(together, 0, 3).error().sentence,
              "Your organisation has a booking already: change that one.");
}

TEST_P(Bookings, AreRefusedWhereThereIsNothingToBook) {
    EXPECT_FALSE(book(add({.books = Books::nobody}), 0, 1));
    EXPECT_FALSE(book(add({.status = Status::cancelled}), 0, 1));
    EXPECT_FALSE(book(add({.status = Status::draft}), 0, 1));
    EXPECT_FALSE(book(add({.starts_at = clock.now() - hours(1)}), 0, 1));
    EXPECT_FALSE(book(add({.per_team = 3, .books = Books::team}), 0, 4));
    EXPECT_FALSE(book(add({.capacity = 3, .books = Books::team}), 0, 4));
}

TEST_P(Bookings, ChangeWithoutLosingTheirPlace) {
    const auto event = add({.capacity = 5, .books = Books::team});
    const auto first = book(event, 0, 4, {"Ann", "Ben"}).value();
    const auto second = book(event, 1, 2).value();
    const auto change = [&](const Booking& booking, std::int64_t seats,
                            const std::vector<std::string>& names) {
        return write([&](store::Writer& db) {
            return change_booking(db, everything.may_write(booking.organisation), stamp(), booking,
                                  seats, names);
        });
    };
    EXPECT_FALSE(change(first, 6, {}));
    const auto changed = change(first, 3, {"Ann", "Cem", "Dan"});
    ASSERT_TRUE(changed);
    ASSERT_THAT(changed->moved_up, SizeIs(1));
    EXPECT_EQ(changed->moved_up.front().id, second.id);
    EXPECT_FALSE(change(first, 2, {}));  // seen before the change above
    std::vector<std::string> names;
    for (const Seat& seat : seats_of(*database->read(), first))
        names.push_back(seat.name);
    EXPECT_THAT(names, ElementsAre("Ann", "Cem", "Dan"));
}

TEST_P(Bookings, SayWhoCame) {
    const auto event = add({.books = Books::team});
    const auto booking = book(event, 0, 3, {"Ann", "Ben", "Cem"}).value();
    const auto seats = seats_of(*database->read(), booking);
    write([&](store::Writer& db) {
        save_attendance(db, stamp(), event,
                        {std::string(seats[0].id.text()), std::string(seats[2].id.text())});
    });
    const auto listed = bookings_of(*database->read(), event);
    ASSERT_THAT(listed, SizeIs(1));
    EXPECT_EQ(listed.front().booking.attended, 2);
    EXPECT_EQ(listed.front().seats[0].attended, true);
    EXPECT_EQ(listed.front().seats[1].attended, false);
}

TEST_P(Bookings, GoOnWithWhoTakesOver) {
    const auto event = add({.books = Books::team});
    const auto booking = book(event, 0, 2, {"Ann", "Ben"}).value();
    write([&](store::Writer& db) {
        merged(db, everything.may_write(trusts[0]), everything.may_write(trusts[1]), stamp(),
               std::chrono::floor<std::chrono::days>(clock.now()));
    });
    const auto lease = database->read();
    EXPECT_THAT(coming_bookings_of(*lease, everything.may_read(trusts[0]), clock.now()), IsEmpty());
    const auto theirs = coming_bookings_of(*lease, everything.may_read(trusts[1]), clock.now());
    ASSERT_THAT(theirs, SizeIs(1));
    EXPECT_EQ(theirs.front().booking.id, booking.id);
    EXPECT_THAT(seats_of(*lease, theirs.front().booking), SizeIs(2));
}

/// Two hundred at once, `at_once` of them at the same moment.
class Races : public Bookings {
protected:
    void race(EventId event, std::int64_t seats, int teams) {
        std::vector<std::pair<OrganisationId, PersonId>> racers;
        write([&](store::Writer& db) {
            for (int i = 0; i < teams; ++i) {
                const auto trust = db.new_id<organisations::Organisation>();
                db.run("INSERT INTO organisations (id, kind, name) VALUES ($1, 'trust', 'A trust')",
                       trust);
                racers.emplace_back(
                    trust, people::add_person(db, stamp(),
                                              {.email = "r" + std::to_string(i) + "@primum.example",
                                               .name = "A racer"}));
            }
        });
        constexpr int kThreads = 16;
        std::latch start(kThreads);
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] {
                start.arrive_and_wait();
                for (int i = t; i < teams; i += kThreads) {
                    const auto& [trust, person] = racers[static_cast<std::size_t>(i)];
                    EXPECT_TRUE(database->write([&](store::Writer& db) {
                        return events::book(db, everything.may_write(trust), by(person), event,
                                            seats, {});
                    }));
                }
            });
    }
};

TEST_P(Races, OfTwoHundredTeamsForTwentyPlacesHaveTwentyWinnersAndALineInOrder) {
    constexpr int kTeams = 200;
    constexpr int kPlaces = 20;
    constexpr std::int64_t kSeats = 4;
    const auto event = add({.capacity = kPlaces * kSeats, .per_team = 6, .books = Books::team});
    race(event, kSeats, kTeams);
    const auto listed = bookings_of(*database->read(), event);
    ASSERT_THAT(listed, SizeIs(kTeams));
    for (int i = 0; i < kTeams; ++i) {
        const Booking& booking = listed[static_cast<std::size_t>(i)].booking;
        EXPECT_EQ(booking.queued, i + 1);  // no number twice, none left out
        EXPECT_EQ(booking.state, i < kPlaces ? BookingState::booked : BookingState::waiting);
        if (i >= kPlaces) {
            EXPECT_EQ(place_in_line(*database->read(), booking), i + 1 - kPlaces);
        }
    }
}

PRIMUM_ON_EACH_ENGINE(Bookings);
PRIMUM_ON_EACH_ENGINE(Races);

}  // namespace
}  // namespace primum::events
