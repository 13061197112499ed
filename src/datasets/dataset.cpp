#include "datasets/dataset.h"

#include <fmt/format.h>

#include <algorithm>

#include "csv/in_quotes.h"
#include "datasets/grouping.h"
#include "datasets/headings.h"
#include "datasets/numbers.h"
#include "datasets/phases.h"
#include "datasets/subgroups.h"

namespace primum::datasets {
namespace {

template <class T>
std::vector<T> reordered(const std::vector<T>& list, const std::vector<std::uint32_t>& order) {
    std::vector<T> result;
    result.reserve(order.size());
    for (const auto i : order)
        result.push_back(list[i]);
    return result;
}

class DatasetReader {
public:
    DatasetReader(const csv::Table& table, const Question& question, Notes& notes)
        : table_(table), question_(question), notes_(notes) {}

    Checked<Dataset> read() {
        const bool whole = take(rows_, rows_where(table_, question_.where)) &&
                           take(columns_, find_columns(table_, question_.columns, notes_)) &&
                           read_periods() && read_rebases() && read_numbers() && read_flags();
        if (!whole) return std::unexpected(refused_);
        put_in_order();
        if (question_.subgroups) return gather_subgroups(data_);
        if (!rows_are_events() && !check_for_duplicates()) return std::unexpected(refused_);
        return std::move(data_);
    }

private:
    /// Keeps the answer, or the reason why there is none.
    template <class T>
    bool take(T& place, Checked<T> answer) {
        if (!answer) refused_ = std::move(answer.error());
        if (answer) place = std::move(*answer);
        return answer.has_value();
    }

    bool read_periods() {
        Periods periods;
        if (!columns_.date) {
            periods = numbered_periods(rows_.size());
            notes_.emplace_back(
                "No column of dates: points are numbered in the order of the file.");
        } else if (!take(periods, periods_of(table_, *columns_.date, rows_, notes_))) {
            return false;
        }
        data_.keys = std::move(periods.keys);
        data_.calendar = periods.calendar;
        return true;
    }

    bool read_rebases() {
        const auto [first, last] = std::minmax_element(data_.keys.begin(), data_.keys.end());
        for (const auto& text : question_.rebases) {
            const auto key = data_.calendar.read(text);
            if (!key || *key <= *first || *key > *last) {
                refused_.sentence = fmt::format(
                    "New lines cannot begin at {}: give a date after {} and not after {}.",
                    csv::in_quotes(text), data_.calendar.written(*first),
                    data_.calendar.written(*last));
                return false;
            }
            rebases_.push_back(*key);
        }
        return true;
    }

    bool read_numbers() {
        data_.value_name = table_.heading(columns_.value);
        if (!take(data_.values, numbers_of(table_, columns_.value, rows_, notes_))) return false;
        if (!columns_.denominator) return true;
        data_.denominator_name = table_.heading(*columns_.denominator);
        if (!take(data_.denominators, numbers_of(table_, *columns_.denominator, rows_, notes_)))
            return false;
        if (!columns_.is_ratio) multiply_up();
        return true;
    }

    /// A value with a denominator is an average and its n; the engine divides sums by n.
    void multiply_up() {
        for (std::size_t i = 0; i < data_.values.size(); ++i)
            data_.values[i] *= data_.denominators[i];
    }

    bool read_flags() {
        return !columns_.exclude ||
               take(data_.excluded, flags_of(table_, *columns_.exclude, rows_));
    }

    void put_in_order() {
        const Grouping grouping = group_rows(table_, columns_.by, rows_);
        const auto order = in_order_of_time(grouping, data_.keys);
        data_.values = reordered(data_.values, order);
        if (!data_.denominators.empty()) data_.denominators = reordered(data_.denominators, order);
        if (!data_.excluded.empty()) data_.excluded = reordered(data_.excluded, order);
        data_.keys = reordered(data_.keys, order);
        rows_ = reordered(rows_, order);
        for (const auto row : rows_)
            data_.row_numbers.push_back(static_cast<std::uint32_t>(table_.row_number(row)));
        name_members(grouping);
    }

