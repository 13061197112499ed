#include "measures/point_form.h"

#include <algorithm>
#include <cmath>

#include "chart/number.h"
#include "language/language.h"
#include "measures/note.h"
#include "measures/saving.h"
#include "measures/typed_number.h"

namespace primum::measures {
namespace {

using language::sentence;
using organisations::TypedDay;

constexpr std::size_t kEnoughToKnow = 6;  // points, before anything is called usual
constexpr double kFar = 5;                // times the usual, or a fifth of it

std::optional<Day> period_in(const PointForm& form, Frequency frequency, Problems& problems) {
    if (asks_for_a_day(frequency)) {
        const auto day = organisations::check_day(form.day, "day", "Enter the day.", problems);
        return day ? std::optional(period_of(frequency, *day)) : std::nullopt;
    }
    const auto period = parse_period(frequency, form.period);
    if (!period) problems.add("period", sentence("Choose the period."));
    return period;
}

std::optional<double> number_in(const std::string& text, const char* field, Problems& problems) {
    const auto number = typed_number(text);
    if (!number) problems.add(field, number.error().sentence);
    return number ? *number : std::nullopt;
}

/// Which field a refusal of check_point is about.
const char* field_of(const Said& said, const Definition& says) {
    return said.numerator && says.divides() && !said.denominator ? "denominator" : "numerator";
}

double median_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::string plain(double number) {
    constexpr double kTen = 10;
    return chart::number(std::round(number * kTen) / kTen, {chart::NumberStyle::plain, 1});
}

std::optional<std::string> far_from(const design::View& view, const std::string& what,
                                    const std::vector<double>& before, double now) {
    if (before.size() < kEnoughToKnow) return {};
    const double usual = median_of(before);
    if (usual <= 0 || now <= 0) return {};
    if (now >= kFar * usual)
        return view.say("{}: {} is about {} times the usual {}.", what, plain(now),
                        plain(now / usual), plain(usual));
    // Small counts fall to a fifth by chance.
    constexpr double kEnoughToFall = 20;
    if (now * kFar <= usual && usual >= kEnoughToFall)
        return view.say("{}: {} is far below the usual {}.", what, plain(now), plain(usual));
    return {};
}

}  // namespace

PointForm PointForm::from(const http::Form& form) {
    return {.period = std::string(form.text("period")),
            .day = TypedDay::from(form, "day"),
            .numerator = std::string(form.text("numerator")),
            .denominator = std::string(form.text("denominator")),
            .note = std::string(form.text("note")),
            .checked = std::string(form.text("checked")),
            .rev = std::string(form.text("rev"))};
}

PointForm PointForm::of(const Measure& measure, const Point& point) {
    return {.period = iso_period(measure.now().frequency, point.said.period),
            .day = TypedDay::of(point.said.period),
            .numerator = in_form(point.said.numerator),
            .denominator = in_form(point.said.denominator),
            .note = point.said.note,
            .checked = {},
            .rev = std::to_string(point.rev)};
}

bool asks_for_a_day(Frequency frequency) {
    return frequency == Frequency::event || frequency == Frequency::day;
}

Valid<Said> check(const PointForm& form, const Material& material, std::optional<Day> period,
                  Day today) {
    Problems problems;
    Said said{.period = {}, .note = form.note};
    if (!period) period = period_in(form, material.measure.now().frequency, problems);
    said.numerator = number_in(form.numerator, "numerator", problems);
    const Definition& says = material.measure.on(period.value_or(today)).says;
    if (says.divides()) said.denominator = number_in(form.denominator, "denominator", problems);
    if (const auto fine = check_note(form.note); !fine) problems.add("note", fine.error().sentence);
    if (const auto fine = check_note(form.checked); !fine)
        problems.add("checked", fine.error().sentence);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    said.period = *period;
    if (!form.checked.empty()) said.note += (said.note.empty() ? "" : " ") + form.checked;
    if (const auto fine = check_point(material.measure, material.series, said, today); !fine)
        problems.add(said.period > today ? "period" : field_of(said, says), fine.error().sentence);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return said;
}

std::optional<std::string> unusual(const design::View& view, const Material& material,
                                   const Said& said) {
    if (!said.numerator) return {};
    const Definition& says = material.measure.on(said.period).says;
    std::vector<double> values;
    std::vector<double> denominators;
    for (const Point& point : material.points) {
        if (!point.counts() || point.said.period == said.period) continue;
        const double under = says.divides() ? point.said.denominator.value_or(0) : 1;
        if (under <= 0) continue;
        values.push_back(says.multiplier * *point.said.numerator / under);
        denominators.push_back(under);
    }
    if (says.divides()) {
        const double under = said.denominator.value_or(0);
        if (auto far = far_from(view, says.denominator, denominators, under)) return far;
        if (under <= 0) return {};
        return far_from(view, says.name, values, says.multiplier * *said.numerator / under);
    }
    return far_from(view, says.name, values, says.multiplier * *said.numerator);
}

std::vector<Day> missing_periods(const Material& material, Day today) {
    const Frequency frequency = material.measure.now().frequency;
    if (frequency == Frequency::event) return {};
    std::vector<Day> missing;
    const Day last = material.series.ends ? std::min(*material.series.ends, today) : today;
    auto point = material.points.rbegin();
    const Day first = period_of(frequency, material.series.starts);
    for (Day period = earlier_period(frequency, period_of(frequency, last)); period >= first;
         period = earlier_period(frequency, period)) {
        while (point != material.points.rend() && point->said.period > period)
            ++point;
        if (point == material.points.rend() || point->said.period != period)
            missing.push_back(period);
    }
    return missing;
}

}  // namespace primum::measures
