#include "library/pages.h"

#include <algorithm>

#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "library/frame.h"
#include "library/words.h"

namespace primum::library {

using design::View;
using html::html;
using html::Html;
using html::url;

Html library_page(const access::Context& context, const std::vector<Count>& counts,
                  std::size_t news) {
    const View& view = context.view;
    design::TableWriter table({.caption = view.say("Sets of content"),
                               .columns = {{view.say("Set")},
                                           {view.say("What it is for")},
                                           {.heading = view.say("Agreed rows"), .numeric = true}},
                               .first_cell_is_heading = true});
    for (const Set& set : sets()) {
        const auto count = std::ranges::find(counts, set.code, &Count::set);
        const std::size_t items = count == counts.end() ? 0 : count->items;
        table.row(design::link(home_of(set), view.said(set.title)), view.said(set.about), items);
    }
    const Html changes =
        html("<p>{} {}</p>",
             news == 0 ? std::string(view.say("Nothing has changed since it was put in."))
                       : view.words->count(static_cast<std::int64_t>(news),
                                           "{} change has been made to it.",
                                           "{} changes have been made to it."),
             design::link(url("/library/changes"), view.say("What has changed lately")));
    return design::page(
        view,
        {.title = view.say("Library"),
         .breadcrumb = {{view.say("Home"), url("/")}},
         .latest = true},
        html(
            "{}{}{}",
            design::two_thirds(html(
                R"({}<p class="nhsuk-lede-text">{}</p>{}{})",
                design::page_heading(view.say("Library")),
                view.say("What campaigns and programmes are made of: interventions, the ideas that "
                         "drive them, measures, care bundles, surveys and plans. Take what helps "
                         "you."),
                paragraph(view.say(
                    "Every row belongs to an organisation that can change it. What it said before "
                    "stays: each page shows its versions, from when each holds, and why it was "
                    "changed.")),
                changes)),
            std::move(table).done(),
            design::two_thirds(html(
                R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">)"
                R"(<li>{}</li><li>{}</li><li>{}</li></ul>{}{})",
                view.say("Where it comes from"),
                view.say("Stated: a source that was read says so."),
                view.say("Background: usual professional knowledge that was not confirmed from a "
                         "source. Have a clinician check it before real use."),
                view.say("Derived: made by us."),
                paragraph(view.say(
                    "Thresholds for doses, times and temperatures change. Whoever uses this "
                    "needs somebody with clinical responsibility for it, and a day on which it is "
                    "looked at again.")),
                paragraph(view.say(
                    "All of it is in our own words. Where a method belongs to somebody, its page "
                    "says so."))))));
}

}  // namespace primum::library
