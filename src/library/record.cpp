#include "library/record.h"

#include <algorithm>
#include <ranges>

#include "json/writer.h"
#include "library/fields.h"
#include "library/index.h"
#include "organisations/tree.h"
#include "search/search.h"
#include "store/audit.h"

namespace primum::library {
namespace {

Version read_version(const store::Row& row) {
    return {.number = row.get<int>(0),
            .status = parse_status(row.get<std::string_view>(1)),
            .from = row.get<std::optional<Day>>(2),
            .fields = from_json(row.get<std::string_view>(3)),
            .note = row.get<std::string>(4),
            .made_by = row.get<std::string>(5),
            .made_at = row.get<Instant>(6)};
}

std::vector<Version> versions_of(const store::Reader& db, ItemId item) {
    return db.all(read_version, R"sql(
        SELECT v.number, v.status, v.from_day, v.body, v.note, COALESCE(p.name, ''), v.made_at
          FROM library_versions v
          LEFT JOIN people p ON p.id = v.made_by
         WHERE v.item_id = $1
         ORDER BY v.number
    )sql",
                  item);
}

/// What nobody keeps yet is kept at the top of the tree.
std::optional<OrganisationId> keeper_of(const store::Reader& db, const Record& record) {
    if (record.owner) return record.owner;
    const auto tops = organisations::tops(db);
    return tops.empty() ? std::nullopt : std::optional(tops.front());
}

void insert_version(store::Writer& db, const store::Stamp& stamp, ItemId item, int number,
                    const Draft& draft) {
    db.run(R"sql(
        INSERT INTO library_versions
               (item_id, number, status, from_day, body, note, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           item, number, name(draft.status), draft.from, to_json(draft.fields), draft.note,
           stamp.person, stamp.at);
}

std::string described(const Set& set, std::string_view code, int number, const Draft& draft) {
    json::Writer after;
    after.begin_object().member("set", set.code).member("code", code).member("version", number);
    after.member("status", name(draft.status));
    if (draft.from) after.member("from", iso_day(*draft.from));
    after.member("note", draft.note).end_object();
    return std::string(after.text());
}

/// A search shows what is agreed.
void tell_search(store::Writer& db, const Set& set, std::string_view code, const Draft& draft) {
    if (draft.status == Status::agreed) index(db, set, code, draft.fields);
    if (draft.status == Status::retired) search::remove(db, address(set.code, code).text());
}

Listed read_listed(const store::Row& row) {
    return {.code = row.get<std::string>(0),
            .status = parse_status(row.get<std::string_view>(1)),
            .version = row.get<int>(2),
            .draft_waits = row.get<std::optional<int>>(3).value_or(0) > row.get<int>(2),
            .fields = from_json(row.get<std::string_view>(4))};
}

News read_news(const store::Row& row) {
    return {.set = row.get<std::string>(0),
            .code = row.get<std::string>(1),
            .fields = from_json(row.get<std::string_view>(2)),
            .number = row.get<int>(3),
            .status = parse_status(row.get<std::string_view>(4)),
            .from = row.get<std::optional<Day>>(5),
            .note = row.get<std::string>(6),
            .made_by = row.get<std::string>(7),
            .made_at = row.get<Instant>(8)};
}

}  // namespace

const Version* Record::holding(Day day) const {
    for (const Version& version : versions | std::views::reverse)
        if (version.status != Status::draft && *version.from <= day) return &version;
    return nullptr;
}

const Version& Record::shown(Day day) const {
    const Version* version = holding(day);
    return version ? *version : latest();
}

const Version* Record::find(int number) const {
    const auto found = std::ranges::find(versions, number, &Version::number);
    return found == versions.end() ? nullptr : &*found;
}

std::optional<Record> find_record(const store::Reader& db, std::string_view set,
                                  std::string_view code) {
    const auto read = [](const store::Row& row) {
        return Record{.id = row.get<ItemId>(0),
                      .set = row.get<std::string>(1),
                      .code = row.get<std::string>(2),
                      .owner = row.get<std::optional<OrganisationId>>(3),
                      .owner_name = row.get<std::string>(4),
                      .rev = row.get<std::int64_t>(5),
                      .versions = {}};
    };
    auto record = db.one(read, R"sql(
        SELECT i.id, i.set_code, i.code, i.owner_id, COALESCE(o.name, ''), i.rev
          FROM library_items i
          LEFT JOIN organisations o ON o.id = i.owner_id
         WHERE i.set_code = $1 AND i.code = $2
    )sql",
                         set, code);
    if (record) record->versions = versions_of(db, record->id);
    return record;
}

