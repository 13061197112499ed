#include "programmes/team.h"

#include <algorithm>

#include "json/writer.h"
#include "people/store.h"

namespace primum::programmes {
namespace {

constexpr Day kForEver = std::chrono::year(9999) / 12 / 31;

store::Everywhere whole_cohort() {
    return store::Scope::system("the faculty enters who came, for every team").everywhere();
}

std::optional<Day> last_day(Day day) {
    return day == kForEver ? std::nullopt : std::optional(day);
}

Seat read_seat(const store::Row& row) {
    return {.id = row.get<SeatId>(0),
            .role = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .email = row.get<std::string>(3),
            .person = row.get<std::optional<PersonId>>(4),
            .from = row.get<Day>(5),
            .until = last_day(row.get<Day>(6)),
            .rev = row.get<std::int64_t>(7)};
}

std::optional<PersonId> account_of(const store::Reader& db, std::string_view email) {
    if (email.empty()) return {};
    const auto known = people::find_person_by_email(db, email);
    return known ? std::optional(known->id) : std::nullopt;
}

/// Roles and days only: names stay out of the record that is kept for ever.
void note(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
          std::string_view action, std::string_view object, std::string_view role = "") {
    json::Writer json;
    json.begin_object();
    if (!role.empty()) json.member("role", role);
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = action, .object = object, .before = {}, .after = json.text()});
}

SeatId insert_seat(store::Writer& db, const store::Writable& owner, EnrolmentId enrolment,
                   const Seat& seat) {
    const auto id = db.new_id<Seat>();
    db.run(R"sql(
        INSERT INTO team_places (organisation_id, id, enrolment_id, role, name, email, person_id,
                                 from_day, to_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '9999-12-31')
    )sql",
           owner, id, enrolment, seat.role, seat.name, seat.email, account_of(db, seat.email),
           seat.from);
    return id;
}

std::optional<bool> truth(const store::Row& row, int column) {
    const auto whole = row.get<std::optional<std::int64_t>>(column);
    return whole ? std::optional(*whole != 0) : std::nullopt;
}

bool is_one_of(std::string_view role, std::initializer_list<std::string_view> roles) {
    return std::ranges::find(roles, role) != roles.end();
}

}  // namespace

int Team::needed() const {
    int needed = 0;
    for (const RoleSeats& role : roles)
        needed += role.role.least;
    return needed;
}

int Team::missing() const {
    int missing = 0;
    for (const RoleSeats& role : roles)
        missing += role.missing();
    return missing;
}

Team team_of(const store::Reader& db, const store::Readable& organisation,
             const Enrolment& enrolment, Day day) {
    Team team;
    for (const TeamRole& role : team_roles_of(db, enrolment.programme))
        team.roles.push_back({role, {}});
    for (Seat& seat : db.all(read_seat, R"sql(
             SELECT id, role, name, email, person_id, from_day, to_day, rev
               FROM team_places
              WHERE organisation_id = $1 AND enrolment_id = $2 AND from_day <= $3 AND to_day >= $3
              ORDER BY from_day, name, id
         )sql",
                             organisation, enrolment.id, std::max(day, enrolment.from))) {
        auto role = std::ranges::find_if(
            team.roles, [&](const RoleSeats& one) { return one.role.role == seat.role; });
        if (role == team.roles.end())
            role = team.roles.insert(role, RoleSeats{{seat.role, 0, 0}, {}});
        role->seats.push_back(std::move(seat));
    }
    return team;
}

std::vector<Seat> former_seats_of(const store::Reader& db, const store::Readable& organisation,
                                  EnrolmentId enrolment, Day day) {
    return db.all(read_seat, R"sql(
        SELECT id, role, name, email, person_id, from_day, to_day, rev
          FROM team_places
         WHERE organisation_id = $1 AND enrolment_id = $2 AND to_day < $3
         ORDER BY to_day DESC, name, id
    )sql",
                  organisation, enrolment, day);
}

std::optional<Seat> find_seat(const store::Reader& db, const store::Readable& organisation,
                              EnrolmentId enrolment, SeatId id) {
    return db.one(read_seat, R"sql(
        SELECT id, role, name, email, person_id, from_day, to_day, rev
          FROM team_places
         WHERE organisation_id = $1 AND enrolment_id = $2 AND id = $3
    )sql",
                  organisation, enrolment, id);
}

