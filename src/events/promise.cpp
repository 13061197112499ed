#include "events/promise.h"

#include "json/writer.h"
#include "store/audit.h"

namespace primum::events {
namespace {

using language::sentence;

constexpr std::chrono::days kFirst{30};
constexpr std::chrono::days kSecond{90};

constexpr int kAfterPromise = 12;

Promise read_promise(const store::Row& row) {
    return {.id = row.get<PromiseId>(0),
            .organisation = row.get<OrganisationId>(1),
            .event = row.get<EventId>(2),
            .person = row.get<PersonId>(3),
            .promise = row.get<std::string>(4),
            .made_on = row.get<Day>(5),
            .state = parse_promise_state(row.get<std::string_view>(6)).value_or(PromiseState::open),
            .outcome = row.get<std::string>(7),
            .asked_30 = row.get<std::optional<Instant>>(8),
            .asked_90 = row.get<std::optional<Instant>>(9),
            .answered_at = row.get<std::optional<Instant>>(10),
            .rev = row.get<std::int64_t>(11)};
}

ListedPromise read_listed(const store::Row& row) {
    return {.promise = read_promise(row),
            .event = row.get<std::string>(kAfterPromise),
            .person = row.get<std::string>(kAfterPromise + 1),
            .organisation = row.get<std::string>(kAfterPromise + 2)};
}

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "who keeps an event reads what it led to; a person reads their own promises");
    return kScope;
}

}  // namespace

std::string_view name(PromiseState state) {
    switch (state) {
        case PromiseState::open:
            return "open";
        case PromiseState::started:
            return "started";
        case PromiseState::kept:
            return "kept";
        case PromiseState::dropped:
            return "dropped";
    }
    return {};
}

std::optional<PromiseState> parse_promise_state(std::string_view text) {
    for (const auto state :
         {PromiseState::open, PromiseState::started, PromiseState::kept, PromiseState::dropped})
        if (text == name(state)) return state;
    return {};
}

const char* label(PromiseState state) {
    switch (state) {
        case PromiseState::open:
            return sentence("No answer yet");
        case PromiseState::started:
            return sentence("Started");
        case PromiseState::kept:
            return sentence("Kept");
        case PromiseState::dropped:
            return sentence("Dropped");
    }
    return "";
}

PromiseId make_promise(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, EventId event, PersonId person,
                       const std::string& promise, Day made_on) {
    const auto id = db.new_id<Promise>();
    db.run(R"sql(
        INSERT INTO event_promises (organisation_id, id, event_id, person_id, promise, made_on)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           organisation, id, event, person, promise, made_on);
    json::Writer after;
    after.begin_object()
        .member("event", event.text())
        .member("made_on", std::string_view(iso_day(made_on)))
        .end_object();
    store::record(
        db, organisation, stamp,
        {.action = "events.promise", .object = id.text(), .before = "", .after = after.text()});
    return id;
}

bool answer_promise(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Promise& promise, PromiseState state,
                    const std::string& outcome) {
    const auto changed =
        db.run(R"sql(
        UPDATE event_promises SET state = $4, outcome = $5, answered_at = $6, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
               organisation, promise.id, promise.rev, name(state), outcome, stamp.at);
    if (changed == 0) return false;
    const auto as_json = [](PromiseState what) {
        return R"({"state":")" + std::string(name(what)) + R"("})";
    };
    store::record(db, organisation, stamp,
                  {.action = "events.answer_promise",
                   .object = promise.id.text(),
                   .before = as_json(promise.state),
                   .after = as_json(state)});
    return true;
}

std::optional<Promise> find_promise(const store::Reader& db, PersonId person, PromiseId id) {
    return db.one(read_promise, R"sql(
        SELECT id, organisation_id, event_id, person_id, promise, made_on, state, outcome,
               asked_30, asked_90, answered_at, rev
          FROM event_promises
         WHERE id = $1 AND person_id = $2
    )sql",
                  id, person, scope().everywhere());
}

