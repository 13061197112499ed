#include "design/callouts.h"

namespace primum::design {

using html::html;

html::Html inset_text(const View& view, const html::Html& text) {
    return html(R"(<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">{} </span>)"
                R"({}</div>)",
                view.say("Information:"), text);
}

html::Html warning_callout(const View& view, const Content& heading, const html::Html& text,
                           int level) {
    // Said once: before a heading of its own, or as the heading.
    const auto words = heading.empty()
                           ? html("{}", view.say("Important"))
                           : html(R"(<span role="text"><span class="nhsuk-u-visually-hidden">{} )"
                                  R"(</span>{}</span>)",
                                  view.say("Important:"), heading);
    const auto title = level == 2 ? html(R"(<h2 class="nhsuk-card__heading">{}</h2>)", words)
                                  : html(R"(<h3 class="nhsuk-card__heading">{}</h3>)", words);
    return html(R"(
        <div class="nhsuk-card nhsuk-card--warning"><div class="nhsuk-card__content">
        {}{}</div></div>)",
                title, text);
}

html::Html panel(const Content& heading, const Content& text) {
    html::Html body;
    if (!text.empty()) body = html(R"(<div class="nhsuk-panel__body">{}</div>)", text);
    return html(R"(<div class="nhsuk-panel"><h1 class="nhsuk-panel__heading">{}</h1>{}</div>)",
                heading, body);
}

}  // namespace primum::design
