#include "events/event.h"

#include <algorithm>
#include <array>

#include "json/writer.h"
#include "language/zone.h"
#include "search/search.h"
#include "store/audit.h"

namespace primum::events {
namespace {

using language::Language;
using language::sentence;

Status parse_status(std::string_view text) {
    return text == "draft" ? Status::draft
                           : (text == "cancelled" ? Status::cancelled : Status::planned);
}

Books parse_books(std::string_view text) {
    return text == "team" ? Books::team : (text == "nobody" ? Books::nobody : Books::person);
}

Event read_event(const store::Row& row) {
    int column = 0;
    const auto next = [&column] { return column++; };
    Event event;
    event.id = row.get<EventId>(next());
    event.owner = row.get<OrganisationId>(next());
    event.series = row.get<std::optional<SeriesId>>(next());
    event.campaign = row.get<std::optional<CampaignId>>(next());
    event.programme = row.get<std::optional<ProgrammeId>>(next());
    event.cohort = row.get<std::optional<CohortId>>(next());
    event.kind = row.get<std::string>(next());
    event.title = row.get<std::string>(next());
    event.summary = row.get<std::string>(next());
    event.starts_at = row.get<Instant>(next());
    event.ends_at = row.get<Instant>(next());
    event.zone = row.get<std::string>(next());
    event.place = row.get<std::string>(next());
    event.link = row.get<std::string>(next());
    event.capacity = row.get<std::optional<std::int64_t>>(next());
    event.per_team = row.get<std::int64_t>(next());
    event.books = parse_books(row.get<std::string_view>(next()));
    event.is_public = row.get<bool>(next());
    event.status = parse_status(row.get<std::string_view>(next()));
    event.cancelled_because = row.get<std::string>(next());
    event.materials = row.get<std::string>(next());
    event.revision = row.get<std::int64_t>(next());
    event.changed_at = row.get<Instant>(next());
    event.rev = row.get<std::int64_t>(next());
    return event;
}

std::string as_json(const Event& event) {
    json::Writer document;
    document.begin_object()
        .member("title", std::string_view(event.title))
        .member("kind", std::string_view(event.kind))
        .member("status", name(event.status))
        .member("starts_at", std::string_view(iso_instant(event.starts_at)))
        .member("ends_at", std::string_view(iso_instant(event.ends_at)))
        .member("zone", std::string_view(event.zone))
        .member("place", std::string_view(event.place))
        .member("capacity", event.capacity.value_or(-1))
        .end_object();
    return std::string(document.text());
}

/// Whether calendars that have the one must be told of the other.
bool differ_in_calendars(const Event& before, const Event& after) {
    return before.title != after.title || before.summary != after.summary ||
           before.starts_at != after.starts_at || before.ends_at != after.ends_at ||
           before.zone != after.zone || before.place != after.place || before.link != after.link ||
           before.status != after.status || before.kind != after.kind;
}

/// In the index while visitors may see it.
void index(store::Writer& db, const Event& event) {
    const std::string path(address(event.id).text());
    if (!event.is_public || event.status == Status::draft) return search::remove(db, path);
    search::put(db, {.kind = sentence("Event"),
                     .path = path,
                     .title = event.title,
                     .summary = event.summary,
                     .body = event.place + ' ' + event.materials});
}

/// A cohort knows its programme.
std::optional<ProgrammeId> programme_of(const store::Reader& db, const Event& event) {
    if (!event.cohort) return event.programme;
    return db.one([](const store::Row& row) { return row.get<ProgrammeId>(0); },
                  "SELECT programme_id FROM cohorts WHERE id = $1", *event.cohort);
}

constexpr std::array<const char*, 7> kWeekdays = {
    sentence("Sunday"),   sentence("Monday"), sentence("Tuesday"), sentence("Wednesday"),
    sentence("Thursday"), sentence("Friday"), sentence("Saturday")};

/// "Thursday 23 April 2026".
std::string weekday_and_day(const Language& words, Day day) {
    const auto weekday = std::chrono::weekday(day).c_encoding();
    return words.say("{} {}", words.say(kWeekdays[weekday]), words.day(day));
}

}  // namespace

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> kKinds = {
        {"masterclass", sentence("Masterclass")}, {"academy", sentence("Executive academy")},
        {"core_module", sentence("Core module")}, {"follow_up", sentence("Follow-up day")},
        {"webinar", sentence("Webinar")},         {"regional_day", sentence("Regional day")},
        {"conference", sentence("Conference")},   {"other", sentence("Other event")},
    };
    return kKinds;
}

bool is_kind(std::string_view code) {
    return std::ranges::any_of(kinds(), [&](const Kind& kind) { return code == kind.code; });
}

