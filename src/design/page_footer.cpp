#include "design/page_footer.h"

namespace primum::design {

using html::html;

namespace {

html::Html language_item(const View& view, const language::Language& language) {
    if (language.code() == view.words->code())
        return html(R"(<li class="nhsuk-footer__list-item"><span lang="{}" aria-current="true">)"
                    R"({}</span></li>)",
                    language.code(), language.own_name());
    return html(R"(<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" )"
                R"(href="{}" lang="{}" hreflang="{}" rel="nofollow">{}</a></li>)",
                html::url("/language/{}?return={}", language.code(), view.path), language.code(),
                language.code(), language.own_name());
}

html::Html languages(const View& view) {
    if (!view.languages || view.languages->size() < 2) return {};
    html::Html items;
    for (const language::Language* language : *view.languages)
        items += language_item(view, *language);
    return html(
        R"(<h2 class="nhsuk-u-visually-hidden">{}</h2><ul class="nhsuk-footer__list">{}</ul>)",
        view.say("Language"), items);
}

html::Html links(const View& view) {
    if (view.footer.empty()) return {};
    html::Html items;
    for (const MenuItem& item : view.footer)
        items += html(R"(<li class="nhsuk-footer__list-item"><a )"
                      R"(class="nhsuk-footer__list-item-link" href="{}">{}</a></li>)",
                      item.where, item.label);
    return html(
        R"(<h2 class="nhsuk-u-visually-hidden">{}</h2><ul class="nhsuk-footer__list">{}</ul>)",
        view.say("About this service"), items);
}

}  // namespace

html::Html page_footer(const View& view, const html::Html& more) {
    return html(R"(
        <footer class="nhsuk-footer"><div class="nhsuk-width-container">{}
        <div class="nhsuk-footer__meta">{}{}<p class="nhsuk-body-s">{}</p></div></div></footer>)",
                more, links(view), languages(view), view.service);
}

}  // namespace primum::design