Checked<SeatId> take_seat(store::Writer& db, const store::Writable& organisation,
                          const store::Stamp& stamp, const Enrolment& enrolment, const Seat& seat) {
    const Team team = team_of(db, organisation, enrolment, seat.from);
    const auto role = std::ranges::find_if(
        team.roles, [&](const RoleSeats& one) { return one.role.role == seat.role; });
    if (role == team.roles.end()) return refuse("Choose one of the roles of this programme.");
    if (role->free() == 0)
        return refuse("Every place of this role is taken. Replace one of those people instead.");
    const auto id = insert_seat(db, organisation, enrolment.id, seat);
    note(db, organisation, stamp, "programmes.take_seat", id.text(), seat.role);
    return id;
}

bool correct_seat(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const Seat& seat) {
    const bool saved = db.run(R"sql(
        UPDATE team_places SET name = $4, email = $5, person_id = $6, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                              organisation, seat.id, seat.rev, seat.name, seat.email,
                              account_of(db, seat.email)) == 1;
    if (saved) note(db, organisation, stamp, "programmes.correct_seat", seat.id.text(), seat.role);
    return saved;
}

bool end_seat(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Seat& seat, Day last) {
    const bool ended = db.run(R"sql(
        UPDATE team_places SET to_day = $4, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                              organisation, seat.id, seat.rev, std::max(last, seat.from)) == 1;
    if (ended) note(db, organisation, stamp, "programmes.end_seat", seat.id.text(), seat.role);
    return ended;
}

bool replace_seat(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const Enrolment& enrolment, const Seat& seat, const Seat& next) {
    if (!end_seat(db, organisation, stamp, seat, next.from - std::chrono::days(1))) return false;
    Seat taken = next;
    taken.role = seat.role;
    taken.from = std::max(next.from, seat.from + std::chrono::days(1));
    const auto id = insert_seat(db, organisation, enrolment.id, taken);
    note(db, organisation, stamp, "programmes.replace_seat", id.text(), seat.role);
    return true;
}

bool expects(std::string_view kind, std::string_view role) {
    if (kind == "academy")
        return is_one_of(role,
                         {"chief_executive", "executive", "medical_director", "nursing_director"});
    if (kind == "module" || kind == "followup")
        return !is_one_of(role, {"chief_executive", "executive"});
    return true;
}

Presences presences_of(const store::Reader& db, const store::Readable& organisation,
                       EnrolmentId enrolment) {
    Presences presences;
    db.each(
        [&](const store::Row& row) {
            presences[{row.get<SeatId>(0), row.get<int>(1)}] = {truth(row, 2), truth(row, 3)};
        },
        R"sql(
            SELECT a.place_id, a.position, a.attended, a.prepared
              FROM part_attendance a
              JOIN team_places p ON p.organisation_id = a.organisation_id AND p.id = a.place_id
             WHERE a.organisation_id = $1 AND p.enrolment_id = $2
        )sql",
        organisation, enrolment);
    return presences;
}

std::vector<Attender> attenders_of(const store::Reader& db, CohortId cohort, const Part& part) {
    return db.all(
        [](const store::Row& row) {
            return Attender{.organisation = row.get<OrganisationId>(8),
                            .organisation_name = row.get<std::string>(9),
                            .seat = read_seat(row),
                            .presence = {truth(row, 10), truth(row, 11)}};
        },
        R"sql(
            SELECT p.id, p.role, p.name, p.email, p.person_id, p.from_day, p.to_day, p.rev,
                   p.organisation_id, o.name, a.attended, a.prepared
              FROM programme_enrolments e
              JOIN team_places p ON p.organisation_id = e.organisation_id AND p.enrolment_id = e.id
              JOIN organisations o ON o.id = e.organisation_id
              LEFT JOIN part_attendance a ON a.organisation_id = p.organisation_id
                                         AND a.place_id = p.id AND a.position = $2
             WHERE e.cohort_id = $1 AND p.from_day <= $3 AND p.to_day >= $4
             ORDER BY o.name, o.id, p.role, p.name, p.id
        )sql",
        cohort, part.position, part.ends, part.starts, whole_cohort());
}

