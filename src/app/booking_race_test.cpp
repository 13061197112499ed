// Two hundred teams want one of twenty places at the same moment, each through the front door and
// each twice, as an impatient person clicks.

#include <gmock/gmock.h>

#include <atomic>
#include <latch>
#include <thread>

#include "app/testing.h"
#include "events/booking.h"

namespace primum::app {
namespace {

constexpr int kTeams = 200;
constexpr int kPlaces = 20;

TEST(BookingRace, HasTwentyWinnersAndALineInOrderThoughEachFormIsSentTwice) {
    TestHouse house;
    events::EventId event;
    std::vector<http::Request> forms;
    house.installation.store().write([&](store::Writer& db) {
        forms.clear();
        const Instant starts = kNow + std::chrono::days(30);
        event = events::add_event(db, TestHouse::everywhere().may_write(house.tree.region),
                                  house.stamp(),
                                  {.kind = "masterclass",
                                   .title = "LIPS III – Masterclass",
                                   .starts_at = starts,
                                   .ends_at = starts + std::chrono::hours(6),
                                   .place = "Guildhall",
                                   .capacity = kPlaces * 4,
                                   .per_team = 6,
                                   .books = events::Books::team});
        for (int i = 0; i < kTeams; ++i) {
            const auto trust = organisations::add(
                db, house.stamp(),
                {.name = "Trust", .kind = "trust", .identifier = {}, .opened = {}, .closed = {}},
                organisations::ParentLink{house.tree.region, {}});
            const PersonId person = house.add_person(db, "Somebody");
            house.give(db, person, access::Role::improvement_lead, trust, kToday);
            forms.push_back(house.form(
                "/events/" + std::string(event.text()) + "/booking", house.sign_in(db, person),
                "once=form&seats=4&organisation=" + std::string(trust.text())));
        }
    });

    constexpr int kThreads = 8;
    std::latch start(kThreads);
    std::atomic<int> saved = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] {
                start.arrive_and_wait();
                for (int i = t; i < 2 * kTeams; i += kThreads) {
                    http::Request form = forms[static_cast<std::size_t>(i % kTeams)];
                    const auto answer = house.installation.door().answer(form);
                    if (answer.status == http::Status::see_other) ++saved;
                }
            });
    }
    EXPECT_EQ(saved, 2 * kTeams);  // the second is given the answer of the first
    const auto listed = events::bookings_of(*house.installation.store().read(), event);
    ASSERT_EQ(listed.size(), static_cast<std::size_t>(kTeams));
    for (int i = 0; i < kTeams; ++i) {
        const events::Booking& booking = listed[static_cast<std::size_t>(i)].booking;
        EXPECT_EQ(booking.queued, i + 1);
        EXPECT_EQ(booking.state,
                  i < kPlaces ? events::BookingState::booked : events::BookingState::waiting);
    }
    EXPECT_THAT(house.complaints, ::testing::IsEmpty());
}

}  // namespace
}  // namespace primum::app
