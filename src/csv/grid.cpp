// Tables whose headings are found later, and tables from elsewhere.

#include <fmt/format.h>

#include <limits>
#include <set>
#include <utility>

#include "csv/table.h"

namespace primum::csv {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n";
    const auto begin = text.find_first_not_of(kSpaces);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

}  // namespace

Checked<Table> with_headings(Table grid, std::size_t row) {
    std::set<std::string> taken;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < grid.columns(); ++i) {
        std::string heading(trimmed(grid.cell(row, i)));
        if (heading.empty()) heading = fmt::format("Column {}", i + 1);
        std::string name = heading;
        for (int again = 2; !taken.insert(name).second; ++again)
            name = fmt::format("{} ({})", heading, again);
        headings.push_back(std::move(name));
    }
    const auto cells = static_cast<std::ptrdiff_t>((row + 1) * grid.columns());
    grid.starts_.erase(grid.starts_.begin(), grid.starts_.begin() + cells);
    grid.row_numbers_.erase(grid.row_numbers_.begin(),
                            grid.row_numbers_.begin() + static_cast<std::ptrdiff_t>(row + 1));
    grid.headings_ = std::move(headings);
    if (grid.row_numbers_.empty())
        return refuse("The file has headings but no data below them: add at least one row.");
    return grid;
}

TableBuilder::TableBuilder(std::size_t columns) : columns_(columns) {
    for (std::size_t i = 1; i <= columns; ++i)
        table_.headings_.push_back(std::to_string(i));
    table_.starts_.push_back(0);
}

void TableBuilder::cell(std::size_t column, std::string_view text) {
    for (; next_ < column; ++next_)
        table_.starts_.push_back(static_cast<std::uint32_t>(table_.text_.size()));
    if (table_.text_.size() + text.size() > std::numeric_limits<std::uint32_t>::max())
        whole_ = false;
    else
        table_.text_ += text;
    table_.starts_.push_back(static_cast<std::uint32_t>(table_.text_.size()));
    ++next_;
}

void TableBuilder::end_row(std::size_t row_number) {
    for (; next_ < columns_; ++next_)
        table_.starts_.push_back(static_cast<std::uint32_t>(table_.text_.size()));
    next_ = 0;
    table_.row_numbers_.push_back(static_cast<std::uint32_t>(row_number));
}

Checked<Table> TableBuilder::done() && {
    if (!whole_) return refuse("The sheet is larger than 4 GB: cut it into smaller ones.");
    if (table_.row_numbers_.empty())
        return refuse("The file is empty: it needs at least one row of data.");
    return std::move(table_);
}

}  // namespace primum::csv