std::string kind_label(const Language& words, std::string_view code) {
    for (const Kind& kind : kinds())
        if (code == kind.code) return std::string(words.say(kind.label));
    return std::string(code);
}

std::string_view name(Status status) {
    switch (status) {
        case Status::draft:
            return "draft";
        case Status::planned:
            return "planned";
        case Status::cancelled:
            return "cancelled";
    }
    return {};
}

std::string_view name(Books books) {
    switch (books) {
        case Books::person:
            return "person";
        case Books::team:
            return "team";
        case Books::nobody:
            return "nobody";
    }
    return {};
}

html::Url address(EventId id) {
    return html::url("/events/{}", id.text());
}

Day first_day(const Event& event) {
    return language::wall_clock(event.starts_at, event.zone).day;
}

std::string when(const Language& words, const Event& event) {
    const Day starts = language::wall_clock(event.starts_at, event.zone).day;
    const Day ends = language::wall_clock(event.ends_at, event.zone).day;
    const std::string from = weekday_and_day(words, starts);
    const std::string begins = words.time(event.starts_at, event.zone);
    const std::string closes = words.time(event.ends_at, event.zone);
    if (event.starts_at == event.ends_at) return words.say("{}, {}", from, begins);
    if (starts == ends) return words.say("{}, {} to {}", from, begins, closes);
    return words.say("{}, {}, to {}, {}", from, begins, weekday_and_day(words, ends), closes);
}

std::optional<Event> find_event(const store::Reader& db, EventId id) {
    return db.one(read_event, R"sql(
        SELECT id, owner_id, series_id, campaign_id, programme_id, cohort_id, kind, title, summary,
               starts_at, ends_at, zone, place, link, capacity, per_team, books, public, status,
               cancelled_because, materials, revision, changed_at, rev
          FROM events
         WHERE id = $1
    )sql",
                  id);
}

std::vector<Event> coming_events(const store::Reader& db, const Wanted& wanted, Instant now,
                                 std::size_t limit) {
    return db.all(read_event, R"sql(
        SELECT id, owner_id, series_id, campaign_id, programme_id, cohort_id, kind, title, summary,
               starts_at, ends_at, zone, place, link, capacity, per_team, books, public, status,
               cancelled_because, materials, revision, changed_at, rev
          FROM events
         WHERE ends_at >= $1
           AND ($2 = 1 OR (public = 1 AND status <> 'draft'))
           AND ($3 = '' OR kind = $3)
           AND ($4 = '' OR campaign_id = $4)
           AND ($5 = '' OR programme_id = $5)
         ORDER BY starts_at, id
         LIMIT $6
    )sql",
                  now, wanted.all, wanted.kind,
                  wanted.campaign ? wanted.campaign->text() : std::string_view(),
                  wanted.programme ? wanted.programme->text() : std::string_view(), limit);
}

std::vector<Event> past_events(const store::Reader& db, const Wanted& wanted, Instant now,
                               std::size_t offset, std::size_t limit) {
    return db.all(read_event, R"sql(
        SELECT id, owner_id, series_id, campaign_id, programme_id, cohort_id, kind, title, summary,
               starts_at, ends_at, zone, place, link, capacity, per_team, books, public, status,
               cancelled_because, materials, revision, changed_at, rev
          FROM events
         WHERE ends_at < $1
           AND ($2 = 1 OR (public = 1 AND status <> 'draft'))
           AND ($3 = '' OR kind = $3)
           AND ($4 = '' OR campaign_id = $4)
           AND ($5 = '' OR programme_id = $5)
         ORDER BY starts_at DESC, id
         LIMIT $6 OFFSET $7
    )sql",
                  now, wanted.all, wanted.kind,
                  wanted.campaign ? wanted.campaign->text() : std::string_view(),
                  wanted.programme ? wanted.programme->text() : std::string_view(), limit, offset);
}

std::size_t count_past_events(const store::Reader& db, const Wanted& wanted, Instant now) {
    return db
        .one([](const store::Row& row) { return row.get<std::size_t>(0); }, R"sql(
        SELECT COUNT(*)
          FROM events
         WHERE ends_at < $1
           AND ($2 = 1 OR (public = 1 AND status <> 'draft'))
           AND ($3 = '' OR kind = $3)
           AND ($4 = '' OR campaign_id = $4)
           AND ($5 = '' OR programme_id = $5)
    )sql",
             now, wanted.all, wanted.kind,
             wanted.campaign ? wanted.campaign->text() : std::string_view(),
             wanted.programme ? wanted.programme->text() : std::string_view())
        .value_or(0);
}

