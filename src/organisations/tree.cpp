#include "organisations/tree.h"

#include "organisations/read_organisation.h"

namespace primum::organisations {
namespace {

constexpr int kDeepest = 1000;

int deepest(const Wanted& wanted) {
    return wanted.search.empty() && !wanted.all_levels ? 1 : kDeepest;
}

/// For LIKE … ESCAPE '!': the text anywhere, whatever its capitals.
std::string anywhere(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern += '%';
}

}  // namespace

Kinds kinds_of(const store::Reader& db) {
    return Kinds(db.all(
        [](const store::Row& row) {
            return Kind{row.get<std::string>(0), row.get<int>(1), row.get<std::string>(2),
                        row.get<std::string>(3)};
        },
        R"sql(
            SELECT code, rank, singular, plural FROM organisation_kinds ORDER BY rank, code
        )sql"));
}

std::optional<Organisation> find_organisation(const store::Reader& db, OrganisationId id) {
    return db.one(read_organisation, R"sql(
        SELECT o.id,
               COALESCE((SELECT i.value FROM organisation_identifiers i
                          WHERE i.organisation_id = o.id
                          ORDER BY i.system = 'ods' DESC, i.system, i.value LIMIT 1), ''),
               o.name, o.kind, o.opened, o.closed, o.rev
          FROM organisations o
         WHERE o.id = $1
    )sql",
                  id);
}

std::optional<Organisation> find_by_code(const store::Reader& db, std::string_view code) {
    const auto id = db.one([](const store::Row& row) { return row.get<OrganisationId>(0); }, R"sql(
            SELECT organisation_id
              FROM organisation_identifiers
             WHERE value = $1
             ORDER BY system = 'ods' DESC, system
             LIMIT 1
        )sql",
                           normal_code(code));
    return id ? find_organisation(db, *id) : std::nullopt;
}

std::vector<OrganisationId> tops(const store::Reader& db) {
    return db.all([](const store::Row& row) { return row.get<OrganisationId>(0); }, R"sql(
        SELECT o.id
          FROM organisations o
         WHERE NOT EXISTS (SELECT 1 FROM organisation_parents p WHERE p.child_id = o.id)
         ORDER BY o.id
    )sql");
}

std::vector<ParentLink> links_of(const store::Reader& db, OrganisationId id) {
    return db.all(
        [](const store::Row& row) {
            return ParentLink{row.get<OrganisationId>(0), {row.get<Day>(1), row.get<Day>(2)}};
        },
        R"sql(
            SELECT parent_id, valid_from, valid_to
              FROM organisation_parents
             WHERE child_id = $1
             ORDER BY valid_from
        )sql",
        id);
}

std::vector<Organisation> path_to(const store::Reader& db, OrganisationId id, Day day) {
    return db.all(read_organisation, R"sql(
        SELECT o.id,
               COALESCE((SELECT i.value FROM organisation_identifiers i
                          WHERE i.organisation_id = o.id
                          ORDER BY i.system = 'ods' DESC, i.system, i.value LIMIT 1), ''),
               o.name, o.kind, o.opened, o.closed, o.rev
          FROM organisation_closure c
          JOIN organisations o ON o.id = c.ancestor_id
         WHERE c.descendant_id = $1 AND c.depth > 0 AND c.valid_from <= $2 AND c.valid_to >= $2
         ORDER BY c.depth DESC
    )sql",
                  id, day);
}

bool ever_below(const store::Reader& db, OrganisationId upper, OrganisationId lower) {
    return db
        .one([](const store::Row&) { return true; }, R"sql(
            SELECT 1 FROM organisation_closure WHERE ancestor_id = $1 AND descendant_id = $2
        )sql",
             upper, lower)
        .has_value();
}

