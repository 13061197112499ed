#include "imports/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "csv/in_quotes.h"
#include "datasets/columns.h"
#include "datasets/date_forms.h"
#include "datasets/headings.h"
#include "datasets/numbers.h"
#include "imports/days.h"

namespace primum::imports {
namespace {

// Likeliest first. What datasets knows (columns.cpp) is asked after these.
constexpr std::string_view kPeriods[] = {"period_start",
                                         "period",
                                         "date",
                                         "month",
                                         "week_commencing",
                                         "week_ending",
                                         "week",
                                         "quarter",
                                         "month_ending",
                                         "year_month",
                                         "day",
                                         "incident_date",
                                         "date_of_incident",
                                         "event_date",
                                         "date_reported",
                                         "reported_date",
                                         "observation_date",
                                         "audit_date",
                                         "date_of_audit",
                                         "redcap_event_name",
                                         "year"};
constexpr std::string_view kOrganisations[] = {"organisation_ods",
                                               "ods_code",
                                               "organisation_code",
                                               "org_code",
                                               "orgunit",
                                               "provider_code",
                                               "trust_code",
                                               "site_code",
                                               "ward_code",
                                               "redcap_data_access_group",
                                               "organisation",
                                               "organization",
                                               "organisation_name",
                                               "org",
                                               "org_name",
                                               "trust",
                                               "provider",
                                               "hospital",
                                               "site",
                                               "ward",
                                               "unit",
                                               "department",
                                               "team",
                                               "location",
                                               "facet",
                                               "group",
                                               "grp"};
constexpr std::string_view kMeasures[] = {"measure", "measure_code", "dataelement", "indicator",
                                          "metric"};
constexpr std::string_view kStrata[] = {"stratum", "strata", "category_option_combo",
                                        "categoryoptioncombo", "catoptcombo"};
constexpr std::string_view kNumerators[] = {"numerator", "num", "number_compliant", "compliant"};
constexpr std::string_view kDenominators[] = {"denominator", "den", "denom"};
constexpr std::string_view kValues[] = {"value"};
constexpr std::string_view kNotes[] = {"note", "notes", "comment", "comments", "annotation"};
constexpr std::string_view kExclusions[] = {"excluded", "exclude", "ghost"};

std::span<const std::string_view> usual_headings(Field field) {
    switch (field) {
        case Field::period:
            return kPeriods;
        case Field::organisation:
            return kOrganisations;
        case Field::measure:
            return kMeasures;
        case Field::stratum:
            return kStrata;
        case Field::numerator:
            return kNumerators;
        case Field::denominator:
            return kDenominators;
        case Field::value:
            return kValues;
        case Field::note:
            return kNotes;
        case Field::excluded:
            return kExclusions;
    }
    return {};
}

bool is_date(std::string_view text) {
    return !datasets::is_number(text) && days_of({text}).days.front().has_value();
}

/// Whether most of the cells that are not empty, of the first rows, pass.
template <class Test>
bool mostly(const csv::Table& table, std::size_t column, Test test) {
    constexpr std::size_t kRowsLookedAt = 30;
    std::size_t seen = 0;
    std::size_t passed = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), kRowsLookedAt); ++row) {
        const auto cell = table.cell(row, column);
        if (cell.empty()) continue;
        ++seen;
        passed += test(cell) ? 1 : 0;
    }
    return passed > 0 && passed * 2 > seen;
}

bool is_numeric(const csv::Table& table, std::size_t column) {
    return mostly(table, column, [](std::string_view cell) {
        if (cell.ends_with('%')) cell.remove_suffix(1);
        return datasets::is_number(cell) || datasets::is_missing(cell);
    });
}

bool is_yes_or_no(std::string_view cell) {
    const auto plain = datasets::plain_heading(cell);
    return plain == "yes" || plain == "no" || plain == "y" || plain == "n" || plain == "true" ||
           plain == "false";
}

class Guess {
public:
    explicit Guess(const csv::Table& table) : table_(table), used_(table.columns()) {
        for (std::size_t i = 0; i < table.columns(); ++i)
            plain_.push_back(datasets::plain_heading(table.heading(i)));
    }

    Mapping any() {
        if (dates_among_headings() >= 2) return as(Shape::across);
        take_usual();
        if (has(Field::numerator) || has(Field::value)) return done(Shape::points);
        if (take_as_analysed()) return done(Shape::points);
        const auto numeric = unused_numeric();
        if (has(Field::period) && numeric.size() > 1) return as_wide(numeric);
        if (has(Field::period) && numeric.empty()) return done(rows_that_happen());
        return done(Shape::points);
    }

    Mapping as(Shape shape) {
        if (shape == Shape::across) return as_across();
        take_usual();
        if (shape == Shape::wide) return as_wide(unused_numeric());
        if (shape == Shape::observations) take_answers();
        if (shape == Shape::points && !has(Field::numerator) && !has(Field::value))
            take_as_analysed();
        if (shape == Shape::incidents) {
            mapping_.columns.erase(Field::numerator);
            mapping_.columns.erase(Field::denominator);
            mapping_.columns.erase(Field::value);
        }
        return done(shape);
    }

private:
    bool has(Field field) const { return mapping_.columns.contains(field); }

    void take(Field field, std::size_t column) {
        mapping_.columns[field] = table_.heading(column);
        used_[column] = true;
    }

    std::optional<std::size_t> unused(std::string_view plain) const {
        for (std::size_t i = 0; i < plain_.size(); ++i)
            if (!used_[i] && plain_[i] == plain) return i;
        return {};
    }

    void take_usual() {
        for (const Field field : kFields)
            for (const auto heading : usual_headings(field)) {
                const auto column = unused(heading);
                if (!column || has(field)) continue;
                if (field == Field::period && !mostly(table_, *column, [](std::string_view cell) {
                        return days_of({cell}).days.front().has_value();
                    }))
                    continue;
                take(field, *column);
            }
    }

