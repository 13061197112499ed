// Applications: read, written, sponsored, withdrawn.

#include "programmes/enrolment.h"

#include <algorithm>
#include <array>

#include "json/value.h"
#include "programmes/enrolment_rows.h"
#include "programmes/named.h"

namespace primum::programmes {

namespace {

constexpr std::array<std::string_view, 6> kStates = {"draft",    "sent",     "waiting",
                                                     "accepted", "declined", "withdrawn"};

State state_of(std::string_view name) {
    return static_cast<State>(std::ranges::find(kStates, name) - kStates.begin());
}

std::map<std::string, std::string> read_who(std::string_view text) {
    std::map<std::string, std::string> who;
    const auto json = json::parse(text);
    if (!json) return who;
    if (const auto* members = json->as<json::Value::Object>())
        for (const auto& [role, names] : *members)
            if (const auto* lines = names.as<std::string>()) who[role] = *lines;
    return who;
}

Application read_application(const store::Row& row) {
    return {.id = row.get<ApplicationId>(0),
            .organisation = row.get<OrganisationId>(1),
            .organisation_name = row.get<std::string>(2),
            .cohort = row.get<CohortId>(3),
            .state = state_of(row.get<std::string_view>(4)),
            .why = row.get<std::string>(5),
            .aims = row.get<std::string>(6),
            .sponsor = row.get<std::string>(7),
            .sponsored_at = row.get<std::optional<Instant>>(8),
            .who = read_who(row.get<std::string_view>(9)),
            .sent_at = row.get<std::optional<Instant>>(10),
            .sent_by = row.get<std::optional<PersonId>>(11),
            .queued = row.get<std::int64_t>(12),
            .priority = row.get<int>(13),
            .decided_at = row.get<std::optional<Instant>>(14),
            .reason = row.get<std::string>(15),
            .rev = row.get<std::int64_t>(16)};
}

}  // namespace

std::string_view name(State state) {
    return kStates[static_cast<std::size_t>(state)];
}

int names_in(std::string_view lines) {
    return static_cast<int>(all_named(lines).size());
}

bool is_complete(const std::map<std::string, std::string>& who,
                 const std::vector<TeamRole>& roles) {
    return std::ranges::all_of(roles, [&](const TeamRole& role) {
        const auto lines = who.find(role.role);
        return role.least == 0 || (lines != who.end() && names_in(lines->second) >= role.least);
    });
}

std::optional<Application> find_application(const store::Reader& db,
                                            const store::Readable& organisation, CohortId cohort) {
    return db.one(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
         WHERE a.organisation_id = $1 AND a.cohort_id = $2
    )sql",
                  organisation, cohort);
}

std::vector<Application> applications_of(const store::Reader& db,
                                         const store::Readable& organisation) {
    return db.all(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
          JOIN cohorts c ON c.id = a.cohort_id
         WHERE a.organisation_id = $1
         ORDER BY c.starts DESC, a.id
    )sql",
                  organisation);
}

std::vector<Application> applications_of(const store::Reader& db, CohortId cohort) {
    return db.all(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
         WHERE a.cohort_id = $1 AND a.state <> 'draft'
           AND (a.state <> 'withdrawn' OR a.sent_at IS NOT NULL)
         ORDER BY CASE a.state WHEN 'sent' THEN 0 WHEN 'waiting' THEN 1 WHEN 'accepted' THEN 2
                               WHEN 'declined' THEN 3 ELSE 4 END,
                  CASE a.state WHEN 'waiting' THEN -a.priority ELSE 0 END, a.queued
    )sql",
                  cohort, every_application());
}

std::optional<Application> find_sent_application(const store::Reader& db, CohortId cohort,
                                                 ApplicationId id) {
    return db.one(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
         WHERE a.cohort_id = $1 AND a.id = $2 AND a.state <> 'draft' AND a.sent_at IS NOT NULL
    )sql",
                  cohort, id, every_application());
}

std::optional<ApplicationId> save_draft(store::Writer& db, const store::Writable& organisation,
                                        const store::Stamp& stamp, const Application& application,
                                        const std::vector<TeamRole>& roles, WaitingRule rule) {
    const int priority =
        rule == WaitingRule::complete_first && is_complete(application.who, roles) ? 1 : 0;
    const auto known = find_application(db, organisation, application.cohort);
    if (!known) {
        const auto id = db.new_id<Application>();
        db.run(R"sql(
            INSERT INTO programme_applications (organisation_id, id, cohort_id, why, aims, sponsor,
                                                answers, priority)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
               organisation, id, application.cohort, application.why, application.aims,
               application.sponsor, written(application.who), priority);
        note(db, organisation, stamp, "programmes.save_application", id.text(), State::draft);
        return id;
    }
    if (known->rev != application.rev) return {};
    // Whoever withdrew begins again; another chief executive has to agree anew.
    const State state = known->state == State::withdrawn ? State::draft : known->state;
    db.run(R"sql(
        UPDATE programme_applications
           SET why = $3, aims = $4, sponsor = $5, answers = $6, priority = $7, state = $8,
               sponsored_at = CASE WHEN sponsor = $5 THEN sponsored_at ELSE NULL END,
               rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           organisation, known->id, application.why, application.aims, application.sponsor,
           written(application.who), priority, name(state));
    note(db, organisation, stamp, "programmes.save_application", known->id.text(), state);
    return known->id;
}

bool sponsor(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Application& application, std::string_view sponsor_name) {
    const bool agreed = db.run(R"sql(
        UPDATE programme_applications
           SET sponsor = $4, sponsored_by = $5, sponsored_at = $6, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                               organisation, application.id, application.rev, sponsor_name,
                               stamp.person, stamp.at) == 1;
    if (agreed)
        note(db, organisation, stamp, "programmes.sponsor", application.id.text(),
             application.state);
    return agreed;
}

bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Application& application, std::string_view reason) {
    if (!application.open() ||
        !set_state(db, organisation, stamp, application, State::withdrawn, reason))
        return false;
    note(db, organisation, stamp, "programmes.withdraw", application.id.text(), State::withdrawn,
         reason);
    return true;
}

}  // namespace primum::programmes
