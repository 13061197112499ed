#include "imports/read_table.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <numeric>
#include <optional>

#include "csv/guard.h"
#include "csv/in_quotes.h"
#include "datasets/columns.h"
#include "datasets/headings.h"
#include "datasets/names.h"
#include "datasets/numbers.h"
#include "imports/days.h"
#include "imports/name_list.h"
#include "language/language.h"

namespace primum::imports {
namespace {

using language::sentence;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// "12/13", as wards write it into one cell.
struct Fraction {
    double numerator;
    double denominator;
};
std::optional<Fraction> fraction(std::string_view cell) {
    const auto slash = cell.find('/');
    if (slash == std::string_view::npos) return {};
    Fraction result{};
    const auto whole = [](std::string_view text, double& number) {
        while (text.starts_with(' '))
            text.remove_prefix(1);
        while (text.ends_with(' '))
            text.remove_suffix(1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size();
    };
    if (!whole(cell.substr(0, slash), result.numerator) ||
        !whole(cell.substr(slash + 1), result.denominator))
        return {};
    return result;
}

std::optional<double> percentage(std::string_view cell) {
    if (!cell.ends_with('%')) return {};
    cell.remove_suffix(1);
    while (cell.ends_with(' '))
        cell.remove_suffix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size()) return {};
    return number / 100;
}

/// The numbers of one column and what else its cells said.
struct Numbers {
    std::vector<double> values;
    std::vector<std::uint8_t> wrong;  ///< empty where none is
};

class TableReading {
public:
    TableReading(const csv::Table& table, const Mapping& mapping)
        : table_(table), mapping_(mapping), rows_(table.rows()) {
        std::iota(rows_.begin(), rows_.end(), 0U);
    }

    Reading read() {
        if (table_.rows() > 0)
            reading_.last_row = static_cast<std::uint32_t>(table_.row_number(table_.rows() - 1));
        read_days();
        switch (mapping_.shape) {
            case Shape::points:
                read_points();
                break;
            case Shape::wide:
                read_wide();
                break;
            case Shape::across:
                read_across();
                break;
            case Shape::incidents:
            case Shape::observations:
                reading_.counted = true;
                read_happenings();
                break;
        }
        reading_.names = std::move(names_).list();
        return std::move(reading_);
    }

private:
    using Column = std::optional<std::size_t>;

    Column column(Field field) const {
        const auto found = mapping_.columns.find(field);
        if (found == mapping_.columns.end()) return {};
        return datasets::find_column(table_, found->second).value();
    }

    void problem(std::size_t row, std::size_t column, const char* english, std::string_view what) {
        reading_.problems.push_back({.row = static_cast<std::uint32_t>(table_.row_number(row)),
                                     .column = table_.heading(column),
                                     .english = english,
                                     .what = csv::in_quotes(what)});
    }

    void read_days() {
        const auto period = column(Field::period);
        if (!period) return;
        datasets::Names different;
        std::vector<std::uint32_t> of_row;
        of_row.reserve(rows_.size());
        for (const auto row : rows_)
            of_row.push_back(different.number_of(table_.cell(row, *period)));
        const Days days = days_of(different.texts());
        reading_.notes = days.notes;
        days_.reserve(rows_.size());
        for (const auto row : rows_) {
            days_.push_back(days.days[of_row[row]]);
            if (!days_.back())
                problem(row, *period,
                        sentence("{} is not a date: write dates as 2025-04-25 or 25/04/2025."),
                        table_.cell(row, *period));
        }
    }

    std::uint32_t named(Column column, std::size_t row) {
        return column ? names_.number_of(table_.cell(row, *column)) : kNobody;
    }
    std::uint32_t said(Column column, std::size_t row) {
        return column ? names_.number_of(csv::without_guard(table_.cell(row, *column))) : kNobody;
    }

    /// What the row says beside its numbers.
    Incoming beside(std::size_t row) {
        return {.row = static_cast<std::uint32_t>(table_.row_number(row)),
                .organisation = named(organisation_, row),
                .measure = named(measure_, row),
                .stratum = stratum(row),
                .note = said(note_, row),
                .excluded = exclusion(row),
                .day = Day{},
                .numerator = kNone,
                .denominator = kNone};
    }

    /// DHIS2 calls the whole "default".
    std::uint32_t stratum(std::size_t row) {
        if (!stratum_) return kNobody;
        const auto cell = table_.cell(row, *stratum_);
        if (cell.empty() || cell == "default" || cell == "HllvX50cXC0") return kNobody;
        return names_.number_of(csv::without_guard(cell));
    }

    std::uint32_t exclusion(std::size_t row) {
        if (!excluded_) return kNobody;
        const auto plain = datasets::plain_heading(table_.cell(row, *excluded_));
        if (plain.empty() || plain == "0" || plain == "no" || plain == "false") return kNobody;
        if (plain == "1" || plain == "yes" || plain == "true" || plain == "x")
            return names_.number_of("excluded in the file");
        return said(excluded_, row);
    }

    void find_columns() {
        organisation_ = column(Field::organisation);
        measure_ = column(Field::measure);
        stratum_ = column(Field::stratum);
        note_ = column(Field::note);
        excluded_ = column(Field::excluded);
    }

    Numbers numbers(std::size_t column) {
        Numbers result;
        std::vector<std::uint32_t> wrong;
        result.values = datasets::numbers_of(table_, column, rows_, reading_.notes, wrong);
        if (wrong.empty()) return result;
        result.wrong.resize(rows_.size());
        for (const auto position : wrong)
            result.wrong[position] = 1;
        return result;
    }

