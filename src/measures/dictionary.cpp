#include "measures/dictionary.h"

#include <algorithm>
#include <unordered_map>

#include "json/writer.h"
#include "language/language.h"
#include "measures/address.h"
#include "measures/sharing.h"
#include "search/search.h"
#include "spc/names.h"
#include "store/audit.h"

namespace primum::measures {
namespace {

Measure read_head(const store::Row& row) {
    return {.id = row.get<MeasureId>(0),
            .owner = row.get<OrganisationId>(1),
            .code = row.get<std::string>(2),
            .library_code = row.get<std::string>(3),
            .copied_from = row.get<std::string>(4),
            .status = parse_status(row.get<std::string>(5)).value_or(Status::draft),
            .rev = row.get<std::int64_t>(6),
            .versions = {}};
}

std::pair<MeasureId, Version> read_version(const store::Row& row) {
    return {
        row.get<MeasureId>(0),
        {.number = static_cast<int>(row.get<std::int64_t>(1)),
         .from = row.get<Day>(2),
         .breaks = row.get<bool>(3),
         .says = {.name = row.get<std::string>(4),
                  .kind = parse_kind(row.get<std::string>(5)).value_or(Kind::outcome),
                  .numerator = row.get<std::string>(6),
                  .denominator = row.get<std::string>(7),
                  .exclusions = row.get<std::string>(8),
                  .source = row.get<std::string>(9),
                  .sampling = row.get<std::string>(10),
                  .unit = row.get<std::string>(11),
                  .multiplier = row.get<double>(12),
                  .frequency = parse_frequency(row.get<std::string>(13)).value_or(Frequency::month),
                  .chart = spc::chart_named(row.get<std::string>(14)).value_or(spc::Chart::run),
                  .better = parse_better(row.get<std::string>(15)).value_or(spc::Better::neutral),
                  .goal = row.get<std::string>(16),
                  .steward = row.get<std::string>(17)},
         .reason = row.get<std::string>(18),
         .added_by = row.get<std::optional<std::string>>(19).value_or(""),
         .added_at = row.get<Instant>(20)}};
}

std::vector<Version> versions_of(const store::Reader& db, const MeasureId& id) {
    const auto rows = db.all(read_version, R"sql(
        SELECT v.measure_id, v.number, v.valid_from, v.breaks, v.name, v.kind, v.numerator,
               v.denominator, v.exclusions, v.source, v.sampling, v.unit, v.multiplier, v.frequency,
               v.chart, v.better, v.goal, v.steward, v.reason, p.name, v.added_at
          FROM measure_versions v LEFT JOIN people p ON p.id = v.added_by
         WHERE v.measure_id = $1 ORDER BY v.valid_from
    )sql",
                             id);
    std::vector<Version> versions;
    versions.reserve(rows.size());
    for (const auto& [measure, version] : rows)
        versions.push_back(version);
    return versions;
}

std::optional<Measure> whole(const store::Reader& db, std::optional<Measure> head) {
    if (!head) return std::nullopt;
    head->versions = versions_of(db, head->id);
    return head;
}

std::string in_json(std::string_view code, Status status, const Version& version) {
    json::Writer document;
    document.begin_object()
        .member("code", code)
        .member("status", name(status))
        .member("version", version.number)
        .member("from", iso_day(version.from))
        .member("breaks", version.breaks)
        .member("name", version.says.name)
        .member("numerator", version.says.numerator)
        .member("denominator", version.says.denominator)
        .member("reason", version.reason)
        .end_object();
    return std::string(document.text());
}

void insert_version(store::Writer& db, const MeasureId& id, const store::Stamp& stamp,
                    const Version& version) {
    const Definition& says = version.says;
    db.run(R"sql(
        INSERT INTO measure_versions (measure_id, number, valid_from, breaks, name, kind, numerator,
                                      denominator, exclusions, source, sampling, unit, multiplier,
                                      frequency, chart, better, goal, steward, reason, added_by,
                                      added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21)
    )sql",
           id, version.number, version.from, version.breaks, says.name, name(says.kind),
           says.numerator, says.denominator, says.exclusions, says.source, says.sampling, says.unit,
           says.multiplier, name(says.frequency), spc::name_of(says.chart), name(says.better),
           says.goal, says.steward, version.reason, stamp.person, stamp.at);
}

/// Drafts are their keepers' business.
void put_into_search(store::Writer& db, const std::string& code, Status status,
                     const Definition& says) {
    const std::string path(measure_address(code).text());
    if (status == Status::draft) return search::remove(db, path);
    search::put(db, {.kind = language::sentence("Definition"),
                     .path = path,
                     .title = says.name,
                     .summary = says.numerator,
                     .body = code + ". " + says.denominator + ". " + says.exclusions + ". " +
                             says.source + ". " + says.sampling + ". " + says.unit + ". " +
                             says.goal + ". " + says.steward});
}

}  // namespace

