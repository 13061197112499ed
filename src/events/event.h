#pragma once
// Events: what happens when and where, for whom. Bookings are in booking.h, what people promise at
// the end in promise.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "html/url.h"
#include "language/language.h"
#include "resources/resource.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::campaigns {
struct Campaign;
}
namespace primum::programmes {
struct Programme;
struct Cohort;
}  // namespace primum::programmes

namespace primum::events {

// Rooms to the right name these; events only refer to them.
using CampaignId = Id<campaigns::Campaign>;
using ProgrammeId = Id<programmes::Programme>;
using CohortId = Id<programmes::Cohort>;

struct Series;
using SeriesId = Id<Series>;
struct Event;
using EventId = Id<Event>;

enum class Status : std::uint8_t { draft, planned, cancelled };
/// Who takes seats: a person for themselves, an organisation for a team, or nobody.
enum class Books : std::uint8_t { person, team, nobody };

struct Series {
    SeriesId id;
    std::string name;
    OrganisationId owner;
    std::int64_t rev = 1;
};

struct Event {
    EventId id = {};
    OrganisationId owner = {};  ///< whose keepers look after it
    std::optional<SeriesId> series = {};
    std::optional<CampaignId> campaign = {};
    std::optional<ProgrammeId> programme = {};  ///< that of the cohort, where there is one
    std::optional<CohortId> cohort = {};
    std::string kind;  ///< code of a Kind: "masterclass"
    std::string title;
    std::string summary = {};
    Instant starts_at;
    Instant ends_at;
    std::string zone = "Europe/London";  ///< in which its times are meant
    std::string place = {};
    std::string link = {};                      ///< where to take part over the internet
    std::optional<std::int64_t> capacity = {};  ///< seats; absent where there is no limit
    std::int64_t per_team = 0;                  ///< the most that one organisation may bring
    Books books = Books::person;
    bool is_public = true;  ///< shown to visitors, in the feeds and in the search
    Status status = Status::planned;
    std::string cancelled_because = {};
    std::string materials = {};  ///< words about what to read, before or after
    std::int64_t revision = 0;   ///< counts changes that calendars must hear of
    Instant changed_at = {};     ///< when it was last saved
    std::int64_t rev = 1;

    bool over(Instant now) const { return ends_at < now; }
};

/// What an event is: its code and what people call it, in English for a catalogue.
struct Kind {
    const char* code;
    const char* label;
};
const std::vector<Kind>& kinds();  ///< "masterclass", "academy", "core_module", "follow_up", …
bool is_kind(std::string_view code);
std::string kind_label(const language::Language& words, std::string_view code);

std::string_view name(Status status);
std::string_view name(Books books);

/// "/events/ID".
html::Url address(EventId id);

/// "Thursday 23 April 2026, 9:30am to 4pm" where it is one day; both days otherwise. In the zone in
/// which it is meant.
std::string when(const language::Language& words, const Event& event);
/// The first day, by the clock on the wall where it happens.
Day first_day(const Event& event);

std::optional<Event> find_event(const store::Reader& db, EventId id);

/// What a list of events is about. Public ones that are not drafts, unless `all`.
struct Wanted {
    std::optional<CampaignId> campaign = {};
    std::optional<ProgrammeId> programme = {};
    std::string kind = {};
    bool all = false;
};
/// Not over yet, the soonest first. Cancelled ones are among them.
std::vector<Event> coming_events(const store::Reader& db, const Wanted& wanted, Instant now,
                                 std::size_t limit);
/// Over, the latest first; those that had been cancelled too.
std::vector<Event> past_events(const store::Reader& db, const Wanted& wanted, Instant now,
                               std::size_t offset, std::size_t limit);
std::size_t count_past_events(const store::Reader& db, const Wanted& wanted, Instant now);
/// Of a cohort, in order of time; without drafts.
std::vector<Event> events_of_cohort(const store::Reader& db, CohortId cohort);

/// A new series, or the one of this name that the owner has.
SeriesId series_named(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                      std::string_view name);
std::optional<Series> find_series(const store::Reader& db, SeriesId id);

EventId add_event(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const Event& event);
/// Saves what people edit, and counts a revision where calendars must hear of it. False where
/// somebody else has changed it since it was read. Seats that become free are given on by
/// booking.h's settle().
bool save_event(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                const Event& event);

/// Tools and slides that belong to it.
std::vector<resources::Resource> resources_of(const store::Reader& db, EventId id);
void save_resources(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                    EventId id, const std::vector<resources::ResourceId>& resources);

}  // namespace primum::events
