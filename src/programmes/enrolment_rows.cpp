#include "programmes/enrolment_rows.h"

#include "json/writer.h"
#include "people/store.h"

namespace primum::programmes {

store::Everywhere everywhere() {
    return store::Scope::system("who is enrolled is public").everywhere();
}

store::Everywhere every_application() {
    return store::Scope::system("whoever keeps a programme reads what is sent to it").everywhere();
}

void note(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
          std::string_view action, std::string_view object, State state, std::string_view reason) {
    json::Writer json;
    json.begin_object();
    json.member("state", name(state));
    if (!reason.empty()) json.member("reason", reason);
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = action, .object = object, .before = {}, .after = json.text()});
}

int count(const store::Row& row) {
    return row.get<int>(0);
}

std::string written(const std::map<std::string, std::string>& who) {
    json::Writer json;
    json.begin_object();
    for (const auto& [role, names] : who)
        json.member(role, std::string_view(names));
    json.end_object();
    return std::string(json.text());
}

bool set_state(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
               const Application& application, State state, std::string_view reason) {
    return db.run(R"sql(
        UPDATE programme_applications
           SET state = $4, reason = $5, decided_at = $6, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                  owner, application.id, application.rev, name(state), reason, stamp.at) == 1;
}

EnrolmentId enrol(store::Writer& db, const store::Writable& owner, ProgrammeId programme,
                  CohortId cohort, Day from) {
    const auto id = db.new_id<Enrolment>();
    db.run(R"sql(
        INSERT INTO programme_enrolments (organisation_id, id, programme_id, cohort_id, from_day,
                                          to_day)
        VALUES ($1, $2, $3, $4, $5, '9999-12-31')
    )sql",
           owner, id, programme, cohort, from);
    return id;
}

void seat(store::Writer& db, const store::Writable& owner, EnrolmentId enrolment,
          std::string_view role, const Named& person, Day from) {
    std::optional<PersonId> account;
    if (!person.email.empty())
        if (const auto known = people::find_person_by_email(db, person.email)) account = known->id;
    db.run(R"sql(
        INSERT INTO team_places (organisation_id, id, enrolment_id, role, name, email, person_id,
                                 from_day, to_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '9999-12-31')
    )sql",
           owner, db.new_id<Named>(), enrolment, role, person.name, person.email, account, from);
}

void give_task(store::Writer& db, const store::Writable& owner, EnrolmentId enrolment,
               const Task& task) {
    db.run(R"sql(
        INSERT INTO team_tasks (organisation_id, id, enrolment_id, position, title, help, due_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    )sql",
           owner, db.new_id<Task>(), enrolment, task.position, task.title, task.help, task.due);
}

}  // namespace primum::programmes
