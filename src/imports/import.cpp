#include "imports/import.h"

#include <array>
#include <chrono>
#include <span>
#include <utility>

#include "crypto/hash.h"
#include "language/language.h"

namespace primum::imports {
namespace {

using language::sentence;

constexpr std::array<std::pair<std::string_view, const char*>, 4> kStates = {
    {{"waiting", sentence("Not confirmed")},
     {"running", sentence("Being imported")},
     {"done", sentence("Imported")},
     {"undone", sentence("Undone")}}};

State parse_state(std::string_view text) {
    for (std::size_t i = 0; i < kStates.size(); ++i)
        if (kStates[i].first == text) return static_cast<State>(i);
    return State::waiting;
}

std::string text_of(const std::optional<store::Bytes>& content) {
    if (!content) return {};
    return {reinterpret_cast<const char*>(content->data()), content->size()};
}

Import read_import(const store::Row& row) {
    return {.id = row.get<ImportId>(0),
            .organisation = row.get<OrganisationId>(1),
            .file_name = row.get<std::string>(2),
            .digest = row.get<std::string>(3),
            .content = text_of(row.get<std::optional<store::Bytes>>(4)),
            .sheet = row.get<std::string>(5),
            .mapping = row.get<std::string>(6),
            .measure = row.get<std::string>(7),
            .state = parse_state(row.get<std::string>(8)),
            .series = row.get<std::int64_t>(9),
            .done = row.get<std::int64_t>(10),
            .counts = {.added = row.get<std::int64_t>(11),
                       .changed = row.get<std::int64_t>(12),
                       .unchanged = row.get<std::int64_t>(13),
                       .left_out = row.get<std::int64_t>(14)},
            .maker = row.get<std::optional<PersonId>>(20),
            .made_by = row.get<std::string>(15),
            .made_at = row.get<Instant>(16),
            .undone_by = row.get<std::string>(17),
            .undone_at = row.get<std::optional<Instant>>(18),
            .rev = row.get<std::int64_t>(19)};
}

}  // namespace

std::string_view name(State state) {
    return kStates[static_cast<std::size_t>(state)].first;
}
const char* label(State state) {
    return kStates[static_cast<std::size_t>(state)].second;
}

ImportId add_import(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Import& import) {
    const auto id = db.new_id<Import>();
    std::optional<std::span<const std::byte>> content;
    if (!import.content.empty()) content = std::as_bytes(std::span(import.content));
    db.run(R"sql(
        INSERT INTO imports (organisation_id, id, file_name, digest, content, sheet, mapping,
                             measure_code, state, series, left_out, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    )sql",
           organisation, id, import.file_name, import.digest, content, import.sheet, import.mapping,
           import.measure, name(import.state), import.series, import.counts.left_out, stamp.person,
           stamp.at);
    return id;
}

std::optional<Import> find_import(const store::Reader& db, const store::Readable& organisation,
                                  ImportId id) {
    return db.one(read_import, R"sql(
        SELECT i.id, i.organisation_id, i.file_name, i.digest, i.content, i.sheet, i.mapping,
               i.measure_code, i.state, i.series, i.done, i.added, i.changed, i.unchanged,
               i.left_out, COALESCE(p.name, ''), i.made_at, COALESCE(u.name, ''), i.undone_at, i.rev,
               i.made_by
          FROM imports i
          LEFT JOIN people p ON p.id = i.made_by
          LEFT JOIN people u ON u.id = i.undone_by
         WHERE i.organisation_id = $1 AND i.id = $2
    )sql",
                  organisation, id);
}

std::vector<Import> imports_of(const store::Reader& db, const store::Readable& organisation) {
    return db.all(read_import, R"sql(
        SELECT i.id, i.organisation_id, i.file_name, i.digest, NULL, i.sheet, i.mapping,
               i.measure_code, i.state, i.series, i.done, i.added, i.changed, i.unchanged,
               i.left_out, COALESCE(p.name, ''), i.made_at, COALESCE(u.name, ''), i.undone_at, i.rev,
               i.made_by
          FROM imports i
          LEFT JOIN people p ON p.id = i.made_by
          LEFT JOIN people u ON u.id = i.undone_by
         WHERE i.organisation_id = $1
         ORDER BY i.made_at DESC, i.id DESC
         LIMIT 200
    )sql",
                  organisation);
}

