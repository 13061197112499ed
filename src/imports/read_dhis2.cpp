#include <charconv>
#include <limits>

#include "csv/in_quotes.h"
#include "imports/days.h"
#include "imports/name_list.h"
#include "imports/patients.h"
#include "imports/read_table.h"
#include "json/value.h"
#include "language/language.h"

namespace primum::imports {
namespace {

using language::sentence;

std::string text_of(const json::Value& object, std::string_view name) {
    return object.member<std::string>(name).value_or("");
}

/// DHIS2 writes values as texts; some programs write numbers.
std::optional<double> number_of(const json::Value& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    if (const auto* number = value.as<double>()) return *number;
    const auto* text = value.as<std::string>();
    if (text == nullptr) return {};
    double number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) return {};
    return number;
}

class DataValues {
public:
    explicit DataValues(const json::Value& set)
        : period_(text_of(set, "period")), unit_(text_of(set, "orgUnit")) {}

    void take(const json::Value& value) {
        ++reading_.last_row;
        if (const auto* deleted = value.find("deleted"); deleted && deleted->as<bool>())
            if (*deleted->as<bool>()) return;
        const auto period = text_of(value, "period");
        const auto day = dhis2_period(period.empty() ? period_ : period);
        if (!day)
            return problem("period", sentence("{} is not a period as DHIS2 writes it."),
                           period.empty() ? period_ : period);
        const auto* written = value.find("value");
        const auto number = written ? number_of(*written) : std::nullopt;
        if (!number)
            return problem("value", sentence("{} is not a number: correct it, or empty the cell."),
                           text_of(value, "value"));
        const auto unit = text_of(value, "orgUnit");
        const auto part = text_of(value, "categoryOptionCombo");
        const bool whole = part == "default" || part == "HllvX50cXC0";
        reading_.rows.push_back({.row = reading_.last_row,
                                 .organisation = names_.number_of(unit.empty() ? unit_ : unit),
                                 .measure = names_.number_of(text_of(value, "dataElement")),
                                 .stratum = whole ? kNobody : names_.number_of(part),
                                 .note = names_.number_of(text_of(value, "comment")),
                                 .day = *day,
                                 .numerator = *number,
                                 .denominator = std::numeric_limits<double>::quiet_NaN()});
    }

    Reading done() {
        reading_.names = std::move(names_).list();
        return std::move(reading_);
    }

private:
    void problem(std::string column, const char* english, std::string_view what) {
        reading_.problems.push_back({.row = reading_.last_row,
                                     .column = std::move(column),
                                     .english = english,
                                     .what = csv::in_quotes(what)});
    }

    std::string period_;
    std::string unit_;
    NameList names_;
    Reading reading_;
};

}  // namespace

Checked<Reading> read_dhis2(std::string_view text) {
    if (auto clean = without_patients(text); !clean) return std::unexpected(clean.error());
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto set = json::parse(text);
    const json::Value* values = set ? set->find("dataValues") : nullptr;
    const auto* all = values ? values->as<json::Value::Array>() : nullptr;
    if (all == nullptr)
        return refuse(
            "The file is JSON, but no dataValueSet of DHIS2: send that, or a CSV or Excel file.");
    DataValues reading(*set);
    for (const json::Value& value : *all)
        reading.take(value);
    return reading.done();
}

}  // namespace primum::imports
