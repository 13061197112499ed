#pragma once
// An organisation out of a row of the columns id, code, name, kind, opened, closed, rev.

#include "organisations/organisation.h"
#include "store/row.h"

namespace primum::organisations {

inline Organisation read_organisation(const store::Row& row) {
    return {.id = row.get<OrganisationId>(0),
            .code = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .kind = row.get<std::string>(3),
            .opened = row.get<std::optional<Day>>(4),
            .closed = row.get<std::optional<Day>>(5),
            .rev = row.get<std::int64_t>(6)};
}

}  // namespace primum::organisations
