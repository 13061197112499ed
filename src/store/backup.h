#pragma once
// Copies of a SQLite database, made while it is in use, and put back.

#include <string>

#include "base/checked.h"
#include "base/instant.h"
#include "store/manifest.h"

namespace primum::store {

/// Copies the database as of one moment into `file`, which must not exist yet, and describes it in
/// `file`.manifest.json. The file gets its name when it has been read again and found whole.
Checked<Manifest> back_up(const std::string& database, const std::string& file, Instant now);

/// Makes `database`, which must not exist yet, from a backup that is what its manifest says.
Checked<Manifest> restore(const std::string& file, const std::string& database);

}  // namespace primum::store
