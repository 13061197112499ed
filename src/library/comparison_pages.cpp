#include "library/pages.h"

#include "design/heading.h"
#include "design/links.h"
#include "design/pagination.h"
#include "design/table.h"
#include "library/frame.h"
#include "library/index.h"
#include "library/words.h"

namespace primum::library {

using design::View;
using html::html;
using html::Html;
using html::url;

Html comparison_page(const access::Context& context, const Set& set, const Record& record,
                     const Version& before, const Version& after) {
    const View& view = context.view;
    const std::string title = view.say("What version {} changed", after.number);
    design::TableWriter table(
        {.caption = view.say("Version {} beside version {}", after.number, before.number),
         .columns = {{view.say("Field")}, {view.say("Change")}},
         .first_cell_is_heading = true});
    std::size_t changed = 0;
    for (const Field& field : set.fields) {
        const std::string was = text_of(before.fields, field.code);
        const std::string is = text_of(after.fields, field.code);
        if (was == is) continue;
        table.row(view.said(field.label), changed_words(view, was, is));
        ++changed;
    }
    const Html differences =
        changed > 0 ? std::move(table).done()
                    : paragraph(view.say("The words are the same; its standing is not."));
    const auto made = [&](const Version& version) {
        return version.made_by.empty()
                   ? std::string(view.say("Came with Primum"))
                   : view.say(
                         "{} by {}",
                         view.words->day(std::chrono::floor<std::chrono::days>(version.made_at)),
                         version.made_by);
    };
    return design::page(
        view, {.title = title, .breadcrumb = crumbs(view, &set, &record), .latest = true},
        html("{}{}",
             design::two_thirds(html(
                 R"({}<p>{} {}</p>{}<p>{}</p><p>{}</p>)",
                 design::page_heading(title, label_of(set, after.fields, record.code)),
                 status_tag(view, after.status), status_sentence(view, after.status, after.from),
                 after.note.empty() ? Html() : html("<p>{} {}</p>", view.say("Why:"), after.note),
                 made(after),
                 view.say("Words that were removed are crossed out; words that were added are "
                          "underlined."))),
             differences));
}

Html news_page(const access::Context& context, const std::vector<News>& news, std::size_t count,
               std::size_t page) {
    const View& view = context.view;
    Html list;
    for (const News& one : news) {
        const Set& set = *find_set(one.set);
        const std::string day = view.words->day(std::chrono::floor<std::chrono::days>(one.made_at));
        const Html what =
            one.number == 1
                ? html("{}", view.say("New"))
                : html(R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden">)"
                       R"( {}</span></a>)",
                       version_address(one.set, one.code, one.number),
                       view.say("Version {}: what changed", one.number),
                       label_of(set, one.fields, one.code));
        list.append(
            R"(
            <li class="pr-news__item"><p class="nhsuk-body-s nhsuk-u-margin-bottom-1">{}{}</p>
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{}</h2>
            <p class="nhsuk-u-margin-bottom-1">{} {}. {}</p><p>{}{}</p></li>)",
            day + ", ", view.said(set.singular),
            design::link(library::address(one.set, one.code), label_of(set, one.fields, one.code)),
            status_tag(view, one.status), status_sentence(view, one.status, one.from), what,
            one.note, one.made_by.empty() ? std::string() : " (" + one.made_by + ")");
    }
    const Html shown = news.empty() ? design::nothing_yet(view.say("Nothing has changed yet."))
                                    : html(R"(<ul class="nhsuk-list pr-news">{}</ul>)", list);
    return design::page(
        view,
        {.title = view.say("What has changed lately"),
         .breadcrumb = crumbs(view, nullptr, nullptr),
         .latest = true},
        design::two_thirds(html(
            "{}{}{}{}",
            design::page_heading(view.say("What has changed lately"), view.say("Library")),
            paragraph(
                view.say("Every change to the library since its content came with Primum, the "
                         "newest first.")),
            shown,
            design::pagination(
                view, design::Pages{page, (count + kOnAPage - 1) / kOnAPage, [](std::size_t other) {
                                        return url("/library/changes?page={}", other);
                                    }}))));
}

}  // namespace primum::library
