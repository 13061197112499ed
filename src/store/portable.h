#pragma once
// A whole installation in one file that both engines read: to move between them.
//
// Lines of JSON: one about the file with the number of rows to come, then for each table one with
// its columns and one a row, then one with the count of rows and the SHA-256 of all lines between
// the first and the last. Bytes are
// {"bytes":"hexadecimal digits"}.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "base/checked.h"
#include "store/store.h"

namespace primum::store {

/// Told now and then how many rows are done, of how many.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

struct Contents {
    std::int64_t rows = 0;
    std::string digest;  ///< the same for equal contents, on either engine
};

/// Writes all rows of all tables as of one moment. Open the store with longest_read 0.
Contents export_all(
    Store& store, std::ostream& out, const Progress& progress = [](std::size_t, std::size_t) {});

/// Fills an installation that has no people, organisations or audit entries yet, in one
/// transaction. Refuses another, and a file that is damaged or of another schema.
Checked<Contents> import_all(
    Store& store, std::istream& in, const Progress& progress = [](std::size_t, std::size_t) {});

}  // namespace primum::store
