#include "partners/links.h"

#include "html/html.h"

namespace primum::partners {
namespace {

Check read_check(const store::Row& row) {
    return {.address = row.get<std::string>(0),
            .at = row.get<Instant>(1),
            .status = row.get<int>(2),
            .problem = row.get<std::string>(3),
            .dead_since = row.get<std::optional<Instant>>(4)};
}

}  // namespace

std::vector<Link> links(const store::Reader& db) {
    auto found = db.all(
        [](const store::Row& row) {
            return Link{row.get<std::string>(0), row.get<std::string>(1),
                        std::string(html::url("/partners/{}", row.get<std::string>(2)).text())};
        },
        "SELECT link, name, code FROM partners WHERE link <> '' ORDER BY name, code");
    // Of a resource its latest version counts.
    db.each(
        [&](const store::Row& row) {
            found.push_back(
                {row.get<std::string>(0), row.get<std::string>(1),
                 std::string(html::url("/resources/{}", row.get<std::string>(2)).text())});
        },
        R"sql(
            SELECT v.link, r.title, r.id
              FROM resources r JOIN resource_versions v ON v.resource_id = r.id
             WHERE r.status = 'published' AND v.link <> ''
               AND v.number = (SELECT max(w.number) FROM resource_versions w
                                WHERE w.resource_id = r.id)
             ORDER BY r.title, r.id
        )sql");
    return found;
}

std::optional<Check> find_check(const store::Reader& db, std::string_view address) {
    return db.one(read_check, R"sql(
        SELECT link, checked_at, status, problem, dead_since FROM link_checks WHERE link = $1
    )sql",
                  address);
}

std::vector<Check> checks(const store::Reader& db) {
    return db.all(read_check, R"sql(
        SELECT link, checked_at, status, problem, dead_since FROM link_checks ORDER BY link
    )sql");
}

void save_check(store::Writer& db, std::string_view address, Instant at, int status,
                std::string_view problem) {
    const auto before = find_check(db, address);
    std::optional<Instant> dead_since;
    if (!problem.empty()) dead_since = before && before->dead_since ? *before->dead_since : at;
    db.run(R"sql(
        INSERT INTO link_checks (link, checked_at, status, problem, dead_since)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (link) DO UPDATE
           SET checked_at = excluded.checked_at, status = excluded.status,
               problem = excluded.problem, dead_since = excluded.dead_since
    )sql",
           address, at, status, problem, dead_since);
}

void forget_checks(store::Writer& db) {
    db.run(R"sql(
        DELETE FROM link_checks
         WHERE link NOT IN (SELECT link FROM partners)
           AND link NOT IN (SELECT link FROM resource_versions)
    )sql");
}

}  // namespace primum::partners