bool may_edit(const store::Reader& db, const store::Scope& scope, const Record& record) {
    const auto keeper = keeper_of(db, record);
    return keeper && scope.can_write(*keeper);
}

bool add_version(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                 const Record& record, const Draft& draft) {
    const Set& set = *find_set(record.set);
    const auto keeper = scope.may_write(keeper_of(db, record).value());
    const auto changed = db.run(R"sql(
        UPDATE library_items SET rev = rev + 1, owner_id = $3 WHERE id = $1 AND rev = $2
    )sql",
                                record.id, record.rev, keeper.organisation());
    if (changed == 0) return false;
    const int number = record.latest().number + 1;
    insert_version(db, stamp, record.id, number, draft);
    tell_search(db, set, record.code, draft);
    store::record(db, keeper, stamp,
                  {.action = "library.change",
                   .object = record.id.text(),
                   .before = "",
                   .after = described(set, record.code, number, draft)});
    return true;
}

bool add_item(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
              const Set& set, OrganisationId owner, const Draft& draft) {
    const std::string code = code_of(set, draft.fields);
    const auto keeper = scope.may_write(owner);
    const auto id = db.new_id<Item>();
    const auto added = db.run(R"sql(
        INSERT INTO library_items (id, set_code, code, place, owner_id)
        VALUES ($1, $2, $3, (SELECT COALESCE(max(place), 0) + 1 FROM library_items
                              WHERE set_code = $2), $4)
        ON CONFLICT (set_code, code) DO NOTHING
    )sql",
                              id, set.code, code, keeper.organisation());
    if (added == 0) return false;
    insert_version(db, stamp, id, 1, draft);
    tell_search(db, set, code, draft);
    store::record(db, keeper, stamp,
                  {.action = "library.add",
                   .object = id.text(),
                   .before = "",
                   .after = described(set, code, 1, draft)});
    return true;
}

std::vector<Listed> list(const store::Reader& db, std::string_view set, Day day) {
    return db.all(read_listed, R"sql(
        SELECT i.code, v.status, v.number,
               (SELECT max(n.number) FROM library_versions n
                 WHERE n.item_id = i.id AND n.status = 'draft'),
               v.body
          FROM library_items i
          JOIN library_versions v ON v.item_id = i.id
         WHERE i.set_code = $1
           AND v.number = COALESCE((SELECT max(w.number) FROM library_versions w
                                     WHERE w.item_id = i.id AND w.status <> 'draft'
                                       AND w.from_day <= $2),
                                   (SELECT max(w.number) FROM library_versions w
                                     WHERE w.item_id = i.id))
         ORDER BY i.place, i.code
    )sql",
                  set, day);
}

std::vector<Count> counts(const store::Reader& db, Day day) {
    const auto read = [](const store::Row& row) {
        return Count{row.get<std::string>(0), row.get<std::size_t>(1)};
    };
    return db.all(read, R"sql(
        SELECT i.set_code, count(*)
          FROM library_items i
          JOIN library_versions v ON v.item_id = i.id
         WHERE v.status = 'agreed'
           AND v.number = (SELECT max(w.number) FROM library_versions w
                            WHERE w.item_id = i.id AND w.status <> 'draft' AND w.from_day <= $1)
         GROUP BY i.set_code
    )sql",
                  day);
}

std::vector<News> news(const store::Reader& db, std::size_t offset, std::size_t limit) {
    return db.all(read_news, R"sql(
        SELECT i.set_code, i.code, v.body, v.number, v.status, v.from_day, v.note,
               COALESCE(p.name, ''), v.made_at
          FROM library_versions v
          JOIN library_items i ON i.id = v.item_id
          LEFT JOIN people p ON p.id = v.made_by
         WHERE v.made_by IS NOT NULL OR v.number > 1
         ORDER BY v.made_at DESC, i.set_code, i.code, v.number DESC
         LIMIT $2 OFFSET $1
    )sql",
                  offset, limit);
}

std::size_t count_news(const store::Reader& db) {
    return db
        .one([](const store::Row& row) { return row.get<std::size_t>(0); }, R"sql(
            SELECT count(*) FROM library_versions WHERE made_by IS NOT NULL OR number > 1
        )sql")
        .value_or(0);
}

}  // namespace primum::library
