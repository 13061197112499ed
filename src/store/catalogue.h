#pragma once
// Which tables a database has, so that all of it can be counted or copied.

#include <string>
#include <vector>

#include "store/db.h"
#include "store/engine.h"

namespace primum::store {

struct Column {
    std::string name;
    Value::Kind kind;
};

struct Table {
    std::string name;
    std::vector<Column> columns;           ///< as the table has them
    std::vector<std::string> primary_key;  ///< in its order
};

/// Every table but schema_migrations and what an engine makes of others (columns that are
/// generated, indices), the same list on both engines: a table comes after those that it refers to,
/// and before that by name.
std::vector<Table> tables_of(const Reader& db, Engine engine);

/// How many rows a table has.
std::int64_t count_rows(const Reader& db, const Table& table);

}  // namespace primum::store
