#include "programmes/programme_rows.h"

#include "json/writer.h"
#include "store/audit.h"
#include "store/scope.h"

namespace primum::programmes {

namespace {

store::Writable chain_of(const Programme& programme) {
    return store::Scope::system("the caller may change the owner of the programme")
        .may_write(programme.owner);
}

}  // namespace

void note(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
          std::string_view action, std::string_view object, std::string_view after) {
    store::record(db, chain_of(programme), stamp,
                  {.action = action, .object = object, .before = {}, .after = after});
}

std::string described(const Part& part, bool dated) {
    json::Writer json;
    json.begin_object();
    json.member("position", part.position);
    json.member("title", std::string_view(part.title));
    if (dated) {
        json.member("starts", std::string_view(iso_day(part.starts)));
        json.member("ends", std::string_view(iso_day(part.ends)));
    } else {
        json.member("starts_after_days", part.starts_after_days);
    }
    json.end_object();
    return std::string(json.text());
}

std::string described(const Task& task, bool dated) {
    json::Writer json;
    json.begin_object();
    json.member("position", task.position);
    json.member("title", std::string_view(task.title));
    if (dated)
        json.member("due", std::string_view(iso_day(task.due)));
    else
        json.member("due_after_days", task.due_after_days);
    json.end_object();
    return std::string(json.text());
}

void insert(store::Writer& db, ProgrammeId programme, const Part& part) {
    db.run(R"sql(
        INSERT INTO programme_parts (programme_id, position, part, title, who, kind, length_days,
                                     starts_after_days, output, prepare)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    )sql",
           programme, part.position, part.part, part.title, part.who, part.kind, part.length_days,
           part.starts_after_days, part.output, part.prepare);
}

void insert(store::Writer& db, ProgrammeId programme, const Task& task) {
    db.run(R"sql(
        INSERT INTO programme_tasks (programme_id, position, title, help, due_after_days)
        VALUES ($1, $2, $3, $4, $5)
    )sql",
           programme, task.position, task.title, task.help, task.due_after_days);
}

void insert(store::Writer& db, ProgrammeId programme, const std::vector<TeamRole>& roles) {
    int position = 0;
    for (const TeamRole& role : roles)
        db.run(R"sql(
            INSERT INTO programme_team_roles (programme_id, role, least, most, position)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
               programme, role.role, role.least, role.most, ++position);
}

void insert(store::Writer& db, ProgrammeId programme, const Check& check) {
    db.run(R"sql(
        INSERT INTO programme_checks (programme_id, position, kind, code, weight)
        VALUES ($1, $2, $3, $4, $5)
    )sql",
           programme, check.position, check.kind, check.code, check.weight);
}

}  // namespace primum::programmes
