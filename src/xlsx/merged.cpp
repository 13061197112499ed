#include "xlsx/merged.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "xlsx/reference.h"
#include "xlsx/sentences.h"

namespace primum::xlsx {
namespace {

struct Range {
    Place first;
    Place last;
};

struct PlacedCell {
    std::uint32_t row;
    Cell cell;
};

std::optional<Range> range_of(std::string_view reference) {
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos) return {};
    const auto first = place_of(reference.substr(0, colon));
    const auto last = place_of(reference.substr(colon + 1));
    if (!first || !last || first->row > last->row || first->column > last->column) return {};
    return Range{.first = *first, .last = *last};
}

const Cell* find_cell(const Sheet& sheet, Place place) {
    const auto row = std::ranges::lower_bound(sheet.rows, place.row, {}, &Row::number);
    if (row == sheet.rows.end() || row->number != place.row) return nullptr;
    const auto cells = sheet.cells_of(*row);
    const auto cell = std::ranges::lower_bound(cells, place.column, {}, &Cell::column);
    return cell == cells.end() || cell->column != place.column ? nullptr : &*cell;
}

/// Sorts old and new cells into rows; where two claim one place, the first stays.
void rebuild(Sheet& sheet, std::vector<PlacedCell> added) {
    for (const Row& row : sheet.rows)
        for (const Cell& cell : sheet.cells_of(row))
            added.push_back({.row = row.number, .cell = cell});
    const auto place = [](const PlacedCell& one) { return std::pair(one.row, one.cell.column); };
    std::ranges::stable_sort(added, {}, place);
    const auto twice = std::ranges::unique(added, {}, place);
    added.erase(twice.begin(), twice.end());
    sheet.rows.clear();
    sheet.cells.clear();
    for (const PlacedCell& one : added) {
        if (sheet.rows.empty() || sheet.rows.back().number != one.row)
            sheet.rows.push_back({.number = one.row, .begin = sheet.cells.size()});
        sheet.cells.push_back(one.cell);
        sheet.rows.back().end = sheet.cells.size();
    }
}

}  // namespace

Checked<void> fill_merged(const pugi::xml_node& merge_cells, Shared& shared, Sheet& sheet) {
    if (sheet.rows.empty()) return {};
    const auto last_row = sheet.rows.back().number;
    const auto last_column = std::ranges::max(sheet.cells, {}, &Cell::column).column;
    std::vector<PlacedCell> added;
    for (const pugi::xml_node& node : merge_cells.children()) {
        const auto range = range_of(attribute_of(node, "ref"));
        if (!range) continue;
        const Cell* first = find_cell(sheet, range->first);
        if (first == nullptr) continue;
        for (auto row = range->first.row; row <= std::min(range->last.row, last_row); ++row)
            for (auto column = range->first.column;
                 column <= std::min(range->last.column, last_column); ++column) {
                if (row == range->first.row && column == range->first.column) continue;
                if (shared.cells_left == 0 || shared.text_left < first->text.size())
                    return refuse(std::string(kTooLarge));
                --shared.cells_left;
                shared.text_left -= first->text.size();
                Cell copy = *first;
                copy.column = column;
                added.push_back({.row = row, .cell = copy});
            }
    }
    if (!added.empty()) rebuild(sheet, std::move(added));
    return {};
}

}  // namespace primum::xlsx
