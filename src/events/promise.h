#pragma once
// What people promise at the end of an event, and what became of it: an event is judged by what was
// started.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "events/event.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::events {

struct Promise;
using PromiseId = Id<Promise>;

/// Open until its person has said what became of it.
enum class PromiseState : std::uint8_t { open, started, kept, dropped };

struct Promise {
    PromiseId id = {};
    OrganisationId organisation = {};
    EventId event = {};
    PersonId person = {};
    std::string promise = {};
    Day made_on = {};
    PromiseState state = PromiseState::open;
    std::string outcome = {};              ///< what happened, in the person's words
    std::optional<Instant> asked_30 = {};  ///< when a letter asked, after 30 days
    std::optional<Instant> asked_90 = {};  ///< and after 90
    std::optional<Instant> answered_at = {};
    std::int64_t rev = 1;

    /// Whether an answer is still expected.
    bool unfinished() const {
        return state == PromiseState::open || state == PromiseState::started;
    }
};

std::string_view name(PromiseState state);
std::optional<PromiseState> parse_promise_state(std::string_view name);
/// "Started", in English for a catalogue.
const char* label(PromiseState state);

PromiseId make_promise(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, EventId event, PersonId person,
                       const std::string& promise, Day made_on);

/// False where somebody has answered since it was read.
bool answer_promise(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Promise& promise, PromiseState state,
                    const std::string& outcome);

/// One of a person's own.
std::optional<Promise> find_promise(const store::Reader& db, PersonId person, PromiseId id);

struct ListedPromise {
    Promise promise;
    std::string event;         ///< its title
    std::string person;        ///< their name
    std::string organisation;  ///< its name
};
/// Of an event, in the order in which they were made. For who keeps the event.
std::vector<ListedPromise> promises_of(const store::Reader& db, EventId event);
/// A person's own, unanswered ones first.
std::vector<ListedPromise> promises_of_person(const store::Reader& db, PersonId person);

/// How many promises an event has led to, and what became of them.
struct PromiseCount {
    std::int64_t all = 0;
    std::int64_t open = 0;
    std::int64_t started = 0;
    std::int64_t kept = 0;
    std::int64_t dropped = 0;
};
PromiseCount count_promises(const store::Reader& db, EventId event);

/// Promises whose person is to be asked now: made 30 or 90 days ago or more, not asked at that age,
/// and not answered for good. At most `limit`, the oldest first.
struct ToAsk {
    Promise promise;
    std::string event;  ///< its title
    int after_days;     ///< 30 or 90
};
std::vector<ToAsk> promises_to_ask(const store::Reader& db, Day today, std::size_t limit);

/// Writes down that the person is asked; false where somebody has done so already.
bool mark_asked(store::Writer& db, const ToAsk& ask, Instant now);

}  // namespace primum::events
