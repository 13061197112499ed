#include "organisations/history.h"

namespace primum::organisations {
namespace {

Relative read_relative(const store::Row& row) {
    return {row.get<OrganisationId>(0), row.get<std::string>(1), row.get<Day>(2)};
}

}  // namespace

std::vector<FormerName> former_names_of(const store::Reader& db, OrganisationId id) {
    return db.all(
        [](const store::Row& row) { return FormerName{row.get<std::string>(0), row.get<Day>(1)}; },
        R"sql(
            SELECT name, valid_to
              FROM organisation_names
             WHERE organisation_id = $1
             ORDER BY valid_to DESC, id DESC
        )sql",
        id);
}

std::vector<Identifier> identifiers_of(const store::Reader& db, OrganisationId id) {
    return db.all(
        [](const store::Row& row) {
            return Identifier{row.get<std::string>(0), row.get<std::string>(1)};
        },
        R"sql(
            SELECT system, value
              FROM organisation_identifiers
             WHERE organisation_id = $1
             ORDER BY system = 'ods' DESC, system, value
        )sql",
        id);
}

std::vector<Relative> successors_of(const store::Reader& db, OrganisationId id) {
    return db.all(read_relative, R"sql(
        SELECT o.id, o.name, s.on_day
          FROM organisation_successions s
          JOIN organisations o ON o.id = s.successor_id
         WHERE s.predecessor_id = $1
         ORDER BY s.on_day, o.name
    )sql",
                  id);
}

std::vector<Relative> predecessors_of(const store::Reader& db, OrganisationId id) {
    return db.all(read_relative, R"sql(
        SELECT o.id, o.name, s.on_day
          FROM organisation_successions s
          JOIN organisations o ON o.id = s.predecessor_id
         WHERE s.successor_id = $1
         ORDER BY s.on_day, o.name
    )sql",
                  id);
}

std::string name_on(const std::vector<FormerName>& former, const Organisation& now, Day day) {
    std::string name = now.name;
    for (const FormerName& earlier : former)  // the latest first
        if (day <= earlier.until) name = earlier.name;
    return name;
}

}  // namespace primum::organisations