std::optional<Import> latest_of_file(const store::Reader& db, const store::Readable& organisation,
                                     std::string_view digest, State state) {
    return db.one(read_import, R"sql(
        SELECT i.id, i.organisation_id, i.file_name, i.digest, NULL, i.sheet, i.mapping,
               i.measure_code, i.state, i.series, i.done, i.added, i.changed, i.unchanged,
               i.left_out, '', i.made_at, '', i.undone_at, i.rev, i.made_by
          FROM imports i
         WHERE i.organisation_id = $1 AND i.digest = $2 AND i.state = $3
         ORDER BY i.made_at DESC, i.id DESC LIMIT 1
    )sql",
                  organisation, digest, name(state));
}

bool save_import(store::Writer& db, const store::Writable& organisation, const Import& import) {
    return db.run(R"sql(
        UPDATE imports
           SET sheet = $3, mapping = $4, measure_code = $5, state = $6, series = $7, done = $8,
               added = $9, changed = $10, unchanged = $11, left_out = $12,
               content = CASE WHEN $6 IN ('waiting', 'running') THEN content ELSE NULL END,
               rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $13
    )sql",
                  organisation, import.id, import.sheet, import.mapping, import.measure,
                  name(import.state), import.series, import.done, import.counts.added,
                  import.counts.changed, import.counts.unchanged, import.counts.left_out,
                  import.rev) > 0;
}

void remove_import(store::Writer& db, const store::Writable& organisation, const Import& import) {
    db.run("DELETE FROM imports WHERE organisation_id = $1 AND id = $2", organisation, import.id);
}

void forget_waiting(store::Writer& db, const store::Writable& organisation, Instant before) {
    db.run(R"sql(
        DELETE FROM imports WHERE organisation_id = $1 AND state = 'waiting' AND made_at < $2
    )sql",
           organisation, before);
}

std::optional<Import> next_running(const store::Reader& db, const store::Scope& system) {
    return db.one(read_import, R"sql(
        SELECT i.id, i.organisation_id, i.file_name, i.digest, i.content, i.sheet, i.mapping,
               i.measure_code, i.state, i.series, i.done, i.added, i.changed, i.unchanged,
               i.left_out, COALESCE(p.name, ''), i.made_at, '', i.undone_at, i.rev, i.made_by
          FROM imports i
          LEFT JOIN people p ON p.id = i.made_by
         WHERE i.state = 'running' AND i.content IS NOT NULL
         ORDER BY i.made_at, i.id LIMIT 1
    )sql",
                  system.everywhere());
}

std::optional<Remembered> find_mapping(const store::Reader& db, const store::Readable& organisation,
                                       std::string_view headings) {
    return db.one(
        [](const store::Row& row) {
            return Remembered{row.get<std::string>(0), row.get<std::string>(1)};
        },
        R"sql(
            SELECT mapping, measure_code FROM import_mappings
             WHERE organisation_id = $1 AND headings = $2
        )sql",
        organisation, crypto::sha256_hex(headings));
}

void remember_mapping(store::Writer& db, const store::Writable& organisation,
                      const store::Stamp& stamp, std::string_view headings,
                      const Remembered& mapping) {
    db.run(R"sql(
        INSERT INTO import_mappings (organisation_id, headings, mapping, measure_code, made_by,
                                     made_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, headings)
        DO UPDATE SET mapping = excluded.mapping, measure_code = excluded.measure_code,
                      made_by = excluded.made_by, made_at = excluded.made_at
    )sql",
           organisation, crypto::sha256_hex(headings), mapping.mapping, mapping.measure,
           stamp.person, stamp.at);
}

}  // namespace primum::imports