    void name_members(const Grouping& grouping) {
        std::vector<std::size_t> sizes(grouping.names.size(), 0);
        for (const auto group : grouping.group_of)
            ++sizes[group];
        std::size_t begin = 0;
        for (std::size_t group = 0; group < sizes.size(); ++group) {
            const std::size_t end = begin + sizes[group];
            data_.members.push_back(
                {grouping.names[group], begin, end, phases_between(begin, end)});
            begin = end;
        }
        for (const auto column : columns_.by)
            data_.by_name += (data_.by_name.empty() ? "" : ", ") + table_.heading(column);
    }

    std::vector<spc::Phase> phases_between(std::size_t begin, std::size_t end) const {
        std::vector<std::string_view> labels;
        if (columns_.phase)
            for (std::size_t i = begin; i < end; ++i)
                labels.push_back(table_.cell(rows_[i], *columns_.phase));
        const std::span keys(data_.keys);
        return phases_of(keys.subspan(begin, end - begin), rebases_, labels, question_.baseline);
    }

    /// Two events may happen on one day.
    bool rows_are_events() const {
        return question_.events || is_between_events(table_.heading(columns_.value));
    }

    bool check_for_duplicates() {
        for (const auto& member : data_.members)
            for (std::size_t i = member.begin + 1; i < member.end; ++i)
                if (data_.keys[i] == data_.keys[i - 1]) {
                    refused_.sentence = duplicate(member, i - 1, i);
                    return false;
                }
        return true;
    }

    std::string duplicate(const Dataset::Member& member, std::size_t a, std::size_t b) const {
        const std::string whose =
            member.name.empty() ? "" : fmt::format(" of {}", csv::in_quotes(member.name));
        const auto column = column_that_differs(rows_[a], rows_[b]);
        const std::string advice =
            column ? fmt::format("keep one of them, or divide the rows with --by {}{}", by_list(),
                                 csv::in_quotes(table_.heading(*column)))
                   : "keep one of them, or choose --chart xbar if they are one subgroup";
        return fmt::format("Rows {} and {}{} have the same date, {}: {}.", data_.row_numbers[a],
                           data_.row_numbers[b], whose, data_.calendar.written(data_.keys[a]),
                           advice);
    }

    std::string by_list() const {
        std::string list;
        for (const auto column : columns_.by)
            list += csv::in_quotes(table_.heading(column)) + ",";
        return list;
    }

    /// A column of words or codes, not yet used, that tells two rows apart.
    std::optional<std::size_t> column_that_differs(std::size_t a, std::size_t b) const {
        for (std::size_t i = 0; i < table_.columns(); ++i) {
            const bool in_use =
                i == columns_.value || columns_.denominator == i || columns_.date == i;
            const auto cell = table_.cell(a, i);
            if (in_use || cell == table_.cell(b, i)) continue;
            // Longer numbers and dates are measurements rather than names of groups.
            if (cell.size() == 1 || (!is_some_date(cell) && !is_number(cell))) return i;
        }
        return {};
    }

    const csv::Table& table_;
    const Question& question_;
    Notes& notes_;
    Rows rows_;
    Columns columns_;
    std::vector<Key> rebases_;
    Dataset data_;
    Refused refused_;
};

}  // namespace

spc::Series series_of(const Dataset& data, const Dataset::Member& member) {
    const auto part = [&](const auto& list) {
        return std::span(list).subspan(list.empty() ? 0 : member.begin,
                                       list.empty() ? 0 : member.end - member.begin);
    };
    return {.values = part(data.values),
            .denominators = part(data.denominators),
            .spreads = part(data.spreads),
            .excluded = part(data.excluded),
            .targets = part(data.targets),
            .phases = member.phases};
}

Checked<Dataset> dataset_of(const csv::Table& table, const Question& question, Notes& notes) {
    return DatasetReader(table, question, notes).read();
}

}  // namespace primum::datasets
