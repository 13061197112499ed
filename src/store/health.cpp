#include "store/health.h"

#include <fmt/format.h>

#include "store/audit.h"
#include "store/raw.h"

namespace primum::store {
namespace {

constexpr std::chrono::seconds kClocksMayDiffer{5};

std::int64_t number(const Row& row) {
    return row.get<std::int64_t>(0);
}

std::string sqlite_integrity(const Reader& db) {
    std::string advice;
    for (const std::string_view check : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"})
        Raw::run(db, check, {}, [&](const Row& row) {
            const auto answer = row.get<std::string>(0);
            if (answer != "ok")
                advice = fmt::format("{} says: {}. Restore the latest backup.", check, answer);
            return advice.empty();
        });
    return advice;
}

// What makes an acknowledged change one that survives a power cut.
std::string postgres_durability(const Reader& db) {
    for (const std::string_view name : {"fsync", "full_page_writes", "synchronous_commit"}) {
        const auto value = db.one([](const Row& row) { return row.get<std::string>(0); },
                                  "SELECT current_setting($1)", name);
        if (value == "off")
            return fmt::format("{} is off, so that a power cut loses changes: turn it on.", name);
    }
    return {};
}

std::string audit(const Reader& db, const Scope& system) {
    const auto bad = verify_audit(db, system);
    if (!bad) return {};
    return fmt::format(
        "entry {} of {} cannot be right: {}. Find out who could change the database,"
        " and compare with a backup.",
        bad->number, bad->owner.text(), bad->why);
}

// An organisation lies below itself; whoever lies above a parent lies above its child, for as long
// as both hold; and nobody else does. Step by step that is the whole closure.
std::string closure(const Reader& db) {
    const auto alone = db.one(number, R"sql(
        SELECT count(*)
          FROM organisations o
         WHERE NOT EXISTS (SELECT 1 FROM organisation_closure k
                            WHERE k.ancestor_id = o.id AND k.descendant_id = o.id AND k.depth = 0)
    )sql");
    const auto missing = db.one(number, R"sql(
        SELECT count(*)
          FROM organisation_parents l
          JOIN organisation_closure k ON k.descendant_id = l.parent_id
           AND k.valid_from <= l.valid_to AND l.valid_from <= k.valid_to
         WHERE NOT EXISTS (
               SELECT 1 FROM organisation_closure c
                WHERE c.ancestor_id = k.ancestor_id AND c.descendant_id = l.child_id
                  AND c.depth = k.depth + 1
                  AND c.valid_from = CASE WHEN k.valid_from > l.valid_from THEN k.valid_from
                                          ELSE l.valid_from END
                  AND c.valid_to = CASE WHEN k.valid_to < l.valid_to THEN k.valid_to
                                        ELSE l.valid_to END)
    )sql");
    const auto wrong = db.one(number, R"sql(
        SELECT count(*)
          FROM organisation_closure c
         WHERE c.depth > 0
           AND NOT EXISTS (
               SELECT 1 FROM organisation_parents l
                 JOIN organisation_closure k ON k.descendant_id = l.parent_id
                  AND k.ancestor_id = c.ancestor_id AND k.depth = c.depth - 1
                WHERE l.child_id = c.descendant_id
                  AND c.valid_from = CASE WHEN k.valid_from > l.valid_from THEN k.valid_from
                                          ELSE l.valid_from END
                  AND c.valid_to = CASE WHEN k.valid_to < l.valid_to THEN k.valid_to
                                        ELSE l.valid_to END)
    )sql");
    const std::int64_t faults = alone.value_or(0) + missing.value_or(0) + wrong.value_or(0);
    if (faults == 0) return {};
    return fmt::format(
        "{} rows of organisation_closure are missing or do not follow from"
        " organisation_parents: people see too much or too little. Restore the latest"
        " backup, and report it.",
        faults);
}

std::string clock(const Reader& db, Engine engine, const Scope& system) {
    const auto newest = db.one([](const Row& row) { return row.get<std::optional<Instant>>(0); },
                               "SELECT max(at) FROM audit_entries", system.everywhere());
    if (newest && *newest && **newest > db.now() + kClocksMayDiffer)
        return fmt::format("the newest change is of {}, which is to come: set the clock, with NTP.",
                           iso_instant(**newest));
    if (engine == Engine::sqlite) return {};
    const auto theirs = db.one([](const Row& row) { return row.get<Instant>(0); },
                               "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000"
                               " AS BIGINT)");
    if (theirs && std::chrono::abs(*theirs - system_clock().now()) > kClocksMayDiffer)
        return fmt::format("the database server's clock says {}: set both clocks, with NTP.",
                           iso_instant(*theirs));
    return {};
}

}  // namespace

std::vector<Finding> examine(Store& store) {
    if (store.steps_to_migrate() > 0)
        return {{"schema", "the database is of an older schema: run primum migrate."}};
    const auto db = store.read();
    const Engine engine = store.engine();
    const Scope system = Scope::system("primum doctor");
    std::vector<Finding> findings = {{"schema", ""}};
    if (engine == Engine::sqlite)
        findings.push_back({"integrity of the file", sqlite_integrity(*db)});
    else
        findings.push_back({"durability of the server", postgres_durability(*db)});
    findings.push_back({"audit chains", audit(*db, system)});
    findings.push_back({"tree of organisations", closure(*db)});
    findings.push_back({"clock", clock(*db, engine, system)});
    return findings;
}

}  // namespace primum::store
