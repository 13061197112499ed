#include "design/page.h"

#include "design/page_footer.h"
#include "design/page_header.h"

namespace primum::design {

using html::html;

namespace {

html::Html before_main(const View& view, const Page& page) {
    if (page.back) return back_link(view, *page.back);
    return breadcrumb(view, page.breadcrumb);
}

html::Html contained(const html::Html& content, std::string_view more) {
    if (content.empty()) return {};
    return html(R"(<div class="nhsuk-width-container{}">{}</div>)", more, content);
}

std::string title_of(const View& view, const Page& page) {
    std::string title;
    if (page.error) (title += view.say("Error:")) += ' ';
    if (!page.title.empty()) (title += page.title) += " – ";
    return title += view.service;
}

}  // namespace

html::Html page(const View& view, const Page& page, const html::Html& main) {
    const bool right_to_left = view.words->direction() == language::Direction::right_to_left;
    const bool wide = !page.hero.empty() || !page.bands.empty();
    return html(R"(
        <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light"></head>
        <body><a class="nhsuk-skip-link" data-module="nhsuk-skip-link" href="#maincontent">{}</a>
        {}{}<main id="maincontent" class="{}">{}{}{}</main>{}</body></html>)",
                view.words->code(), right_to_left ? "rtl" : "ltr", title_of(view, page),
                view.say("Skip to main content"), page_header(view),
                contained(before_main(view, page), ""), wide ? "pr-wide" : "pr-main", page.hero,
                contained(main, " nhsuk-main-wrapper"), page.bands, page_footer(view, page.footer));
}

html::Html two_thirds(const html::Html& content) {
    return html(
        R"(<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">{}</div></div>)",
        content);
}

}  // namespace primum::design
