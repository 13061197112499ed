#include "library/stock.h"

#include <algorithm>
#include <set>
#include <span>
#include <stdexcept>

#include "csv/table.h"
#include "json/writer.h"
#include "library/content_files.h"
#include "library/fields.h"
#include "library/index.h"
#include "library/set.h"
#include "organisations/tree.h"
#include "store/audit.h"

namespace primum::library {
namespace {

// SQLite walks all of a transaction's journal after each statement: many small ones are quicker.
constexpr std::size_t kBatch = 40;

struct NewItem {
    std::string code;
    std::size_t place;
    Fields fields;
};

std::vector<NewItem> rows_of(const Set& set, std::string_view csv) {
    const auto table = csv::parse_table(csv);
    if (!table) throw std::logic_error(table.error().sentence);
    std::vector<NewItem> items;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        Fields fields;
        for (std::size_t column = 0; column < table->columns(); ++column)
            fields.emplace(table->heading(column), table->cell(row, column));
        std::string code = code_of(set, fields);
        items.push_back({std::move(code), row + 1, std::move(fields)});
    }
    return items;
}

std::set<std::string> codes_in(const store::Reader& db, std::string_view set) {
    const auto codes = db.all([](const store::Row& row) { return row.get<std::string>(0); },
                              "SELECT code FROM library_items WHERE set_code = $1", set);
    return {codes.begin(), codes.end()};
}

void put_in(store::Writer& db, const Set& set, const NewItem& item,
            const std::optional<OrganisationId>& owner, Day from) {
    const auto id = db.new_id<Item>();
    db.run(R"sql(
        INSERT INTO library_items (id, set_code, code, place, owner_id) VALUES ($1, $2, $3, $4, $5)
    )sql",
           id, set.code, item.code, item.place, owner);
    db.run(R"sql(
        INSERT INTO library_versions (item_id, number, status, from_day, body, made_at)
        VALUES ($1, 1, 'agreed', $2, $3, $4)
    )sql",
           id, from, to_json(item.fields), std::min<Instant>(db.now(), from));
    index(db, set, item.code, item.fields);
}

void put_all(store::Store& store, const Set& set, std::span<const NewItem> items, Day from) {
    while (!items.empty()) {
        const auto batch = items.first(std::min(kBatch, items.size()));
        store.write([&](store::Writer& db) {
            // Another server may have begun at the same time.
            const auto there = codes_in(db, set.code);
            const auto tops = organisations::tops(db);
            const auto owner = tops.empty() ? std::nullopt : std::optional(tops.front());
            std::size_t count = 0;
            for (const NewItem& item : batch) {
                if (there.contains(item.code)) continue;
                put_in(db, set, item, owner, from);
                ++count;
            }
            if (count == 0) return;
            json::Writer after;
            after.begin_object().member("items", count).end_object();
            store::record(db, {.person = {}, .at = db.now(), .request = "stock"},
                          {.action = "library.stock",
                           .object = set.code,
                           .before = "",
                           .after = after.text()});
        });
        items = items.subspan(batch.size());
    }
}

}  // namespace

void stock(store::Store& store, Day from) {
    for (const auto& [code, csv] : content_files()) {
        const Set* set = find_set(code);
        if (!set) throw std::logic_error("content/library has a file that no set is made of");
        auto items = rows_of(*set, csv);
        const auto there = codes_in(*store.read(), code);
        std::erase_if(items, [&](const NewItem& item) { return there.contains(item.code); });
        put_all(store, *set, items, from);
    }
}

}  // namespace primum::library
