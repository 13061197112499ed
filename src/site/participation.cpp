#include "site/participation.h"

namespace primum::site {
namespace {

Participation read(const store::Row& row) {
    return {.singular = row.get<std::string>(0),
            .plural = row.get<std::string>(1),
            .open = row.get<std::int64_t>(2)};
}

}  // namespace

std::vector<Participation> participation_of(const store::Reader& db, Day today) {
    return db.all(read, R"sql(
        SELECT k.singular, k.plural, count(*)
          FROM organisation_kinds k
          JOIN organisations o ON o.kind = k.code
         WHERE (o.opened IS NULL OR o.opened <= $1) AND (o.closed IS NULL OR o.closed >= $1)
         GROUP BY k.code, k.rank, k.singular, k.plural
         ORDER BY k.rank
    )sql",
                  today);
}

}  // namespace primum::site
