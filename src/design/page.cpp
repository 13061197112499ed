#include "design/page.h"

#include "design/assets.h"
#include "design/page_footer.h"
#include "design/page_header.h"

namespace primum::design {

using html::html;

namespace {

html::Html contained(const html::Html& content, std::string_view more = {}) {
    if (content.empty()) return {};
    return html(R"(<div class="nhsuk-width-container{}">{}</div>)", more, content);
}

// Both are landmarks, so that nothing on a page stands outside of all of them.
html::Html way_up(const View& view, const Page& page) {
    if (!page.back) return contained(breadcrumb(view, page.breadcrumb));
    return html(R"(<nav aria-label="{}">{}</nav>)", view.say("Breadcrumb"),
                contained(back_link(view, *page.back)));
}

std::string title_of(const View& view, const Page& page) {
    std::string title;
    if (page.error) (title += view.say("Error:")) += ' ';
    if (!page.title.empty()) (title += page.title) += " – ";
    return title += view.service;
}

// Scripts only add to what works without them: one line says at once that they run, the rest waits
// until the page has been read.
html::Html head(const View& view, const Page& page, bool right_to_left) {
    const bool nhs = view.theme == Theme::nhs;
    const char* left = nhs ? "nhs.css" : "neutral.css";
    const char* right = nhs ? "nhs.rtl.css" : "neutral.rtl.css";
    return html(R"(
        <head><meta charset="utf-8"><title>{}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="theme-color" content="{}"><meta name="color-scheme" content="light">
        <link rel="stylesheet" href="{}"><link rel="icon" href="{}" type="image/svg+xml">
        <link rel="apple-touch-icon" href="{}"><link rel="manifest" href="{}">
        <link rel="modulepreload" href="{}"><script type="module" src="{}"></script></head>)",
                title_of(view, page), nhs ? "#005eb8" : "#0b5563",
                asset(right_to_left ? right : left), asset("icon.svg"), asset("icon-180.png"),
                asset("primum.webmanifest"), asset("nhsuk-frontend.js"), asset("primum.js"));
}

}  // namespace

html::Html page(const View& view, const Page& page, const html::Html& main) {
    const bool right_to_left = view.words->direction() == language::Direction::right_to_left;
    return html(R"(
        <!doctype html><html lang="{}" dir="{}">{}
        <body><script src="{}"></script><a class="nhsuk-skip-link" data-module="nhsuk-skip-link"
          href="#maincontent">{}</a>{}<div class="pr-page">{}<main id="maincontent">{}{}{}{}</main></div>
        {}</body></html>)",
                view.words->code(), right_to_left ? "rtl" : "ltr", head(view, page, right_to_left),
                asset("enable.js"), view.say("Skip to main content"), page_header(view),
                way_up(view, page), page.hero, contained(main, " nhsuk-main-wrapper"),
                page.sections, page.latest && view.latest ? view.latest(view) : html::Html(),
                page_footer(view, page.footer));
}

html::Html two_thirds(const html::Html& content) {
    return html(R"(
        <div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">{}</div></div>)",
                content);
}

}  // namespace primum::design
