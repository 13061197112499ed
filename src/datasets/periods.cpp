#include "datasets/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <numeric>

#include "csv/in_quotes.h"
#include "datasets/names.h"

namespace primum::datasets {
namespace {

/// A date text and where it stands first.
struct DateText {
    std::string_view text;
    std::uint32_t row;
};

/// The different texts of a column: a file of many series repeats its dates.
struct DateTexts {
    std::vector<DateText> texts;
    std::vector<std::uint32_t> text_of_row;
};

DateTexts texts_of(const csv::Table& table, std::size_t column, const Rows& rows) {
    DateTexts result;
    result.text_of_row.reserve(rows.size());
    Names names;
    for (const auto row : rows) {
        const auto text = table.cell(row, column);
        const auto number = names.number_of(text);
        if (number == result.texts.size()) result.texts.push_back({text, row});
        result.text_of_row.push_back(number);
    }
    return result;
}

/// Finds the one form in which all texts are written.
class FormFinder {
public:
    FormFinder(const csv::Table& table, std::size_t column, const std::vector<DateText>& texts)
        : table_(table),
          column_(column),
          texts_(texts),
          first_refused_(form_count(), texts.size()) {}

    Checked<Form> find(Notes& notes) {
        std::vector<Form> forms(form_count());
        std::iota(forms.begin(), forms.end(), Form{0});
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            std::erase_if(forms, [&](Form form) {
                const bool refused = !reader_.read(form, texts_[i].text);
                if (refused) first_refused_[form] = i;
                return refused;
            });
            if (forms.empty()) return refuse(problem_with(i));
        }
        add_note(forms, notes);
        return forms.front();
    }

private:
    std::string problem_with(std::size_t text) {
        const auto& [cell, row] = texts_[text];
        if (cell.empty())
            return fmt::format("Row {}, column {} has no date: fill it in, or take the row out.",
                               table_.row_number(row), heading());
        for (Form form = 0; form < form_count(); ++form) {
            const auto& other = texts_[first_refused_[form]];
            if (!reader_.read(form, cell) || !is_some_date(other.text)) continue;
            return fmt::format(
                "The dates in column {} are written in two ways, {} in row {} and {} in row {}: "
                "write all of them in one way, best as 2025-04-25.",
                heading(), csv::in_quotes(other.text), table_.row_number(other.row),
                csv::in_quotes(cell), table_.row_number(row));
        }
        return fmt::format(
            "Row {}, column {} holds {}, which is not a date: write dates as 2025-04-25, "
            "25/04/2025, "
            "Apr-25, 2025-W17, Q1 2025, or as running numbers.",
            table_.row_number(row), heading(), csv::in_quotes(cell));
    }

    void add_note(const std::vector<Form>& forms, Notes& notes) const {
        const auto first = example_of(forms.front());
        const bool ambiguous = forms.size() > 1 && first.starts_with("25/04");
        const bool month_first = first.starts_with("04/25");
        if (ambiguous || month_first)
            notes.push_back(
                fmt::format("The dates in column {} were read with the {}.", heading(),
                            month_first ? "month before the day" : "day before the month"));
        if (first == example_of(form_count() - 2))
            notes.push_back(
                fmt::format("The numbers in column {} were read as year and month.", heading()));
    }

    std::string heading() const { return csv::in_quotes(table_.heading(column_)); }

    const csv::Table& table_;
    std::size_t column_;
    const std::vector<DateText>& texts_;
    std::vector<std::size_t> first_refused_;  // by form: the text that ruled it out
    DateReader reader_;
};

bool is_first_of_month(Key key) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(key))};
    return day.day() == std::chrono::day(1);
}

Unit spoken_unit(Form form, const std::vector<Key>& keys) {
    const bool months =
        unit_of(form) == Unit::day && std::all_of(keys.begin(), keys.end(), is_first_of_month);
    return months ? Unit::month : unit_of(form);
}

}  // namespace

std::optional<Key> Calendar::read(std::string_view text) const {
    DateReader reader;
    if (const auto key = reader.read(form_, text)) return key;
    if (!has_dates()) return {};
    for (Form form = 0; form + 1 < form_count(); ++form)
        if (const auto key = reader.read(form, text)) return key;
    return {};
}

Checked<Periods> periods_of(const csv::Table& table, std::size_t column, const Rows& rows,
                            Notes& notes) {
    const DateTexts texts = texts_of(table, column, rows);
    const auto form = FormFinder(table, column, texts.texts).find(notes);
    if (!form) return std::unexpected(form.error());

    DateReader reader;
    std::vector<Key> keys;
    for (const auto& text : texts.texts)
        keys.push_back(*reader.read(*form, text.text));

    Periods periods;
    periods.calendar = Calendar(*form, spoken_unit(*form, keys));
    periods.keys.reserve(rows.size());
    for (const auto text : texts.text_of_row)
        periods.keys.push_back(keys[text]);
    return periods;
}

Periods numbered_periods(std::size_t rows) {
    Periods periods;
    periods.keys.resize(rows);
    std::iota(periods.keys.begin(), periods.keys.end(), Key{1});
    return periods;
}

}  // namespace primum::datasets
