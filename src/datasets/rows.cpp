#include "datasets/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "csv/in_quotes.h"
#include "datasets/columns.h"

namespace primum::datasets {
namespace {

/// The conditions on one column: any of the values will do.
struct Filter {
    std::size_t column;
    std::vector<std::string_view> values;

    bool takes(std::string_view cell) const {
        return std::find(values.begin(), values.end(), cell) != values.end();
    }
};

std::string some_values(const csv::Table& table, std::size_t column) {
    constexpr std::size_t kMost = 6;
    std::vector<std::string_view> values;
    for (std::size_t row = 0; row < table.rows() && values.size() <= kMost; ++row) {
        const auto cell = table.cell(row, column);
        if (std::find(values.begin(), values.end(), cell) == values.end()) values.push_back(cell);
    }
    std::string list;
    for (std::size_t i = 0; i < std::min(values.size(), kMost); ++i)
        list += (i > 0 ? ", " : "") + csv::in_quotes(values[i]);
    return list + (values.size() > kMost ? " and others" : "");
}

Checked<std::vector<Filter>> filters_of(const csv::Table& table,
                                        const std::vector<Condition>& conditions) {
    std::vector<Filter> filters;
    for (const auto& condition : conditions) {
        const auto column = find_column(table, condition.column);
        if (!column) return std::unexpected(column.error());
        auto filter = std::find_if(filters.begin(), filters.end(),
                                   [&](const Filter& f) { return f.column == *column; });
        if (filter == filters.end()) filter = filters.insert(filter, {*column, {}});
        filter->values.push_back(condition.value);
    }
    return filters;
}

}  // namespace

Checked<Condition> parse_condition(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos)
        return refuse(fmt::format("{} is no condition: write COLUMN=VALUE.", csv::in_quotes(text)));
    return Condition{std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

Checked<Rows> rows_where(const csv::Table& table, const std::vector<Condition>& conditions) {
    Rows rows(table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto filters = filters_of(table, conditions);
    if (!filters) return std::unexpected(filters.error());

    for (const auto& filter : *filters) {
        std::erase_if(rows,
                      [&](auto row) { return !filter.takes(table.cell(row, filter.column)); });
        if (rows.empty())
            return refuse(fmt::format("No row is left where {} is {}: that column holds {}.",
                                      csv::in_quotes(table.heading(filter.column)),
                                      csv::in_quotes(filter.values.front()),
                                      some_values(table, filter.column)));
    }
    return rows;
}

}  // namespace primum::datasets
