#pragma once
// Files that have been sent and wait to be carried out.

#include <optional>
#include <string>

#include "organisations/organisation.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::organisations {

struct WaitingImport;
using WaitingImportId = Id<WaitingImport>;

struct WaitingImport {
    WaitingImportId id;
    std::string file_name;
    std::string kind;  ///< what a register lists; empty where the file says
    std::string bytes;
};

/// In the place of any that waited for this organisation before.
WaitingImportId save_waiting(store::Writer& db, const store::Writable& organisation,
                             const store::Stamp& stamp, const WaitingImport& import);

std::optional<WaitingImport> find_waiting(const store::Reader& db,
                                          const store::Readable& organisation, WaitingImportId id);

void remove_waiting(store::Writer& db, const store::Writable& organisation);

}  // namespace primum::organisations
