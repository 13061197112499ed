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
        beside =
            html(R"(<div class="nhsuk-grid-column-one-third pr-hero__beside">{}</div>)", h.beside);
    return html(R"(
        <div class="nhsuk-hero pr-hero"><div class="nhsuk-width-container"><div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds"><div class="nhsuk-hero__content">
        <h1 class="nhsuk-heading-xl nhsuk-hero__heading">{}</h1>{}{}</div></div>{}
        </div></div></div>)",
                h.heading, text, actions, beside);
}

html::Html falling_chart() {
    // Two levels of a control chart, each with its centre and its limits, and the months between.
    return html(R"(
        <svg class="pr-falling" viewBox="0 0 320 220" focusable="false" aria-hidden="true">
        <path class="pr-falling__limits" d="M8 28H152M8 108H152M168 112H312M168 192H312"/>
        <path class="pr-falling__centre" d="M8 68H152M168 152H312"/>
        <path class="pr-falling__line" d="M16 74 34 52 52 84 70 60 88 92 106 48 124 70 142 58 178 148 196 132 214 164 232 146 250 172 268 138 286 158 304 150"/>
        <g class="pr-falling__points"><circle cx="16" cy="74" r="4"/><circle cx="34" cy="52" r="4"/><circle cx="52" cy="84" r="4"/><circle cx="70" cy="60" r="4"/><circle cx="88" cy="92" r="4"/><circle cx="106" cy="48" r="4"/><circle cx="124" cy="70" r="4"/><circle cx="142" cy="58" r="4"/></g>
        <g class="pr-falling__after"><circle cx="178" cy="148" r="5"/><circle cx="196" cy="132" r="5"/><circle cx="214" cy="164" r="5"/><circle cx="232" cy="146" r="5"/><circle cx="250" cy="172" r="5"/><circle cx="268" cy="138" r="5"/><circle cx="286" cy="158" r="5"/><circle cx="304" cy="150" r="5"/></g></svg>)");
}

html::Html section(const html::Html& content, bool shaded) {
    return html(R"(<div class="pr-section{}"><div class="nhsuk-width-container">{}</div></div>)",
                shaded ? " pr-section--shaded" : "", content);
}

}  // namespace primum::design