std::vector<Event> events_of_cohort(const store::Reader& db, CohortId cohort) {
    return db.all(read_event, R"sql(
        SELECT id, owner_id, series_id, campaign_id, programme_id, cohort_id, kind, title, summary,
               starts_at, ends_at, zone, place, link, capacity, per_team, books, public, status,
               cancelled_because, materials, revision, changed_at, rev
          FROM events
         WHERE cohort_id = $1 AND status <> 'draft'
         ORDER BY starts_at, id
    )sql",
                  cohort);
}

SeriesId series_named(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                      std::string_view name) {
    const OrganisationId keeper = owner.organisation();
    const auto known =
        db.one([](const store::Row& row) { return row.get<SeriesId>(0); },
               "SELECT id FROM event_series WHERE owner_id = $1 AND name = $2", keeper, name);
    if (known) return *known;
    const auto id = db.new_id<Series>();
    db.run("INSERT INTO event_series (id, name, owner_id) VALUES ($1, $2, $3)", id, name, keeper);
    store::record(db, owner, stamp,
                  {.action = "events.add_series", .object = id.text(), .before = "", .after = ""});
    return id;
}

std::optional<Series> find_series(const store::Reader& db, SeriesId id) {
    return db.one(
        [](const store::Row& row) {
            return Series{.id = row.get<SeriesId>(0),
                          .name = row.get<std::string>(1),
                          .owner = row.get<OrganisationId>(2),
                          .rev = row.get<std::int64_t>(3)};
        },
        "SELECT id, name, owner_id, rev FROM event_series WHERE id = $1", id);
}

EventId add_event(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const Event& event) {
    Event added = event;
    added.id = db.new_id<Event>();
    added.owner = owner.organisation();
    added.programme = programme_of(db, event);
    db.run(R"sql(
        INSERT INTO events (id, owner_id, series_id, campaign_id, programme_id, cohort_id, kind,
                            title, summary, starts_at, ends_at, zone, place, link, capacity,
                            per_team, books, public, status, materials, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21)
    )sql",
           added.id, added.owner, added.series, added.campaign, added.programme, added.cohort,
           added.kind, added.title, added.summary, added.starts_at, added.ends_at, added.zone,
           added.place, added.link, added.capacity, added.per_team, name(added.books),
           added.is_public, name(added.status), added.materials, stamp.at);
    store::record(
        db, owner, stamp,
        {.action = "events.add", .object = added.id.text(), .before = "", .after = as_json(added)});
    index(db, added);
    return added.id;
}

bool save_event(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                const Event& event) {
    const auto before = find_event(db, event.id);
    if (!before) return false;
    const bool heard = differ_in_calendars(*before, event);
    const auto changed = db.run(
        R"sql(
        UPDATE events
           SET series_id = $3, campaign_id = $4, programme_id = $5, cohort_id = $6, kind = $7,
               title = $8, summary = $9, starts_at = $10, ends_at = $11, zone = $12, place = $13,
               link = $14, capacity = $15, per_team = $16, books = $17, public = $18, status = $19,
               cancelled_because = $20, materials = $21, revision = revision + $22,
               changed_at = $23, rev = rev + 1
         WHERE id = $1 AND rev = $2
    )sql",
        event.id, event.rev, event.series, event.campaign, programme_of(db, event), event.cohort,
        event.kind, event.title, event.summary, event.starts_at, event.ends_at, event.zone,
        event.place, event.link, event.capacity, event.per_team, name(event.books), event.is_public,
        name(event.status), event.cancelled_because, event.materials, heard ? 1 : 0, stamp.at);
    if (changed == 0) return false;
    store::record(db, owner, stamp,
                  {.action = "events.change",
                   .object = event.id.text(),
                   .before = as_json(*before),
                   .after = as_json(event)});
    index(db, event);
    return true;
}

std::vector<resources::Resource> resources_of(const store::Reader& db, EventId id) {
    const auto ids = db.all([](const store::Row& row) { return row.get<resources::ResourceId>(0); },
                            R"sql(
        SELECT r.id
          FROM event_resources e
          JOIN resources r ON r.id = e.resource_id
         WHERE e.event_id = $1
         ORDER BY r.title, r.id
    )sql",
                            id);
    std::vector<resources::Resource> found;
    for (const auto& resource : ids)
        if (auto one = resources::find_resource(db, resource)) found.push_back(std::move(*one));
    return found;
}

void save_resources(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                    EventId id, const std::vector<resources::ResourceId>& resources) {
    db.run("DELETE FROM event_resources WHERE event_id = $1", id);
    for (const auto& resource : resources)
        db.run(
            "INSERT INTO event_resources (event_id, resource_id) VALUES ($1, $2)"
            " ON CONFLICT DO NOTHING",
            id, resource);
    store::record(
        db, owner, stamp,
        {.action = "events.save_materials", .object = id.text(), .before = "", .after = ""});
}

}  // namespace primum::events