void save_attendance(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const Cohort& cohort, const Part& part, const std::vector<Seen>& seen) {
    for (const Attender& one : attenders_of(db, cohort.id, part)) {
        const auto found = std::ranges::find(seen, one.seat.id, &Seen::seat);
        if (found == seen.end()) continue;
        if (one.presence.attended == found->attended && one.presence.prepared == found->prepared)
            continue;
        const auto owner =
            store::Scope::system("the faculty enters who came").may_write(one.organisation);
        const auto changed =
            db.run(R"sql(
            UPDATE part_attendance SET attended = $4, prepared = $5, rev = rev + 1
             WHERE organisation_id = $1 AND place_id = $2 AND position = $3
        )sql",
                   owner, one.seat.id, part.position, found->attended, found->prepared);
        if (changed == 0)
            db.run(R"sql(
                INSERT INTO part_attendance (organisation_id, id, place_id, cohort_id, position,
                                             attended, prepared)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
            )sql",
                   owner, db.new_id<Presence>(), one.seat.id, cohort.id, part.position,
                   found->attended, found->prepared);
    }
    json::Writer json;
    json.begin_object();
    json.member("position", part.position);
    json.member("people", static_cast<std::int64_t>(seen.size()));
    json.end_object();
    store::record(db,
                  store::Scope::system("the caller may change the owner of the programme")
                      .may_write(programme.owner),
                  stamp,
                  {.action = "programmes.attendance",
                   .object = cohort.id.text(),
                   .before = {},
                   .after = json.text()});
}

Completion completion_of(const Team& team, const std::vector<Part>& parts,
                         const Presences& presences, Day today) {
    Completion completion;
    for (const Part& part : parts) {
        if (part.starts > today) continue;
        for (const RoleSeats& role : team.roles) {
            if (!expects(part.kind, role.role.role)) continue;
            for (const Seat& seat : role.seats) {
                const auto found = presences.find({seat.id, part.position});
                if (found == presences.end() || !found->second.attended) continue;
                ++completion.expected;
                completion.attended += *found->second.attended ? 1 : 0;
                completion.prepared += found->second.prepared.value_or(false) ? 1 : 0;
            }
        }
    }
    return completion;
}

std::vector<TeamTask> tasks_of(const store::Reader& db, const store::Readable& organisation,
                               EnrolmentId enrolment) {
    return db.all(
        [](const store::Row& row) {
            return TeamTask{.id = row.get<TeamTaskId>(0),
                            .title = row.get<std::string>(1),
                            .help = row.get<std::string>(2),
                            .due = row.get<Day>(3),
                            .done_on = row.get<std::optional<Day>>(4),
                            .done_by = row.get<std::optional<std::string>>(5).value_or(""),
                            .rev = row.get<std::int64_t>(6)};
        },
        R"sql(
            SELECT t.id, t.title, t.help, t.due_on, t.done_on, p.name, t.rev
              FROM team_tasks t
              LEFT JOIN people p ON p.id = t.done_by
             WHERE t.organisation_id = $1 AND t.enrolment_id = $2
             ORDER BY t.due_on, t.position, t.id
        )sql",
        organisation, enrolment);
}

bool tick(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
          TeamTaskId task, std::int64_t rev, std::optional<Day> done_on) {
    const bool ticked =
        db.run(R"sql(
        UPDATE team_tasks SET done_on = $4, done_by = $5, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
               organisation, task, rev, done_on, done_on ? stamp.person : std::nullopt) == 1;
    if (ticked)
        note(db, organisation, stamp, done_on ? "programmes.task_done" : "programmes.task_not_done",
             task.text());
    return ticked;
}

void add_task(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              EnrolmentId enrolment, std::string_view title, Day due) {
    const auto id = db.new_id<TeamTask>();
    db.run(R"sql(
        INSERT INTO team_tasks (organisation_id, id, enrolment_id, title, due_on)
        VALUES ($1, $2, $3, $4, $5)
    )sql",
           organisation, id, enrolment, title, due);
    note(db, organisation, stamp, "programmes.add_task", id.text());
}

}  // namespace primum::programmes
