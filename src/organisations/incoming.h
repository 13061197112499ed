#pragma once
// Organisations as a file describes them, before anybody has looked whether they are known.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "base/instant.h"
#include "organisations/kind.h"

namespace primum::organisations {

struct Incoming {
    std::size_t row = 0;  ///< as a spreadsheet numbers it
    std::string code;     ///< normal_code
    std::string name;
    std::string kind;  ///< code of a Kind
    /// Codes of its parent, the likeliest first: the first that is known counts.
    std::vector<std::string> parents;
    std::optional<Day> joined;  ///< its parent
    std::optional<Day> left;    ///< the last day below it
    std::optional<Day> opened;
    std::optional<Day> closed;
};

/// Something to say about a row: an English sentence for a catalogue, with up to two {} to fill.
struct RowNote {
    std::size_t row;
    const char* english;
    std::string first;
    std::string second;
};

struct Reading {
    std::string system;            ///< whose codes these are: "ods", or "local"
    bool complete_parents = true;  ///< false where a parent may stand in another file
    std::vector<Incoming> rows;
    std::vector<RowNote> problems;  ///< rows that were left out, and why
};

/// A register of the Organisation Data Service (etr.csv, ets.csv): 27 columns without headings.
/// Names in capitals are shown as people write them.
Checked<Reading> read_ods(std::string_view utf8, std::string_view kind);

/// code, name, kind, parent_code, opened, closed, by whatever names people give these columns.
Checked<Reading> read_plain(std::string_view utf8, const Kinds& kinds);

/// What somebody sent: one of these files, or a ZIP archive that holds one; UTF-8 or Windows-1252.
/// A register does not say what it lists: `kind` does, or else its name, "etr" for trusts and "ets"
/// for sites. Refuses what is neither.
Checked<Reading> read_incoming(std::string bytes, std::string_view file_name, std::string_view kind,
                               const Kinds& kinds);

/// "2020-04-01", "20200401" or "01/04/2020"; nothing where the calendar has no such day.
std::optional<Day> day_as_written(std::string_view text);

}  // namespace primum::organisations