std::vector<Measure> all_measures(const store::Reader& db, const store::Scope& scope) {
    auto all = db.all(read_head, R"sql(
        SELECT id, owner_id, code, library_code, copied_from, status, rev FROM measures ORDER BY code
    )sql");
    std::erase_if(all, [&](const Measure& measure) {
        return measure.status == Status::draft && !scope.can_read(measure.owner);
    });
    std::unordered_map<MeasureId, std::vector<Version>> versions;
    const auto take = [&](const store::Row& row) {
        auto [measure, version] = read_version(row);
        versions[measure].push_back(std::move(version));
    };
    db.each(take, R"sql(
        SELECT v.measure_id, v.number, v.valid_from, v.breaks, v.name, v.kind, v.numerator,
               v.denominator, v.exclusions, v.source, v.sampling, v.unit, v.multiplier, v.frequency,
               v.chart, v.better, v.goal, v.steward, v.reason, p.name, v.added_at
          FROM measure_versions v LEFT JOIN people p ON p.id = v.added_by
         ORDER BY v.measure_id, v.valid_from
    )sql");
    for (Measure& measure : all)
        measure.versions = std::move(versions[measure.id]);
    return all;
}

std::optional<Measure> find_measure(const store::Reader& db, MeasureId id) {
    return whole(db, db.one(read_head, R"sql(
        SELECT id, owner_id, code, library_code, copied_from, status, rev FROM measures WHERE id = $1
    )sql",
                            id));
}

std::optional<Measure> find_measure_by_code(const store::Reader& db, std::string_view code) {
    return whole(db, db.one(read_head, R"sql(
        SELECT id, owner_id, code, library_code, copied_from, status, rev FROM measures WHERE code = $1
    )sql",
                            code));
}

std::optional<Measure> find_measure_by_library(const store::Reader& db, std::string_view code) {
    return whole(db, db.one(read_head, R"sql(
        SELECT id, owner_id, code, library_code, copied_from, status, rev FROM measures
         WHERE library_code = $1 ORDER BY added_at, id
    )sql",
                            code));
}

std::map<std::string, std::string, std::less<>> codes_by_library(const store::Reader& db) {
    std::map<std::string, std::string, std::less<>> codes;
    db.each(
        [&](const store::Row& row) {
            codes.try_emplace(row.get<std::string>(0), row.get<std::string>(1));
        },
        R"sql(
        SELECT library_code, code FROM measures
         WHERE library_code <> '' AND status <> 'draft' ORDER BY added_at, id
    )sql");
    return codes;
}

MeasureId add_measure(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                      const std::string& code, const std::string& library_code, Status status,
                      const Version& first, const std::string& copied_from) {
    const auto id = db.new_id<Measure>();
    db.run(R"sql(
        INSERT INTO measures (id, owner_id, code, library_code, copied_from, status, added_by,
                              added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           id, owner.organisation(), code, library_code, copied_from, name(status), stamp.person,
           stamp.at);
    insert_version(db, id, stamp, first);
    put_into_search(db, code, status, first.says);
    store::record(db, owner, stamp,
                  {.action = "measures.add_measure",
                   .object = id.text(),
                   .before = "",
                   .after = in_json(code, status, first)});
    return id;
}

bool add_version(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Measure& before, const Version& version) {
    const auto changed = db.run(R"sql(
        UPDATE measures SET rev = rev + 1 WHERE id = $1 AND owner_id = $2 AND rev = $3
    )sql",
                                before.id, owner.organisation(), before.rev);
    if (changed == 0) return false;
    Version next = version;
    next.number = before.latest().number + 1;
    insert_version(db, before.id, stamp, next);
    put_into_search(db, before.code, before.status, next.says);
    for (const Series& series :
         all_series_of(db, store::Scope::system("series are found by the new words"), before.id))
        if (series.audience == Audience::everyone) tell_search(db, series);
    store::record(db, owner, stamp,
                  {.action = "measures.add_version",
                   .object = before.id.text(),
                   .before = in_json(before.code, before.status, before.latest()),
                   .after = in_json(before.code, before.status, next)});
    return true;
}

bool save_draft(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                const Measure& before, const Version& version) {
    const auto changed = db.run(R"sql(
        UPDATE measures SET rev = rev + 1
         WHERE id = $1 AND owner_id = $2 AND rev = $3 AND status = 'draft'
    )sql",
                                before.id, owner.organisation(), before.rev);
    if (changed == 0) return false;
    db.run(R"sql(
        DELETE FROM measure_versions WHERE measure_id = $1 AND number = $2
    )sql",
           before.id, before.latest().number);
    Version again = version;
    again.number = before.latest().number;
    insert_version(db, before.id, stamp, again);
    store::record(db, owner, stamp,
                  {.action = "measures.save_draft",
                   .object = before.id.text(),
                   .before = in_json(before.code, before.status, before.latest()),
                   .after = in_json(before.code, before.status, again)});
    return true;
}

bool save_status(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Measure& before, Status status) {
    const auto changed = db.run(R"sql(
        UPDATE measures SET status = $4, rev = rev + 1 WHERE id = $1 AND owner_id = $2 AND rev = $3
    )sql",
                                before.id, owner.organisation(), before.rev, name(status));
    if (changed == 0) return false;
    put_into_search(db, before.code, status, before.now());
    store::record(db, owner, stamp,
                  {.action = "measures.save_status",
                   .object = before.id.text(),
                   .before = in_json(before.code, before.status, before.latest()),
                   .after = in_json(before.code, status, before.latest())});
    return true;
}

}  // namespace primum::measures
