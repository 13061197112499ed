#include "design/pagination.h"

#include <vector>

#include "design/icon.h"

namespace primum::design {

using html::html;

namespace {

html::Html page_item(const View& view, const Pages& pages, std::size_t page) {
    const bool current = page == pages.current;
    return html(R"(
        <li class="nhsuk-pagination__item{}"><a class="nhsuk-pagination__link" href="{}"
          aria-label="{}" aria-current="{}">{}</a></li>)",
                current ? " nhsuk-pagination__item--current" : "", pages.where(page),
                view.say("Page {}", page), unless_empty(current ? "page" : ""), page);
}

// The first, the last, the current one and its neighbours. A single page that would be left out
// between two of them is shown too: dots would be no shorter.
std::vector<std::size_t> shown_pages(const Pages& pages) {
    const auto always = [&](std::size_t page) {
        return page == 1 || page == pages.count ||
               (page + 1 >= pages.current && page <= pages.current + 1);
    };
    std::vector<std::size_t> shown;
    for (std::size_t page = 1; page <= pages.count; ++page)
        if (always(page) || (always(page - 1) && always(page + 1))) shown.push_back(page);
    return shown;
}

html::Html items_of(const View& view, const Pages& pages) {
    html::Html items;
    std::size_t last = 0;
    for (const std::size_t page : shown_pages(pages)) {
        if (page != last + 1)
            items.append(
                R"(<li class="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>)");
        items += page_item(view, pages, page);
        last = page;
    }
    return items;
}

std::string label_of(const View& view, const Text& label) {
    return label.empty() ? std::string(view.say("Pagination")) : std::string(label);
}

html::Html neighbour(const View& view, const Neighbour& n, bool next) {
    const char* which = next ? "next" : "prev";
    return html(R"(
        <li class="nhsuk-pagination-item--{}"><a
          class="nhsuk-pagination__link nhsuk-pagination__link--{}" href="{}" rel="{}"><span
          class="nhsuk-pagination__title">{}</span><span class="nhsuk-u-visually-hidden">:</span>
          <span class="nhsuk-pagination__page">{}</span>{}</a></li>)",
                next ? "next" : "previous", which, n.where, which,
                next ? view.say("Next page") : view.say("Previous page"), n.title,
                icon(next ? Icon::arrow_right : Icon::arrow_left));
}

}  // namespace

html::Html pagination(const View& view, const Pages& pages) {
    if (pages.count < 2) return {};
    html::Html previous;
    if (pages.current > 1)
        previous =
            html(R"(<a href="{}" class="nhsuk-pagination__previous" rel="prev">{}<span )"
                 R"(class="nhsuk-pagination__title">{}</span></a>)",
                 pages.where(pages.current - 1), icon(Icon::arrow_left), view.say("Previous page"));
    html::Html next;
    if (pages.current < pages.count)
        next = html(R"(<a href="{}" class="nhsuk-pagination__next" rel="next"><span )"
                    R"(class="nhsuk-pagination__title">{}</span>{}</a>)",
                    pages.where(pages.current + 1), view.say("Next page"), icon(Icon::arrow_right));
    return html(R"(
        <nav class="nhsuk-pagination nhsuk-pagination--numbered" aria-label="{}">{}
        <ul class="nhsuk-pagination__list">{}</ul>{}</nav>)",
                label_of(view, pages.label), previous, items_of(view, pages), next);
}

html::Html pagination(const View& view, const Neighbours& neighbours) {
    html::Html items;
    if (neighbours.previous) items += neighbour(view, *neighbours.previous, false);
    if (neighbours.next) items += neighbour(view, *neighbours.next, true);
    if (items.empty()) return {};
    return html(R"(
        <nav class="nhsuk-pagination" aria-label="{}">
        <ul class="nhsuk-list nhsuk-pagination__list">{}</ul></nav>)",
                label_of(view, neighbours.label), items);
}

}  // namespace primum::design
