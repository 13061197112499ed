#pragma once
// A whole installation in one file that both engines read: to move between them.
//
// Lines of JSON: one about the file, then for each table one with its columns and one a row, then
// one with the count of rows and the SHA-256 of all lines between the first and the last. Bytes are
// {"bytes":"hexadecimal digits"}.

#include <cstdint>
#include <iosfwd>
#include <string>

#include "base/checked.h"
#include "store/store.h"

namespace primum::store {

struct Contents {
    std::int64_t rows = 0;
    std::string digest;  ///< the same for equal contents, on either engine
};

/// Writes all rows of all tables as of one moment. Open the store with longest_read 0.
Contents export_all(Store& store, std::ostream& out);

/// Fills an installation that has no people, organisations or audit entries yet, in one
/// transaction. Refuses another, and a file that is damaged or of another schema.
Checked<Contents> import_all(Store& store, std::istream& in);

}  // namespace primum::store
