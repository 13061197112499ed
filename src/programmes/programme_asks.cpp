// What a programme asks of a team: who is on it, and what is looked at before it applies.

#include "programmes/programme.h"

#include "json/writer.h"
#include "programmes/programme_rows.h"

namespace primum::programmes {

namespace {

bool raise_rev(store::Writer& db, const Programme& programme) {
    return db.run("UPDATE programmes SET rev = rev + 1 WHERE id = $1 AND rev = $2", programme.id,
                  programme.rev) == 1;
}

}  // namespace

std::vector<TeamRole> team_roles_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(
        [](const store::Row& row) {
            return TeamRole{
                .role = row.get<std::string>(0), .least = row.get<int>(1), .most = row.get<int>(2)};
        },
        R"sql(
            SELECT role, least, most FROM programme_team_roles
             WHERE programme_id = $1 ORDER BY position
        )sql",
        programme);
}

std::vector<Check> checks_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(
        [](const store::Row& row) {
            return Check{.position = row.get<int>(0),
                         .kind = row.get<std::string>(1),
                         .code = row.get<std::string>(2),
                         .weight = row.get<std::string>(3)};
        },
        R"sql(
            SELECT position, kind, code, weight FROM programme_checks
             WHERE programme_id = $1 ORDER BY position
        )sql",
        programme);
}

bool save_team_roles(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const std::vector<TeamRole>& roles) {
    if (!raise_rev(db, programme)) return false;
    db.run("DELETE FROM programme_team_roles WHERE programme_id = $1", programme.id);
    insert(db, programme.id, roles);
    json::Writer json;
    json.begin_object();
    for (const TeamRole& role : roles)
        json.key(role.role).begin_array().value(role.least).value(role.most).end_array();
    json.end_object();
    note(db, stamp, programme, "programmes.save_roles", programme.id.text(), json.text());
    return true;
}

bool save_checks(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                 const std::vector<Check>& checks) {
    if (!raise_rev(db, programme)) return false;
    json::Writer json;
    json.begin_object();
    for (const Check& check : checks) {
        db.run(R"sql(
            UPDATE programme_checks SET weight = $3, rev = rev + 1
             WHERE programme_id = $1 AND position = $2 AND weight <> $3
        )sql",
               programme.id, check.position, check.weight);
        json.member(check.kind + ":" + check.code, std::string_view(check.weight));
    }
    json.end_object();
    note(db, stamp, programme, "programmes.save_checks", programme.id.text(), json.text());
    return true;
}

}  // namespace primum::programmes
