#include "imports/file.h"

#include "imports/mapping.h"
#include "imports/read_table.h"

namespace primum::imports {

Checked<File> open_file(std::string bytes) {
    File file;
    if (looks_like_json(bytes)) {
        auto reading = read_dhis2(bytes);
        if (!reading) return std::unexpected(reading.error());
        file.dhis2 = std::move(*reading);
        return file;
    }
    auto sheets = sheets_of(std::move(bytes));
    if (!sheets) return std::unexpected(sheets.error());
    file.sheets = std::move(*sheets);
    return file;
}

Checked<csv::Table> table_of(const File& file, std::string_view sheet) {
    const auto chosen = choose_sheet(file.sheets, sheet);
    if (!chosen) return std::unexpected(chosen.error());
    return csv::with_headings((*chosen)->grid, heading_row((*chosen)->grid));
}

Checked<Reading> read_file(const File& file, std::string_view sheet, const Mapping& mapping) {
    if (file.dhis2) return *file.dhis2;
    const auto table = table_of(file, sheet);
    if (!table) return std::unexpected(table.error());
    if (auto fits = check_mapping(*table, mapping); !fits) return std::unexpected(fits.error());
    return read_table(*table, mapping);
}

}  // namespace primum::imports