std::vector<ListedPromise> promises_of(const store::Reader& db, EventId event) {
    return db.all(read_listed, R"sql(
        SELECT m.id, m.organisation_id, m.event_id, m.person_id, m.promise, m.made_on, m.state,
               m.outcome, m.asked_30, m.asked_90, m.answered_at, m.rev, e.title, p.name, o.name
          FROM event_promises m
          JOIN events e ON e.id = m.event_id
          JOIN people p ON p.id = m.person_id
          JOIN organisations o ON o.id = m.organisation_id
         WHERE m.event_id = $1
         ORDER BY m.made_on, m.id
    )sql",
                  event, scope().everywhere());
}

std::vector<ListedPromise> promises_of_person(const store::Reader& db, PersonId person) {
    return db.all(read_listed, R"sql(
        SELECT m.id, m.organisation_id, m.event_id, m.person_id, m.promise, m.made_on, m.state,
               m.outcome, m.asked_30, m.asked_90, m.answered_at, m.rev, e.title, p.name, o.name
          FROM event_promises m
          JOIN events e ON e.id = m.event_id
          JOIN people p ON p.id = m.person_id
          JOIN organisations o ON o.id = m.organisation_id
         WHERE m.person_id = $1
         ORDER BY CASE WHEN m.state IN ('open', 'started') THEN 0 ELSE 1 END, m.made_on DESC, m.id
    )sql",
                  person, scope().everywhere());
}

PromiseCount count_promises(const store::Reader& db, EventId event) {
    PromiseCount count;
    db.each(
        [&](const store::Row& row) {
            const auto number = row.get<std::int64_t>(1);
            count.all += number;
            switch (
                parse_promise_state(row.get<std::string_view>(0)).value_or(PromiseState::open)) {
                case PromiseState::open:
                    count.open += number;
                    break;
                case PromiseState::started:
                    count.started += number;
                    break;
                case PromiseState::kept:
                    count.kept += number;
                    break;
                case PromiseState::dropped:
                    count.dropped += number;
                    break;
            }
        },
        "SELECT state, COUNT(*) FROM event_promises WHERE event_id = $1 GROUP BY state", event,
        scope().everywhere());
    return count;
}

std::vector<ToAsk> promises_to_ask(const store::Reader& db, Day today, std::size_t limit) {
    return db.all(
        [&](const store::Row& row) {
            ToAsk ask{.promise = read_promise(row),
                      .event = row.get<std::string>(kAfterPromise),
                      .after_days = 30};
            if (ask.promise.made_on <= today - kSecond) ask.after_days = 90;
            return ask;
        },
        R"sql(
        SELECT m.id, m.organisation_id, m.event_id, m.person_id, m.promise, m.made_on, m.state,
               m.outcome, m.asked_30, m.asked_90, m.answered_at, m.rev, e.title
          FROM event_promises m
          JOIN events e ON e.id = m.event_id
         WHERE m.state IN ('open', 'started')
           AND ((m.made_on <= $1 AND m.asked_30 IS NULL)
                OR (m.made_on <= $2 AND m.asked_90 IS NULL))
         ORDER BY m.made_on, m.id
         LIMIT $3
    )sql",
        today - kFirst, today - kSecond, limit, scope().everywhere());
}

bool mark_asked(store::Writer& db, const ToAsk& ask, Instant now) {
    const auto organisation = scope().may_write(ask.promise.organisation);
    // After 90 days one letter asks for both, where nothing was sent in between.
    if (ask.after_days == 90)
        return db.run(R"sql(
            UPDATE event_promises SET asked_90 = $3, asked_30 = COALESCE(asked_30, $3)
             WHERE organisation_id = $1 AND id = $2 AND asked_90 IS NULL
        )sql",
                      organisation, ask.promise.id, now) == 1;
    return db.run(R"sql(
        UPDATE event_promises SET asked_30 = $3
         WHERE organisation_id = $1 AND id = $2 AND asked_30 IS NULL
    )sql",
                  organisation, ask.promise.id, now) == 1;
}

}  // namespace primum::events
