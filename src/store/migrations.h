#pragma once
// The numbered history of the schema, which the executable carries with it.
//
// One text serves both engines: {id} is the type of an id, {int} of a whole number, {real} of a
// double, {blob} of bytes, {json} of a document, kept as it was written; {counter} of a number that
// the database gives; {strict} ends a table. What only one engine is told stands between
// {only sqlite} or {only postgres} and {end}.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "store/connection.h"
#include "store/engine.h"

namespace primum::store {

struct MigrationFile {
    std::string_view file;  ///< "0001_house.sql"
    std::string_view text;
};

/// Those of schema/, in their order.
std::span<const MigrationFile> migration_files();

struct Migration {
    int number = 0;
    std::string_view file;
    std::string_view text;
    std::string sha256;  ///< of the text
};

std::vector<Migration> migrations();

/// The text in the engine's own words.
std::string translated(std::string_view text, Engine engine);

/// What this database has still to be told. Throws std::runtime_error with a sentence for the
/// operator where it has been told more than this program knows, or something else.
std::vector<Migration> pending_migrations(Connection& db);

/// Runs one and records it, inside the caller's transaction.
void apply(Connection& db, const Migration& migration, Instant now);

}  // namespace primum::store
