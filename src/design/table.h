#pragma once
// Tables: numbers to the right, and a list of labelled values on a phone.

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "design/heading.h"
#include "design/text.h"

namespace primum::design {

enum class Sorted : std::uint8_t { not_sortable, none, ascending, descending };

struct Column {
    Content heading;
    bool numeric = false;
    std::optional<html::Url> sort;  ///< where a click on the heading leads: the server sorts
    Sorted sorted = Sorted::not_sortable;
};

struct Table {
    Content caption;
    Size caption_size = Size::m;
    std::vector<Column> columns;
    bool first_cell_is_heading = false;  ///< of its row
    bool responsive = true;              ///< on a phone, each row becomes a list
    bool compact = false;
    bool striped = false;
    Text id;
    Text classes;
};

/// Writes a table row by row, straight into its markup.
///
///     TableWriter table({.caption = …, .columns = {…}});
///     for (…) table.row(name, html("<a …>…</a>", …), 12);
///     return std::move(table).done();
class TableWriter {
public:
    explicit TableWriter(Table table);

    /// One cell for each column, in their order: whatever html() takes in text.
    template <class... Cells>
    TableWriter& row(const Cells&... cells) {
        begin_row();
        std::size_t column = 0;
        (cell(column++, cells), ...);
        end_row();
        return *this;
    }
    TableWriter& row(std::span<const Content> cells) {
        begin_row();
        for (std::size_t column = 0; column < cells.size(); ++column)
            cell(column, cells[column]);
        end_row();
        return *this;
    }
    void reserve(std::size_t bytes) { body_.reserve(bytes); }

    html::Html done() &&;

private:
    template <class Cell>
    void cell(std::size_t column, const Cell& value) {
        body_ += cells_[column].start;
        if constexpr (std::derived_from<Cell, html::Html>) {
            // On a phone a cell is a flex container: what is in it must stay together.
            const bool whole =
                !table_.responsive || value.markup().find('<') == std::string_view::npos;
            whole ? body_.append("{}", value) : body_.append("<span>{}</span>", value);
        } else {
            body_.append("{}", value);
        }
        body_ += cells_[column].end;
    }
    void begin_row() { body_ += row_.start; }
    void end_row() { body_ += row_.end; }

    struct Tags {
        html::Html start;
        html::Html end;
    };
    static Tags tags_of(const html::Html& element);

    Table table_;
    html::Html body_;
    Tags row_;
    std::vector<Tags> cells_;  // one a column
};

/// The same for rows that are already there.
html::Html table(Table table, const std::vector<std::vector<Content>>& rows);

/// What there is instead of an empty table, in a sentence.
html::Html nothing_yet(const Content& sentence);

}  // namespace primum::design
