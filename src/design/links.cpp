#include "design/links.h"

#include "design/icon.h"

namespace primum::design {

using html::html;

html::Html breadcrumb(const View& view, const std::vector<Crumb>& crumbs) {
    if (crumbs.empty()) return {};
    html::Html items;
    for (const Crumb& crumb : crumbs)
        items.append(R"(<li class="nhsuk-breadcrumb__list-item"><a class="nhsuk-breadcrumb__link" )"
                     R"(href="{}">{}</a></li>)",
                     crumb.where, crumb.label);
    // A phone shows the last step only.
    return html(R"(
        <nav class="nhsuk-breadcrumb" aria-label="{}"><ol class="nhsuk-breadcrumb__list">{}</ol>
        <a class="nhsuk-back-link" href="{}"><span class="nhsuk-u-visually-hidden">{} </span>{}</a></nav>)",
                view.say("Breadcrumb"), items, crumbs.back().where, view.say("Back to"),
                crumbs.back().label);
}

html::Html back_link(const View& view, const html::Url& where) {
    return html(R"(<a class="nhsuk-back-link" href="{}">{}</a>)", where, view.say("Back"));
}

html::Html link(const html::Url& where, const Content& words, const Text& hidden_words) {
    if (hidden_words.empty())
        return html(R"(<a class="nhsuk-link" href="{}">{}</a>)", where, words);
    return html(
        R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
        where, words, hidden_words);
}

html::Html action_link(const Content& label, const html::Url& where) {
    return html(R"(<a class="nhsuk-action-link" href="{}">{}<span )"
                R"(class="nhsuk-action-link__text">{}</span></a>)",
                where, icon(Icon::arrow_right_circle), label);
}

}  // namespace primum::design
