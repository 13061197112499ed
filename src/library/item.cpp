#include "library/item.h"

#include "library/fields.h"
#include "library/set.h"

namespace primum::library {
namespace {

Item read_item(const store::Row& row) {
    return {.id = row.get<ItemId>(0),
            .set = row.get<std::string>(1),
            .code = row.get<std::string>(2),
            .version = row.get<int>(3),
            .status = parse_status(row.get<std::string_view>(4)),
            .from = row.get<std::optional<Day>>(5),
            .fields = from_json(row.get<std::string_view>(6))};
}

}  // namespace

std::string_view Item::operator[](std::string_view field) const {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> Item::list(std::string_view field) const {
    return parts_of((*this)[field]);
}

std::vector<Item> items_of(const store::Reader& db, std::string_view set, Day day) {
    return db.all(read_item, R"sql(
        SELECT i.id, i.set_code, i.code, v.number, v.status, v.from_day, v.body
          FROM library_items i
          JOIN library_versions v ON v.item_id = i.id
         WHERE i.set_code = $1 AND v.status = 'agreed'
           AND v.number = (SELECT max(w.number) FROM library_versions w
                            WHERE w.item_id = i.id AND w.status <> 'draft' AND w.from_day <= $2)
         ORDER BY i.place, i.code
    )sql",
                  set, day);
}

std::optional<Item> find_item(const store::Reader& db, std::string_view set, std::string_view code,
                              Day day) {
    return db.one(read_item, R"sql(
        SELECT i.id, i.set_code, i.code, v.number, v.status, v.from_day, v.body
          FROM library_items i
          JOIN library_versions v ON v.item_id = i.id
         WHERE i.set_code = $1 AND i.code = $2
           AND v.number = (SELECT max(w.number) FROM library_versions w
                            WHERE w.item_id = i.id AND w.status <> 'draft' AND w.from_day <= $3)
    )sql",
                  set, code, day);
}

}  // namespace primum::library
