#pragma once
// One import in the database: a file that waits, is being carried out, is in, or was undone.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "imports/incoming.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::imports {

struct Import;
using ImportId = Id<Import>;

enum class State : std::uint8_t {
    waiting,  ///< for somebody to say how it is read, and to confirm
    running,  ///< confirmed, and not all of it is in
    done,
    undone,
};
std::string_view name(State state);
const char* label(State state);

struct Counts {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t left_out = 0;  ///< rows
};

struct Import {
    ImportId id;
    OrganisationId organisation;
    std::string file_name;
    std::string digest;   ///< SHA-256 of the file
    std::string content;  ///< empty in lists, and once it is in
    std::string sheet;    ///< of a workbook
    std::string mapping;  ///< as imports::written; empty where nobody has said
    std::string measure;  ///< code of the measure where the file names none
    State state = State::waiting;
    std::int64_t series = 0;
    std::int64_t done = 0;  ///< how many of its series are in
    Counts counts;
    std::optional<PersonId> maker;
    std::string made_by;  ///< a name; empty where a command did it
    Instant made_at;
    std::string undone_by;
    std::optional<Instant> undone_at;
    std::int64_t rev = 1;
};

ImportId add_import(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Import& import);
std::optional<Import> find_import(const store::Reader& db, const store::Readable& organisation,
                                  ImportId id);
/// The latest first, without their content.
std::vector<Import> imports_of(const store::Reader& db, const store::Readable& organisation);
/// The latest of this very file in a state: running where it was broken off.
std::optional<Import> latest_of_file(const store::Reader& db, const store::Readable& organisation,
                                     std::string_view digest, State state);
/// Everything but its file and who made it, and the content only where it is to go. False where
/// somebody else has changed it since.
bool save_import(store::Writer& db, const store::Writable& organisation, const Import& import);
void remove_import(store::Writer& db, const store::Writable& organisation, const Import& import);
/// Files that were sent before this and never confirmed.
void forget_waiting(store::Writer& db, const store::Writable& organisation, Instant before);

/// One that is being carried out and has its file, of any organisation.
std::optional<Import> next_running(const store::Reader& db, const store::Scope& system);

/// How a table with these headings was read the last time.
struct Remembered {
    std::string mapping;
    std::string measure;
};
std::optional<Remembered> find_mapping(const store::Reader& db, const store::Readable& organisation,
                                       std::string_view headings);
void remember_mapping(store::Writer& db, const store::Writable& organisation,
                      const store::Stamp& stamp, std::string_view headings,
                      const Remembered& mapping);

}  // namespace primum::imports
