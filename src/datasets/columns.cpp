#include "datasets/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "csv/in_quotes.h"
#include "datasets/date_forms.h"
#include "datasets/headings.h"
#include "datasets/numbers.h"

namespace primum::datasets {
namespace {

// Likely headings, likeliest first. "n" is a count in one file and an exposure in the next, so it
// comes last in both lists, and one column is never both.
constexpr std::string_view kDates[] = {
    "date",    "period", "month",      "week",         "week_ending",  "week_commencing",
    "quarter", "day",    "year_month", "month_ending", "period_start", "time",
    "year",    "i",      "index",      "lot",          "sample",       "subgroup"};
constexpr std::string_view kValues[] = {
    "value",        "measurement",   "result",     "rate", "score", "days_between",
    "time_between", "cases_between", "percentage", "y",    "x"};
constexpr std::string_view kNumerators[] = {
    "numerator", "num",           "events",     "count",
    "counts",    "breaches",      "deaths",     "falls",
    "harms",     "infections",    "ulcers",     "pressure_ulcers",
    "incidents", "errors",        "complaints", "readmissions",
    "defects",   "nonconforming", "compliant",  "ontime",
    "passed",    "yes",           "cases",      "d",
    "r",         "number",        "total",      "n"};
constexpr std::string_view kDenominators[] = {"denominator",   "den",          "exposure",
                                              "bed_days",      "patient_days", "occupied_bed_days",
                                              "risk_days",     "device_days",  "line_days",
                                              "catheter_days", "attendances",  "admissions",
                                              "discharges",    "operations",   "procedures",
                                              "patients",      "population",   "opportunities",
                                              "observations",  "days",         "size",
                                              "sample_size",   "cases",        "n"};
constexpr std::string_view kSeries[] = {"series",
                                        "organisation",
                                        "organization",
                                        "organisation_code",
                                        "organisation_name",
                                        "org",
                                        "org_code",
                                        "org_name",
                                        "trust",
                                        "trust_code",
                                        "provider",
                                        "provider_code",
                                        "hospital",
                                        "site",
                                        "site_code",
                                        "ward",
                                        "unit",
                                        "department",
                                        "team",
                                        "practice",
                                        "region",
                                        "location",
                                        "facet",
                                        "group",
                                        "grp",
                                        "measure"};
constexpr std::string_view kPhases[] = {"phase", "part"};
constexpr std::string_view kExclusions[] = {"exclude", "excluded", "ghost"};

class Finder {
public:
    Finder(const csv::Table& table, const WantedColumns& wanted) : table_(table), wanted_(wanted) {
        for (std::size_t i = 0; i < table.columns(); ++i)
            plain_.push_back(plain_heading(table.heading(i)));
    }

    Checked<Columns> find(Notes& notes) {
        const bool found = take_named() && take_guesses();
        if (!found) return refuse(std::move(refusal_));
        if (!guesses_.empty())
            notes.push_back(fmt::format("Columns guessed from their headings: {}.", guesses_));
        return columns_;
    }

private:
    using Column = std::optional<std::size_t>;

    bool take_named() {
        return named(wanted_.date, columns_.date) && named(wanted_.value, value_) &&
               named(wanted_.numerator, numerator_) &&
               named(wanted_.denominator, columns_.denominator) &&
               named(wanted_.phase, columns_.phase) && named(wanted_.exclude, columns_.exclude) &&
               named_by();
    }

    bool named(const std::string& heading, Column& column) {
        if (heading.empty()) return true;
        const auto found = find_column(table_, heading);
        if (!found) refusal_ = found.error().sentence;
        if (found) column = *found;
        if (found) used_.push_back(*found);
        return found.has_value();
    }

    bool named_by() {
        for (const auto& heading : wanted_.by) {
            Column column;
            if (!named(heading, column)) return false;
            columns_.by.push_back(*column);
        }
        return true;
    }

    bool take_guesses() {
        if (!columns_.date) guess_date();
        if (columns_.by.empty() && !wanted_.one_series)
            if (const auto by = guess("by", kSeries)) columns_.by.push_back(*by);
        if (!columns_.phase) columns_.phase = guess("phase", kPhases);
        if (!columns_.exclude) columns_.exclude = guess("exclude", kExclusions);
        return take_values();
    }

    bool take_values() {
        if (!value_ && !numerator_ && !columns_.denominator) value_ = guess("value", kValues);
        if (value_) {
            columns_.value = *value_;
            return true;
        }
        if (!columns_.denominator && !wanted_.no_denominator)
            columns_.denominator = guess("denominator", kDenominators);
        if (!numerator_) numerator_ = guess("numerator", kNumerators);
        if (!numerator_) numerator_ = only_number_left();
        if (numerator_) {
            columns_.value = *numerator_;
            columns_.is_ratio = columns_.denominator.has_value();
            return true;
        }
        refusal_ = fmt::format(
            "It is not clear which column holds the numbers: name it with --value, or with "
            "--numerator and --denominator. The columns are {}.",
            list_of_headings(table_));
        return false;
    }

    /// A heading such as "period" may also hold words, so the cell below must look like a date.
    void guess_date() {
        for (const auto heading : kDates) {
            const auto column = unused(heading);
            if (!column || !is_some_date(table_.cell(0, *column))) continue;
            columns_.date = column;
            return take("date", *column);
        }
    }

    Column guess(std::string_view role, std::span<const std::string_view> headings) {
        for (const auto heading : headings) {
            const auto column = unused(heading);
            if (!column) continue;
            take(role, *column);
            return column;
        }
        return {};
    }

    Column only_number_left() {
        Column only;
        for (std::size_t i = 0; i < table_.columns(); ++i) {
            if (is_used(i) || !is_number(table_.cell(0, i))) continue;
            if (only) return {};
            only = i;
        }
        if (only) take("value", *only);
        return only;
    }

    Column unused(std::string_view plain) const {
        const auto found = std::find(plain_.begin(), plain_.end(), plain);
        const auto column = static_cast<std::size_t>(found - plain_.begin());
        if (found == plain_.end() || is_used(column)) return {};
        return column;
    }

    bool is_used(std::size_t column) const {
        return std::find(used_.begin(), used_.end(), column) != used_.end();
    }

    void take(std::string_view role, std::size_t column) {
        used_.push_back(column);
        if (!guesses_.empty()) guesses_ += ", ";
        guesses_ += fmt::format("{} = {}", role, csv::in_quotes(table_.heading(column)));
    }

    const csv::Table& table_;
    const WantedColumns& wanted_;
    std::vector<std::string> plain_;
    Columns columns_;
    Column value_;
    Column numerator_;
    std::vector<std::size_t> used_;
    std::string guesses_;
    std::string refusal_;
};

}  // namespace

Checked<std::size_t> find_column(const csv::Table& table, std::string_view heading) {
    if (const auto exact = table.find(heading)) return *exact;
    const std::string plain = plain_heading(heading);
    for (std::size_t i = 0; i < table.columns(); ++i)
        if (plain_heading(table.heading(i)) == plain) return i;
    return refuse(fmt::format("There is no column {}{}", csv::in_quotes(heading),
                              nearest_heading(table, heading)));
}

Checked<Columns> find_columns(const csv::Table& table, const WantedColumns& wanted, Notes& notes) {
    return Finder(table, wanted).find(notes);
}

}  // namespace primum::datasets
