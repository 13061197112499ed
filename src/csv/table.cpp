#include "csv/table.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "csv/delimiter.h"
#include "csv/in_quotes.h"

namespace primum::csv {

std::optional<std::size_t> Table::find(std::string_view heading) const {
    const auto found = std::find(headings_.begin(), headings_.end(), heading);
    if (found == headings_.end()) return {};
    return static_cast<std::size_t>(found - headings_.begin());
}

/// Takes the cells and rows that libcsv finds and puts them into a table.
class TableReader {
public:
    explicit TableReader(std::string_view text) : text_(text) {
        table_.delimiter_ = delimiter_of(text);
        // Room for everything now: nothing may throw while C code is on the stack.
        table_.text_.reserve(text.size());
        const auto most_rows = count('\n') + count('\r') + 1;
        table_.starts_.reserve(count(table_.delimiter_) + most_rows + 1);
        table_.row_numbers_.reserve(most_rows);
        row_sizes_.reserve(most_rows);
        table_.starts_.push_back(0);
    }

    /// A file without headings, of so many columns.
    Checked<Table> read_rows(std::size_t columns) {
        has_headings_ = false;
        heading_cells_ = columns;
        if (!parse()) return refuse(std::move(problem_));
        if (table_.row_numbers_.empty())
            return refuse("The file is empty: it needs at least one row of data.");
        name_by_number(columns);
        return std::move(table_);
    }

    /// A file with rows of any length.
    Checked<Table> read_grid() {
        has_headings_ = false;
        is_grid_ = true;
        if (!parse()) return refuse(std::move(problem_));
        if (table_.row_numbers_.empty())
            return refuse("The file is empty: it needs at least one row of data.");
        if (auto even = fill_up(); !even) return std::unexpected(even.error());
        name_by_number(heading_cells_);
        return std::move(table_);
    }

