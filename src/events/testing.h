#pragma once
// For this room's tests: an installation's database with organisations, people and events in it.

#include <string>
#include <utility>

#include "events/event.h"
#include "people/testing.h"

namespace primum::events::testing {

/// What a test says of an event; the rest is alike for all.
struct Draft {
    std::string title = "LIPS III – Masterclass";
    Instant starts_at = {};  ///< in two weeks where it is left out
    std::optional<std::int64_t> capacity = {};
    std::int64_t per_team = 0;
    Books books = Books::person;
    Status status = Status::planned;
    bool is_public = true;
};

class EventsTest : public people::testing::AccountsTest {
protected:
    EventId add(const Draft& draft) {
        const Instant starts = draft.starts_at == Instant()
                                   ? clock.now() + std::chrono::hours(24 * 14)
                                   : draft.starts_at;
        Event event{.kind = "masterclass",
                    .title = draft.title,
                    .starts_at = starts,
                    .ends_at = starts + std::chrono::hours(6),
                    .capacity = draft.capacity,
                    .per_team = draft.per_team,
                    .books = draft.books,
                    .is_public = draft.is_public,
                    .status = draft.status};
        return database->write([&](store::Writer& db) {
            return add_event(db, everything.may_write(office), stamp(), event);
        });
    }

    Event event(EventId id) { return find_event(*database->read(), id).value(); }

    const store::Scope everything = store::Scope::system("a test");
    const OrganisationId office = add_organisation();
};

}  // namespace primum::events::testing
