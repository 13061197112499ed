#include "design/hero.h"

namespace primum::design {

using html::html;

html::Html hero(const Hero& h) {
    html::Html text;
    if (!h.text.empty()) text = html(R"(<p class="nhsuk-body-l">{}</p>)", h.text);
    html::Html actions;
    if (!h.actions.empty()) actions = html(R"(<div class="pr-hero__actions">{}</div>)", h.actions);
    html::Html beside;
    if (!h.beside.empty())
        beside = html(R"(<div class="nhsuk-grid-column-one-third">{}</div>)", h.beside);
    return html(R"(
        <div class="nhsuk-hero pr-hero"><div class="nhsuk-width-container"><div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds"><div class="nhsuk-hero__content">
        <h1 class="nhsuk-heading-xl nhsuk-hero__heading">{}</h1>{}{}</div></div>{}
        </div></div></div>)",
                h.heading, text, actions, beside);
}

html::Html section(const html::Html& content, bool shaded) {
    return html(R"(<div class="pr-section{}"><div class="nhsuk-width-container">{}</div></div>)",
                shaded ? " pr-section--shaded" : "", content);
}

}  // namespace primum::design
