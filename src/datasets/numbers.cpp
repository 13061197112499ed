#include "datasets/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "csv/in_quotes.h"
#include "datasets/headings.h"
#include "spc/series.h"

namespace primum::datasets {
namespace {

using spc::kMissing;

std::optional<double> parsed(std::string_view text) {
    // Most cells are whole numbers, which are many times quicker to read.
    constexpr std::size_t kDigitsOfAnyDouble = 15;
    std::int64_t whole = 0;
    const auto [whole_end, whole_error] = std::from_chars(text.begin(), text.end(), whole);
    if (whole_error == std::errc() && whole_end == text.end() &&
        text.size() <= kDigitsOfAnyDouble && text != "-0")
        return static_cast<double>(whole);

    if (text.starts_with('+')) text.remove_prefix(1);
    const bool begins_well =
        !text.empty() && std::string_view("-.0123456789").contains(text.front());
    double value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (!begins_well || error != std::errc() || end != text.end() || !std::isfinite(value))
        return {};
    return value;
}

bool all_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// 12,345,678 or 12,345.6: groups of three after each mark.
bool has_thousands(std::string_view text, char mark, char point) {
    if (text.starts_with('-')) text.remove_prefix(1);
    text = text.substr(0, text.find(point));
    auto at = text.find(mark);
    if (at == 0 || at > 3 || !all_digits(text.substr(0, at))) return false;
    while (at != std::string_view::npos) {
        const auto group = text.substr(at + 1, 3);
        if (group.size() != 3 || !all_digits(group)) return false;
        at += 4;
        if (at == text.size()) return true;
        if (text[at] != mark) return false;
    }
    return true;
}

/// What a comma means in a column.
enum class Comma : std::uint8_t { thousands, decimal };

std::optional<double> parsed(std::string_view text, Comma comma) {
    const char mark = comma == Comma::decimal ? '.' : ',';
    const char point = comma == Comma::decimal ? ',' : '.';
    if (text.contains(mark) && !has_thousands(text, mark, point)) return {};
    std::string plain;
    for (const char c : text)
        if (c != mark) plain += c == point ? '.' : c;
    return parsed(plain);
}

bool only_thousands(const csv::Table& table, std::size_t column, const Rows& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](auto row) {
        const auto cell = table.cell(row, column);
        return !cell.contains(',') || has_thousands(cell, ',', '.');
    });
}

/// Reads one column. Most files need the first, quick way only.
class NumberReader {
public:
    /// Wrong cells stop it where `wrong` is null.
    NumberReader(const csv::Table& table, std::size_t column, const Rows& rows,
                 std::vector<std::uint32_t>* wrong = nullptr)
        : table_(table), column_(column), rows_(rows), wrong_(wrong) {}

    Checked<std::vector<double>> read(Notes& notes) {
        std::vector<double> values;
        values.reserve(rows_.size());
        for (const auto row : rows_) {
            const auto cell = table_.cell(row, column_);
            auto value = parsed(cell);
            if (!value && cell.contains(',')) return read_with_commas(notes);
            if (!value) value = missing(cell);
            if (!value && wrong_ == nullptr) return not_a_number(row);
            if (!value) wrong_->push_back(static_cast<std::uint32_t>(values.size()));
            values.push_back(value.value_or(kMissing));
        }
        add_notes(notes);
        return values;
    }

private:
    Checked<std::vector<double>> read_with_commas(Notes& notes) {
        const Comma comma = meaning_of_comma();
        std::vector<double> values;
        values.reserve(rows_.size());
        words_ = 0;
        if (wrong_ != nullptr) wrong_->clear();
        for (const auto row : rows_) {
            const auto cell = table_.cell(row, column_);
            auto value = parsed(cell, comma);
            if (!value) value = missing(cell);
            if (!value && wrong_ == nullptr) return not_a_number(row);
            if (!value) wrong_->push_back(static_cast<std::uint32_t>(values.size()));
            values.push_back(value.value_or(kMissing));
        }
        notes.push_back(
            fmt::format("The commas in column {} were read as {}.", heading(),
                        comma == Comma::decimal ? "decimal commas" : "marks of thousands"));
        add_notes(notes);
        return values;
    }

    Comma meaning_of_comma() const {
        if (table_.delimiter() == ',') return Comma::thousands;
        if (table_.delimiter() == ';') return Comma::decimal;
        return only_thousands(table_, column_, rows_) ? Comma::thousands : Comma::decimal;
    }

    std::optional<double> missing(std::string_view cell) {
        if (!is_missing(cell)) return {};
        if (!cell.empty() && words_++ == 0) word_ = cell;
        return kMissing;
    }

    void add_notes(Notes& notes) const {
        if (words_ > 0)
            notes.push_back(
                fmt::format("{} of {} cells in column {} hold {} or the like and count as missing.",
                            words_, rows_.size(), heading(), csv::in_quotes(word_)));
    }

    std::unexpected<Refused> not_a_number(std::size_t row) const {
        return refuse(fmt::format(
            "Row {}, column {} holds {}, which is not a number: correct it, or empty the cell if "
            "the value is missing.",
            table_.row_number(row), heading(), csv::in_quotes(table_.cell(row, column_))));
    }

    std::string heading() const { return csv::in_quotes(table_.heading(column_)); }

    const csv::Table& table_;
    std::size_t column_;
    const Rows& rows_;
    std::vector<std::uint32_t>* wrong_;
    std::size_t words_ = 0;
    std::string_view word_;
};

}  // namespace

bool is_missing(std::string_view cell) {
    constexpr std::array<std::string_view, 8> kWords = {"na",   "n/a", "#n/a", "nan",
                                                        "null", "-",   "*",    ""};
    if (cell.size() > 4) return false;
    std::string lower(cell);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

bool is_number(std::string_view cell) {
    return parsed(cell).has_value();
}

Checked<std::vector<double>> numbers_of(const csv::Table& table, std::size_t column,
                                        const Rows& rows, Notes& notes) {
    return NumberReader(table, column, rows).read(notes);
}

std::vector<double> numbers_of(const csv::Table& table, std::size_t column, const Rows& rows,
                               Notes& notes, std::vector<std::uint32_t>& wrong) {
    return *NumberReader(table, column, rows, &wrong).read(notes);
}

Checked<std::vector<std::uint8_t>> flags_of(const csv::Table& table, std::size_t column,
                                            const Rows& rows) {
    std::vector<std::uint8_t> flags;
    flags.reserve(rows.size());
    for (const auto row : rows) {
        const std::string cell = plain_heading(table.cell(row, column));
        const bool yes = cell == "1" || cell == "true" || cell == "yes" || cell == "x";
        const bool no = cell == "0" || cell == "false" || cell == "no" || cell.empty();
        if (!yes && !no)
            return refuse(fmt::format(
                "Row {}, column {} holds {}: write 1 to exclude the point, 0 to keep it.",
                table.row_number(row), csv::in_quotes(table.heading(column)),
                csv::in_quotes(table.cell(row, column))));
        flags.push_back(yes ? 1 : 0);
    }
    return flags;
}

}  // namespace primum::datasets