    bool is_wrong(const Numbers& numbers, std::size_t row) const {
        return !numbers.wrong.empty() && numbers.wrong[row] != 0;
    }

    /// A number that the plain way could not read: a percentage, or two numbers in one cell. False
    /// where it is none of these.
    bool take_odd_number(std::size_t row, std::size_t column, Incoming& point) {
        const auto cell = table_.cell(row, column);
        if (const auto share = percentage(cell)) {
            point.numerator = *share;
            point.percent = true;
            return true;
        }
        if (const auto both = fraction(cell)) {
            point.numerator = both->numerator;
            point.denominator = both->denominator;
            return true;
        }
        problem(row, column, sentence("{} is not a number: correct it, or empty the cell."), cell);
        return false;
    }

    /// A value where there is no numerator; Primum's own files have both.
    void read_points() {
        find_columns();
        const auto numerator_at = column(Field::numerator);
        const auto denominator_at = column(Field::denominator);
        const auto value_at = column(Field::value);
        const Numbers numerators = numerator_at ? numbers(*numerator_at) : Numbers{};
        const Numbers denominators = denominator_at ? numbers(*denominator_at) : Numbers{};
        const Numbers values = value_at && !numerator_at ? numbers(*value_at) : Numbers{};
        const Numbers& first = numerator_at ? numerators : values;
        const std::size_t first_at = numerator_at ? *numerator_at : *value_at;
        reading_.rows.reserve(rows_.size());
        for (const auto row : rows_) {
            if (!days_[row]) continue;
            Incoming point = beside(row);
            point.day = *days_[row];
            point.column = static_cast<std::uint32_t>(first_at);
            point.numerator = first.values[row];
            if (is_wrong(first, row) && !take_odd_number(row, first_at, point)) continue;
            if (denominator_at && is_wrong(denominators, row)) {
                problem(row, *denominator_at,
                        sentence("{} is not a number: correct it, or empty the cell."),
                        table_.cell(row, *denominator_at));
                continue;
            }
            if (denominator_at) point.denominator = denominators.values[row];
            reading_.rows.push_back(point);
        }
    }

    /// Cells without a number, and without a note, say nothing.
    void add_cells(std::size_t column, const std::vector<std::optional<Day>>& days,
                   std::uint32_t name) {
        const Numbers cells = numbers(column);
        for (const auto row : rows_) {
            if (!days[row]) continue;
            Incoming point = beside(row);
            point.day = *days[row];
            point.column = static_cast<std::uint32_t>(column);
            point.numerator = cells.values[row];
            if (is_wrong(cells, row) && !take_odd_number(row, column, point)) continue;
            if (point.numerator != point.numerator) continue;
            if (name != kNobody)
                (mapping_.names == Names::measures ? point.measure : point.organisation) = name;
            reading_.rows.push_back(point);
        }
    }

    void read_wide() {
        find_columns();
        for (const auto& heading : mapping_.values) {
            const auto at = datasets::find_column(table_, heading).value();
            add_cells(at, days_, names_.number_of(table_.heading(at)));
        }
    }

    void read_across() {
        find_columns();
        if (mapping_.names == Names::measures && organisation_ && !measure_)
            std::swap(organisation_, measure_);
        std::vector<std::string_view> headings;
        for (const auto& heading : mapping_.values)
            headings.push_back(table_.heading(datasets::find_column(table_, heading).value()));
        const Days days = days_of(headings);
        reading_.notes = days.notes;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const auto at = datasets::find_column(table_, headings[i]).value();
            if (!days.days[i]) {
                reading_.problems.push_back(
                    {.row = 0,
                     .column = table_.heading(at),
                     .english = sentence("{} is not a date: write dates as 2025-04-25 or "
                                         "25/04/2025."),
                     .what = csv::in_quotes(headings[i])});
                continue;
            }
            add_cells(at, std::vector(rows_.size(), days.days[i]), kNobody);
        }
    }

    void read_happenings() {
        find_columns();
        const auto answer = column(Field::numerator);
        const bool counts = mapping_.shape == Shape::incidents;
        note_.reset();  // of one patient, perhaps; the rows are not kept
        excluded_.reset();
        for (const auto row : rows_) {
            if (!days_[row]) continue;
            Incoming point = beside(row);
            point.day = *days_[row];
            point.numerator = 1;
            if (!counts && !take_answer(row, *answer, point)) continue;
            reading_.rows.push_back(point);
        }
    }

    bool take_answer(std::size_t row, std::size_t column, Incoming& point) {
        const auto plain = datasets::plain_heading(table_.cell(row, column));
        const bool yes = plain == "yes" || plain == "y" || plain == "true" || plain == "1" ||
                         plain == "x" || plain == "met";
        const bool no =
            plain == "no" || plain == "n" || plain == "false" || plain == "0" || plain == "not_met";
        if (datasets::is_missing(table_.cell(row, column))) return false;  // an exception
        if (!yes && !no) {
            problem(row, column, sentence("{} is neither yes nor no."), table_.cell(row, column));
            return false;
        }
        point.column = static_cast<std::uint32_t>(column);
        point.numerator = yes ? 1 : 0;
        point.denominator = 1;
        return true;
    }

    const csv::Table& table_;
    const Mapping& mapping_;
    datasets::Rows rows_;
    std::vector<std::optional<Day>> days_;
    NameList names_;
    Reading reading_;
    Column organisation_;
    Column measure_;
    Column stratum_;
    Column note_;
    Column excluded_;
};

}  // namespace

Reading read_table(const csv::Table& table, const Mapping& mapping) {
    return TableReading(table, mapping).read();
}

}  // namespace primum::imports
