#include "csv/table.h"
#include "organisations/incoming.h"
#include "organisations/row_reader.h"
#include "organisations/title_case.h"

namespace primum::organisations {
namespace {

// The columns of the Organisation Data Service's files, counted from 0.
constexpr std::size_t kColumns = 27;
constexpr std::size_t kCode = 0;
constexpr std::size_t kName = 1;
constexpr std::size_t kNationalGrouping = 2;
constexpr std::size_t kHealthGeography = 3;
constexpr std::size_t kOpened = 10;
constexpr std::size_t kClosed = 11;
constexpr std::size_t kParent = 14;
constexpr std::size_t kJoined = 15;
constexpr std::size_t kLeft = 16;

}  // namespace

Checked<Reading> read_ods(std::string_view utf8, std::string_view kind) {
    const auto table = csv::parse_rows(utf8, kColumns);
    if (!table) return std::unexpected(table.error());
    Reading reading{.system = "ods", .complete_parents = false, .rows = {}, .problems = {}};
    for (std::size_t at = 0; at < table->rows(); ++at) {
        RowReader row(table->row_number(at));
        row.code(table->cell(at, kCode));
        row.name(title_case(table->cell(at, kName)));
        row.kind(kind);
        // A trust has no parent in this file but the geographies it lies in.
        for (const std::size_t column : {kParent, kHealthGeography, kNationalGrouping})
            row.parent(table->cell(at, column));
        row.day(&Incoming::opened, table->cell(at, kOpened));
        row.day(&Incoming::closed, table->cell(at, kClosed));
        row.day(&Incoming::joined, table->cell(at, kJoined));
        row.day(&Incoming::left, table->cell(at, kLeft));
        row.finish(reading);
    }
    return reading;
}

}  // namespace primum::organisations