    Checked<Table> read() {
        if (!parse()) return refuse(std::move(problem_));
        if (table_.row_numbers_.empty())
            return refuse(
                "The file is empty: it needs a row of headings and at least one row of data.");
        if (auto named = take_headings(); !named) return std::unexpected(named.error());
        if (table_.row_numbers_.empty())
            return refuse("The file has headings but no data below them: add at least one row.");
        return std::move(table_);
    }

private:
    std::size_t count(char c) const {
        return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), c));
    }

    bool parse() {
        csv_parser parser = {};
        if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
            problem_ =
                "There is not enough memory to read the file: close other programs and try again.";
            return false;
        }
        csv_set_delim(&parser, static_cast<unsigned char>(table_.delimiter_));
        const bool whole =
            csv_parse(&parser, text_.data(), text_.size(), on_cell, on_row, this) == text_.size();
        const bool ended = whole && csv_fini(&parser, on_cell, on_row, this) == 0;
        csv_free(&parser);
        if (problem_.empty() && !whole)
            problem_ = fmt::format(
                "Row {}, cell {} has a quotation mark in the middle: put the whole cell in "
                "quotation marks and double those inside it.",
                row_number_ + 1, row_cells_ + 1);
        if (problem_.empty() && !ended)
            problem_ = fmt::format(
                "Row {}, cell {} opens a quotation mark that is never closed: close it or take it "
                "out.",
                row_number_ + 1, row_cells_ + 1);
        return problem_.empty();
    }

    static void on_cell(void* cell, std::size_t size, void* reader) noexcept {
        static_cast<TableReader*>(reader)->add_cell(static_cast<const char*>(cell), size);
    }
    static void on_row(int terminator, void* reader) noexcept {
        static_cast<TableReader*>(reader)->end_row(terminator);
    }

    void add_cell(const char* cell, std::size_t size) {
        ++row_cells_;
        if (!problem_.empty()) return;
        table_.text_.append(cell, size);
        table_.starts_.push_back(static_cast<std::uint32_t>(table_.text_.size()));
    }

    void end_row(int terminator) {
        const bool second_half_of_crlf =
            terminator == '\n' && last_terminator_ == '\r' && row_cells_ == 0;
        last_terminator_ = terminator;
        if (second_half_of_crlf) return;
        ++row_number_;
        if (problem_.empty() && row_cells_ > 0) finish_row();
        row_cells_ = 0;
    }

    void finish_row() {
        if (table_.text_.size() == row_text_begin_) {  // nothing but delimiters
            table_.starts_.resize(table_.starts_.size() - row_cells_);
            return;
        }
        row_text_begin_ = table_.text_.size();
        if (is_grid_) {
            row_sizes_.push_back(static_cast<std::uint32_t>(row_cells_));
            heading_cells_ = std::max(heading_cells_, row_cells_);
            table_.row_numbers_.push_back(static_cast<std::uint32_t>(row_number_));
            return;
        }
        if (heading_cells_ == 0) heading_cells_ = row_cells_;
        if (row_cells_ != heading_cells_) {
            problem_ =
                fmt::format("Row {} has {} cells but {} {}: {}.", row_number_, row_cells_,
                            has_headings_ ? "the headings have" : "there should be", heading_cells_,
                            row_cells_ > heading_cells_
                                ? "put cells that contain the separator in quotation marks"
                                : "add the missing cells");
            return;
        }
        table_.row_numbers_.push_back(static_cast<std::uint32_t>(row_number_));
    }

    void name_by_number(std::size_t columns) {
        for (std::size_t i = 1; i <= columns; ++i)
            table_.headings_.push_back(std::to_string(i));
    }

    /// Gives every row of a grid as many cells as the longest has.
    Checked<void> fill_up() {
        constexpr std::size_t kMostColumns = 1000;
        constexpr std::size_t kCellsForNothing = 20'000'000;
        if (heading_cells_ > kMostColumns)
            return refuse(fmt::format(
                "The file has rows of more than {} cells: send fewer columns.", kMostColumns));
        const std::size_t cells = row_sizes_.size() * heading_cells_;
        if (cells > kCellsForNothing && cells / 4 > table_.starts_.size())
            return refuse(
                "The rows of the file are of very different lengths: send the table alone, without "
                "what stands around it.");
        if (cells + 1 == table_.starts_.size()) return {};
        std::vector<std::uint32_t> starts;
        starts.reserve(cells + 1);
        std::size_t at = 0;
        for (const auto size : row_sizes_) {
            for (std::size_t i = 0; i < size; ++i)
                starts.push_back(table_.starts_[at++]);
            starts.insert(starts.end(), heading_cells_ - size, table_.starts_[at]);
        }
        starts.push_back(table_.starts_.back());
        table_.starts_ = std::move(starts);
        return {};
    }

    /// Moves the first row into the headings.
    Checked<void> take_headings() {
        std::vector<std::string> headings;
        for (std::size_t i = 0; i < heading_cells_; ++i)
            headings.emplace_back(
                table_.text_.substr(table_.starts_[i], table_.starts_[i + 1] - table_.starts_[i]));
        const auto heading_row = table_.row_numbers_.front();
        table_.headings_ = std::move(headings);
        table_.starts_.erase(table_.starts_.begin(),
                             table_.starts_.begin() + static_cast<std::ptrdiff_t>(heading_cells_));
        table_.row_numbers_.erase(table_.row_numbers_.begin());
        drop_nameless_columns();
        return check_headings(heading_row);
    }

    /// Spreadsheets leave such columns behind at the right of the data.
    void drop_nameless_columns() {
        while (table_.headings_.size() > 1 && table_.headings_.back().empty() && last_is_empty()) {
            const std::size_t columns = table_.columns();
            std::size_t kept = 0;
            for (std::size_t i = 0; i + 1 < table_.starts_.size(); ++i)
                if (i % columns != columns - 1) table_.starts_[kept++] = table_.starts_[i];
            table_.starts_[kept++] = table_.starts_.back();
            table_.starts_.resize(kept);
            table_.headings_.pop_back();
        }
    }

    bool last_is_empty() const {
        for (std::size_t row = 0; row < table_.rows(); ++row)
            if (!table_.cell(row, table_.columns() - 1).empty()) return false;
        return true;
    }

    Checked<void> check_headings(std::size_t row) const {
        const auto& headings = table_.headings_;
        std::unordered_map<std::string_view, std::size_t> seen;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            if (headings[i].empty())
                return refuse(fmt::format(
                    "Row {}, cell {} is empty but should hold a heading: name the column.", row,
                    i + 1));
            const auto [same, is_new] = seen.emplace(headings[i], i);
            if (!is_new)
                return refuse(fmt::format(
                    "Row {} has the heading {} twice, in columns {} and {}: rename one of them.",
                    row, in_quotes(headings[i]), same->second + 1, i + 1));
        }
        return {};
    }

    std::string_view text_;
    Table table_;
    std::string problem_;
    std::size_t row_number_ = 0;      // of the last row that ended
    std::size_t row_cells_ = 0;       // cells of the row being read
    std::size_t row_text_begin_ = 0;  // where its text begins
    bool has_headings_ = true;
    bool is_grid_ = false;
    std::vector<std::uint32_t> row_sizes_;  // of a grid
    std::size_t heading_cells_ = 0;
    int last_terminator_ = 0;
};

Checked<Table> parse_table(std::string_view utf8) {
    if (utf8.size() > std::numeric_limits<std::uint32_t>::max())
        return refuse("The file is larger than 4 GB: cut it into smaller files.");
    return TableReader(utf8).read();
}

Checked<Table> parse_rows(std::string_view utf8, std::size_t columns) {
    if (utf8.size() > std::numeric_limits<std::uint32_t>::max())
        return refuse("The file is larger than 4 GB: cut it into smaller files.");
    return TableReader(utf8).read_rows(columns);
}

Checked<Table> parse_grid(std::string_view utf8) {
    if (utf8.size() > std::numeric_limits<std::uint32_t>::max())
        return refuse("The file is larger than 4 GB: cut it into smaller files.");
    return TableReader(utf8).read_grid();
}

}  // namespace primum::csv
