#include "design/fieldset.h"

namespace primum::design {

using html::html;

namespace {

html::Html legend(const Label& label) {
    if (label.words.empty()) return {};
    const std::string classes =
        sized("nhsuk-fieldset__legend", " nhsuk-fieldset__legend--", label.size);
    if (label.place == Label::Place::in_form)
        return html(R"(<legend class="{}">{}</legend>)", classes, label.words);
    return html(R"(<legend class="{}"><h1 class="nhsuk-fieldset__heading">{}</h1></legend>)",
                classes, label.words);
}

}  // namespace

html::Html fieldset(const Fieldset& f, const html::Html& fields) {
    return html(
        R"(<fieldset class="nhsuk-fieldset" role="{}" aria-describedby="{}">{}{}</fieldset>)",
        unless_empty(f.role), unless_empty(f.described_by), legend(f.legend), fields);
}

}  // namespace primum::design