std::vector<Organisation> below(const store::Reader& db, const store::ReadableTree& top,
                                const Wanted& wanted, std::size_t offset, std::size_t limit) {
    return db.all(read_organisation, R"sql(
        SELECT o.id,
               COALESCE((SELECT i.value FROM organisation_identifiers i
                          WHERE i.organisation_id = o.id
                          ORDER BY i.system = 'ods' DESC, i.system, i.value LIMIT 1), ''),
               o.name, o.kind, o.opened, o.closed, o.rev
          FROM organisation_closure c
          JOIN organisations o ON o.id = c.descendant_id
          JOIN organisation_kinds k ON k.code = o.kind
         WHERE c.ancestor_id = $1 AND c.depth BETWEEN 1 AND $3
           AND c.valid_from <= $2 AND c.valid_to >= $2
           AND (o.opened IS NULL OR o.opened <= $2)
           AND ($4 = 1 OR o.closed IS NULL OR o.closed >= $2)
           AND (lower(o.name) LIKE lower($5) ESCAPE '!'
                OR EXISTS (SELECT 1 FROM organisation_identifiers i
                            WHERE i.organisation_id = o.id
                              AND lower(i.value) LIKE lower($5) ESCAPE '!'))
         ORDER BY k.rank, lower(o.name), o.name, o.id
         LIMIT $6 OFFSET $7
    )sql",
                  top, wanted.day, deepest(wanted), wanted.closed_too, anywhere(wanted.search),
                  limit, offset);
}

std::size_t count_below(const store::Reader& db, const store::ReadableTree& top,
                        const Wanted& wanted) {
    return *db.one([](const store::Row& row) { return row.get<std::size_t>(0); }, R"sql(
        SELECT count(*)
          FROM organisation_closure c
          JOIN organisations o ON o.id = c.descendant_id
         WHERE c.ancestor_id = $1 AND c.depth BETWEEN 1 AND $3
           AND c.valid_from <= $2 AND c.valid_to >= $2
           AND (o.opened IS NULL OR o.opened <= $2)
           AND ($4 = 1 OR o.closed IS NULL OR o.closed >= $2)
           AND (lower(o.name) LIKE lower($5) ESCAPE '!'
                OR EXISTS (SELECT 1 FROM organisation_identifiers i
                            WHERE i.organisation_id = o.id
                              AND lower(i.value) LIKE lower($5) ESCAPE '!'))
    )sql",
                   top, wanted.day, deepest(wanted), wanted.closed_too, anywhere(wanted.search));
}

std::vector<Organisation> of_kind(const store::Reader& db, const store::ReadableTree& top,
                                  std::string_view kind, std::string_view search, Day day,
                                  std::size_t limit) {
    return db.all(read_organisation, R"sql(
        SELECT o.id,
               COALESCE((SELECT i.value FROM organisation_identifiers i
                          WHERE i.organisation_id = o.id
                          ORDER BY i.system = 'ods' DESC, i.system, i.value LIMIT 1), ''),
               o.name, o.kind, o.opened, o.closed, o.rev
          FROM organisation_closure c
          JOIN organisations o ON o.id = c.descendant_id
         WHERE c.ancestor_id = $1
           AND c.valid_from <= $2 AND c.valid_to >= $2
           AND (o.closed IS NULL OR o.closed >= $2)
           AND o.kind = $3
           AND (lower(o.name) LIKE lower($4) ESCAPE '!'
                OR EXISTS (SELECT 1 FROM organisation_identifiers i
                            WHERE i.organisation_id = o.id
                              AND lower(i.value) LIKE lower($4) ESCAPE '!'))
         ORDER BY lower(o.name), o.name, o.id
         LIMIT $5
    )sql",
                  top, day, kind, anywhere(search), limit);
}

std::vector<Organisation> of_greater_kind(const store::Reader& db, const store::ReadableTree& top,
                                          std::string_view kind, std::string_view search, Day day,
                                          std::size_t limit) {
    return db.all(read_organisation, R"sql(
        SELECT o.id,
               COALESCE((SELECT i.value FROM organisation_identifiers i
                          WHERE i.organisation_id = o.id
                          ORDER BY i.system = 'ods' DESC, i.system, i.value LIMIT 1), ''),
               o.name, o.kind, o.opened, o.closed, o.rev
          FROM organisation_closure c
          JOIN organisations o ON o.id = c.descendant_id
          JOIN organisation_kinds k ON k.code = o.kind
         WHERE c.ancestor_id = $1
           AND c.valid_from <= $2 AND c.valid_to >= $2
           AND (o.closed IS NULL OR o.closed >= $2)
           AND k.rank < (SELECT rank FROM organisation_kinds WHERE code = $3)
           AND (lower(o.name) LIKE lower($4) ESCAPE '!'
                OR EXISTS (SELECT 1 FROM organisation_identifiers i
                            WHERE i.organisation_id = o.id
                              AND lower(i.value) LIKE lower($4) ESCAPE '!'))
         ORDER BY k.rank, lower(o.name), o.name, o.id
         LIMIT $5
    )sql",
                  top, day, kind, anywhere(search), limit);
}

}  // namespace primum::organisations
