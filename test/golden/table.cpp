#include "table.h"

#include <csv.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <memory>
#include <numeric>
#include <stdexcept>

namespace primum::golden {

namespace {

struct Reading {
    std::vector<std::string> names;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::string> row;

    void end_row() {
        if (names.empty()) {
            names = std::move(row);
        } else {
            rows.emplace_back();
            for (const auto& field : row)
                rows.back().push_back(cell_of(field));
        }
        row.clear();
    }
};

void end_field(void* text, std::size_t size, void* reading) {
    static_cast<Reading*>(reading)->row.emplace_back(static_cast<const char*>(text), size);
}

void end_row(int, void* reading) {
    static_cast<Reading*>(reading)->end_row();
}

}  // namespace

Cell cell_of(std::string_view field) {
    Cell cell{field};
    double number = 0;
    const auto* const end = field.data() + field.size();
    const auto [rest, error] = std::from_chars(field.data(), end, number);
    if (error == std::errc{} && rest == end) cell.number = number;
    return cell;
}

Table::Column& Table::operator[](std::string_view name) {
    const auto found = std::ranges::find(columns_, name, &std::pair<std::string, Column>::first);
    if (found != columns_.end()) return found->second;
    return columns_.emplace_back(name, Column{}).second;
}

const Table::Column* Table::find(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name, &std::pair<std::string, Column>::first);
    return found == columns_.end() ? nullptr : &found->second;
}

std::vector<double> Table::numbers(std::string_view name) const {
    std::vector<double> numbers(rows(), std::numeric_limits<double>::quiet_NaN());
    if (const auto* const column = find(name))
        std::ranges::transform(*column, numbers.begin(), &Cell::number);
    return numbers;
}

std::size_t Table::rows() const {
    std::size_t most = 0;
    for (const auto& [name, column] : columns_)
        most = std::max(most, column.size());
    return most;
}

Table read_csv(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};

    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_APPEND_NULL) != 0)
        throw std::runtime_error("no CSV reader");
    const std::unique_ptr<csv_parser, decltype(&csv_free)> owner(&parser, &csv_free);
    Reading reading;
    if (csv_parse(&parser, text.data(), text.size(), end_field, end_row, &reading) != text.size())
        throw std::runtime_error(file.string() + ": " + csv_strerror(csv_error(&parser)));
    csv_fini(&parser, end_field, end_row, &reading);

    Table table;
    for (std::size_t i = 0; i < reading.names.size(); ++i) {
        auto& column = table[reading.names[i]];
        for (const auto& row : reading.rows)
            column.push_back(i < row.size() ? row[i] : Cell{});
    }
    return table;
}

std::vector<SeriesRows> series_of(const Table& table) {
    const auto* const names = table.find("series");
    if (names == nullptr) {
        std::vector<std::size_t> all(table.rows());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return {{Cell{}, std::move(all)}};
    }
    std::vector<SeriesRows> series;
    for (std::size_t row = 0; row < names->size(); ++row) {
        const Cell& name = (*names)[row];
        auto found = std::ranges::find(series, name.text,
                                       [](const SeriesRows& one) { return one.name.text; });
        if (found == series.end()) found = series.insert(found, {name, {}});
        found->rows.push_back(row);
    }
    std::ranges::stable_sort(series, {}, [](const SeriesRows& one) { return one.name.text; });
    return series;
}

std::vector<double> numbers_at(const Table& table, std::string_view name,
                               const std::vector<std::size_t>& rows) {
    const auto all = table.numbers(name);
    std::vector<double> some;
    some.reserve(rows.size());
    for (const auto row : rows)
        some.push_back(all[row]);
    return some;
}

}  // namespace primum::golden