    /// The columns that `primum analyse` would plot.
    bool take_as_analysed() {
        datasets::Notes ignored;
        const auto columns = datasets::find_columns(table_, {}, ignored);
        if (!columns || !columns->date || is_used_already(columns->value)) return false;
        if (!has(Field::period)) take(Field::period, *columns->date);
        if (!is_numeric(table_, columns->value)) return false;
        const bool alone =
            unused_numeric().size() > 1 && !columns->is_ratio && !is_named(columns->value);
        if (alone) return false;
        take(columns->is_ratio ? Field::numerator : Field::value, columns->value);
        if (columns->denominator && !is_used_already(*columns->denominator))
            take(Field::denominator, *columns->denominator);
        if (!columns->by.empty() && !has(Field::organisation))
            take(Field::organisation, columns->by.front());
        return true;
    }

    bool is_used_already(std::size_t column) const { return used_[column]; }
    /// A single letter, or n, says too little where several columns hold numbers.
    bool is_named(std::size_t column) const { return plain_[column].size() > 1; }

    std::vector<std::size_t> unused_numeric() const {
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < plain_.size(); ++i)
            if (!used_[i] && is_numeric(table_, i) && !plain_[i].ends_with("_complete"))
                columns.push_back(i);
        return columns;
    }

    std::size_t dates_among_headings() const {
        std::size_t dates = 0;
        for (std::size_t i = 1; i < table_.columns(); ++i)
            if (is_date(table_.heading(i))) ++dates;
        return dates;
    }

    Mapping as_wide(const std::vector<std::size_t>& columns) {
        mapping_.columns.erase(Field::numerator);
        mapping_.columns.erase(Field::denominator);
        mapping_.columns.erase(Field::value);
        for (const auto column : columns)
            mapping_.values.push_back(table_.heading(column));
        mapping_.names = has(Field::organisation) ? Names::measures : Names::organisations;
        return done(Shape::wide);
    }

    Mapping as_across() {
        mapping_ = {};
        for (std::size_t i = 0; i < table_.columns(); ++i) {
            if (is_date(table_.heading(i)) || datasets::is_number(table_.heading(i)))
                mapping_.values.push_back(table_.heading(i));
            else if (std::ranges::find(kMeasures, plain_[i]) != std::end(kMeasures))
                take(Field::measure, i);
            else if (!has(Field::organisation))
                take(Field::organisation, i);
        }
        return done(Shape::across);
    }

    Shape rows_that_happen() {
        take_answers();
        return has(Field::numerator) ? Shape::observations : Shape::incidents;
    }

    void take_answers() {
        if (has(Field::numerator)) return;
        for (std::size_t i = 0; i < plain_.size(); ++i)
            if (!used_[i] && mostly(table_, i, is_yes_or_no)) return take(Field::numerator, i);
    }

    Mapping done(Shape shape) {
        mapping_.shape = shape;
        return mapping_;
    }

    const csv::Table& table_;
    std::vector<std::string> plain_;
    std::vector<bool> used_;
    Mapping mapping_;
};

}  // namespace

Mapping guess_mapping(const csv::Table& table) {
    return Guess(table).any();
}

Mapping guess_mapping(const csv::Table& table, Shape shape) {
    return Guess(table).as(shape);
}

Checked<void> check_mapping(const csv::Table& table, const Mapping& mapping) {
    for (const auto& [field, heading] : mapping.columns)
        if (const auto found = datasets::find_column(table, heading); !found)
            return std::unexpected(found.error());
    for (const auto& heading : mapping.values)
        if (const auto found = datasets::find_column(table, heading); !found)
            return std::unexpected(found.error());
    const auto has = [&](Field field) { return mapping.columns.contains(field); };
    if (mapping.shape != Shape::across && !has(Field::period))
        return refuse("Say which column holds the period or the date.");
    if (mapping.shape == Shape::points && !has(Field::numerator) && !has(Field::value))
        return refuse("Say which column holds the numbers.");
    if (mapping.shape == Shape::observations && !has(Field::numerator))
        return refuse("Say which column holds the answers, yes or no.");
    const bool many = mapping.shape == Shape::wide || mapping.shape == Shape::across;
    if (many && mapping.values.empty())
        return refuse("Say which columns hold the numbers: tick at least one.");
    return {};
}

std::string headings_key(const csv::Table& table) {
    std::string key;
    for (std::size_t i = 0; i < table.columns(); ++i)
        key += datasets::plain_heading(table.heading(i)) + "\n";
    return key;
}

std::string written(const Mapping& mapping) {
    std::string text = fmt::format("shape={}\nnames={}\n", name(mapping.shape),
                                   mapping.names == Names::measures ? "measures" : "organisations");
    // A heading may run over several lines in its cell; no key does.
    const auto line = [&](std::string_view key, std::string heading) {
        std::ranges::replace(heading, '\n', ' ');
        text += fmt::format("{}={}\n", key, heading);
    };
    for (const auto& [field, heading] : mapping.columns)
        line(name(field), heading);
    for (const auto& heading : mapping.values)
        line("column", heading);
    return text;
}

Mapping parse_mapping(std::string_view text) {
    Mapping mapping;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) continue;
        const auto key = line.substr(0, equals);
        const auto what = line.substr(equals + 1);
        if (key == "shape") mapping.shape = parse_shape(what).value_or(Shape::points);
        if (key == "names" && what == "measures") mapping.names = Names::measures;
        if (key == "column") mapping.values.emplace_back(what);
        if (const auto field = parse_field(key)) mapping.columns[*field] = what;
    }
    return mapping;
}

}  // namespace primum::imports
