#include <algorithm>
#include <array>
#include <optional>

#include "csv/table.h"
#include "organisations/incoming.h"
#include "organisations/row_reader.h"

namespace primum::organisations {
namespace {

using Column = std::optional<std::size_t>;

/// A heading without its case, spaces and signs: "Parent Code" is "parentcode".
std::string plain_heading(std::string_view heading) {
    std::string letters;
    for (const char c : heading) {
        if (c >= 'a' && c <= 'z') letters += c;
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + ('a' - 'A'));
    }
    return letters;
}

/// The first column with one of these headings, in the order in which they are given.
Column find(const csv::Table& table, std::initializer_list<std::string_view> headings) {
    for (const std::string_view heading : headings)
        for (std::size_t column = 0; column < table.columns(); ++column)
            if (plain_heading(table.heading(column)) == heading) return column;
    return {};
}

struct Columns {
    Column code, name, kind, parent, opened, closed;
};

Columns columns_of(const csv::Table& table) {
    return {
        .code = find(table, {"code", "organisationcode", "orgcode", "odscode", "id", "identifier"}),
        .name = find(table, {"name", "organisationname", "organisation", "orgname", "title"}),
        .kind = find(table, {"kind", "type", "level", "organisationtype", "organisationkind"}),
        .parent = find(table, {"parentcode", "parent", "parentorganisationcode", "parentid",
                               "belongsto", "below"}),
        .opened = find(table, {"opened", "opendate", "open", "openedon", "start", "startdate"}),
        .closed = find(table, {"closed", "closedate", "close", "closedon", "end", "enddate"}),
    };
}

std::string_view cell(const csv::Table& table, std::size_t row, const Column& column) {
    return column ? table.cell(row, *column) : std::string_view();
}

}  // namespace

Checked<Reading> read_plain(std::string_view utf8, const Kinds& kinds) {
    const auto table = csv::parse_table(utf8);
    if (!table) return std::unexpected(table.error());
    const Columns columns = columns_of(*table);
    if (!columns.code) return refuse("There is no column of codes: name one of them 'code'.");
    if (!columns.name) return refuse("There is no column of names: name one of them 'name'.");
    if (!columns.kind)
        return refuse(
            "There is no column that says what each organisation is: name one of them 'kind'.");

    Reading reading{.system = "local", .rows = {}, .problems = {}};
    for (std::size_t at = 0; at < table->rows(); ++at) {
        RowReader row(table->row_number(at));
        row.code(cell(*table, at, columns.code));
        row.name(cell(*table, at, columns.name));
        const auto word = cell(*table, at, columns.kind);
        if (const Kind* kind = kinds.understand(word)) {
            row.kind(kind->code);
        } else {
            row.spoil("{} is no kind of organisation here: use one of those in the help.", word);
        }
        row.parent(cell(*table, at, columns.parent));
        row.day(&Incoming::opened, cell(*table, at, columns.opened));
        row.day(&Incoming::closed, cell(*table, at, columns.closed));
        row.finish(reading);
    }
    return reading;
}

}  // namespace primum::organisations
