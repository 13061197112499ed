#include "store/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "store/raw.h"

namespace primum::store {
namespace {

struct Questions {
    std::string_view tables;
    std::string_view columns;      // of table $1: name, type
    std::string_view primary_key;  // of table $1
    std::string_view parents;      // of table $1: the tables that it refers to
};

constexpr Questions kSqlite{
    .tables =
        "SELECT name FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    .columns = "SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
    .primary_key = "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
    .parents = "SELECT f.\"table\" FROM pragma_foreign_key_list($1) f",
};

constexpr Questions kPostgres{
    .tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
    .columns =
        "SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT)"
        "  FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER'"
        " ORDER BY ordinal_position",
    .primary_key =
        "SELECT a.attname FROM pg_index i"
        "  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
        " WHERE i.indrelid = CAST($1 AS regclass) AND i.indisprimary"
        " ORDER BY array_position(CAST(i.indkey AS int2[]), a.attnum)",
    .parents =
        "SELECT CAST(CAST(confrelid AS regclass) AS TEXT) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid = CAST($1 AS regclass)",
};

Value::Kind kind_of(std::string_view type) {
    if (type == "TEXT" || type == "text") return Value::Kind::text;
    if (type == "INTEGER" || type == "bigint") return Value::Kind::whole;
    if (type == "REAL" || type == "double precision") return Value::Kind::real;
    if (type == "BLOB" || type == "bytea") return Value::Kind::bytes;
    throw std::runtime_error(fmt::format("A table has a column of an unknown type, {}.", type));
}

std::vector<std::string> names(const Reader& db, std::string_view question,
                               std::span<const Value> values = {}) {
    std::vector<std::string> names;
    Raw::run(db, question, values, [&](const Row& row) {
        names.push_back(row.get<std::string>(0));
        return true;
    });
    return names;
}

std::vector<Column> columns_of(const Reader& db, const Questions& ask, const std::string& table) {
    std::vector<Column> columns;
    Raw::run(db, ask.columns, Values<1>(table), [&](const Row& row) {
        columns.push_back({row.get<std::string>(0), kind_of(row.get<std::string_view>(1))});
        return true;
    });
    return columns;
}

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

// Takes, again and again, the first whose parents have all been taken.
Names parents_first(const Reader& db, const Questions& ask, Names waiting) {
    std::ranges::sort(waiting);
    Names taken;
    while (!waiting.empty()) {
        const auto ready = std::ranges::find_if(waiting, [&](const std::string& name) {
            const Names parents = names(db, ask.parents, Values<1>(name));
            return std::ranges::all_of(parents, [&](const std::string& parent) {
                return parent == name || has(taken, parent);
            });
        });
        if (ready == waiting.end())
            throw std::runtime_error("Two tables of the schema refer to each other.");
        taken.push_back(*ready);
        waiting.erase(ready);
    }
    return taken;
}

}  // namespace

std::vector<Table> tables_of(const Reader& db, Engine engine) {
    const Questions& ask = engine == Engine::sqlite ? kSqlite : kPostgres;
    Names found = names(db, ask.tables);
    std::erase(found, "schema_migrations");
    std::vector<Table> tables;
    for (const std::string& name : parents_first(db, ask, std::move(found)))
        tables.push_back({.name = name,
                          .columns = columns_of(db, ask, name),
                          .primary_key = names(db, ask.primary_key, Values<1>(name))});
    return tables;
}

std::int64_t count_rows(const Reader& db, const Table& table) {
    std::int64_t count = 0;
    Raw::run(db, "SELECT count(*) FROM " + table.name, {}, [&](const Row& row) {
        count = row.get<std::int64_t>(0);
        return true;
    });
    return count;
}

}  // namespace primum::store
