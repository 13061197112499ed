#include "datasets/grouping.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "datasets/names.h"

namespace primum::datasets {
namespace {

// Between the cells of a key: no cell of a text file holds it, so different cells never look alike.
constexpr char kUnitSeparator = '\x1F';

Grouping group_by_one(const csv::Table& table, std::size_t column, const Rows& rows) {
    Grouping grouping;
    grouping.group_of.reserve(rows.size());
    Names names;
    for (const auto row : rows)
        grouping.group_of.push_back(names.number_of(table.cell(row, column)));
    grouping.names.assign(names.texts().begin(), names.texts().end());
    return grouping;
}

Grouping group_by_many(const csv::Table& table, const std::vector<std::size_t>& by,
                       const Rows& rows) {
    Grouping grouping;
    grouping.group_of.reserve(rows.size());
    std::unordered_map<std::string, std::uint32_t> known;
    std::string key;
    for (const auto row : rows) {
        key.clear();
        for (const auto column : by)
            (key += table.cell(row, column)) += kUnitSeparator;
        const auto [entry, is_new] = known.emplace(key, static_cast<std::uint32_t>(known.size()));
        grouping.group_of.push_back(entry->second);
        if (!is_new) continue;
        auto& name = grouping.names.emplace_back();
        for (const auto column : by) {
            if (column != by.front()) name += ", ";
            name += table.cell(row, column);
        }
    }
    return grouping;
}

}  // namespace

Grouping group_rows(const csv::Table& table, const std::vector<std::size_t>& by, const Rows& rows) {
    if (by.empty()) return {{""}, std::vector<std::uint32_t>(rows.size(), 0)};
    return by.size() == 1 ? group_by_one(table, by.front(), rows) : group_by_many(table, by, rows);
}

std::vector<std::uint32_t> in_order_of_time(const Grouping& grouping,
                                            const std::vector<Key>& keys) {
    // Files come ordered by date or by series and date, so counting series is most of the work.
    std::vector<std::size_t> begins(grouping.names.size() + 1, 0);
    for (const auto group : grouping.group_of)
        ++begins[group + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());

    std::vector<std::uint32_t> order(keys.size());
    auto next = begins;
    for (std::uint32_t i = 0; i < keys.size(); ++i)
        order[next[grouping.group_of[i]]++] = i;

    const auto earlier = [&](auto a, auto b) { return keys[a] < keys[b]; };
    for (std::size_t group = 0; group + 1 < begins.size(); ++group) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(begins[group]);
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(begins[group + 1]);
        if (!std::is_sorted(begin, end, earlier)) std::stable_sort(begin, end, earlier);
    }
    return order;
}

}  // namespace primum::datasets
