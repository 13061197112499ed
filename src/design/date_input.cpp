#include "design/date_input.h"

#include "design/field.h"
#include "design/fieldset.h"

namespace primum::design {

using html::html;

namespace {

html::Html part(const std::string& name, const Text& value, std::string_view label, int width,
                bool wrong) {
    return html(R"(
        <div class="nhsuk-date-input__item">
        <div class="nhsuk-form-group{}">
        <label class="nhsuk-label nhsuk-date-input__label" for="{}">{}</label>
        <input class="nhsuk-input{} nhsuk-input--width-{} nhsuk-date-input__input" id="{}" name="{}"
          type="text" value="{}" inputmode="numeric"></div></div>)",
                wrong ? " nhsuk-form-group--error" : "", name, label,
                wrong ? " nhsuk-input--error" : "", width, name, name, unless_empty(value));
}

}  // namespace

html::Html date_input(const View& view, const DateInput& d) {
    const Described described = describe(view, d.name, d.hint, d.error);
    const bool error = !d.error.empty();
    const auto inner =
        html(R"({}<div class="nhsuk-date-input" id="{}">{}{}{}</div>)", described.markup, d.name,
             part(d.name + "-day", d.day, view.say("Day"), 2, error && d.wrong_day),
             part(d.name + "-month", d.month, view.say("Month"), 2, error && d.wrong_month),
             part(d.name + "-year", d.year, view.say("Year"), 4, error && d.wrong_year));
    return html(
        R"(<div class="{}">{}</div>)", group_classes(d.error),
        fieldset({.legend = d.legend, .described_by = described.by, .role = "group"}, inner));
}

}  // namespace primum::design
