#include <algorithm>
#include <cmath>

#include "access/policy.h"
#include "collection/burden.h"
#include "collection/completeness_page.h"
#include "collection/due.h"
#include "collection/entering.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "html/number.h"
#include "html/url.h"
#include "measures/address.h"
#include "measures/place.h"

namespace primum::collection {
namespace {

using html::html;
using html::url;

std::string seconds_in_words(const design::View& view, const Burden& burden) {
    if (!burden.seconds) return std::string(view.say("Not measured yet"));
    return view.say("{} seconds (of {} numbers)", static_cast<int>(*burden.seconds + 0.5),
                    burden.entries);
}

std::string minutes(const Burden& burden) {
    if (!burden.seconds) return "–";
    const int tenths = static_cast<int>(burden.minutes_a_month * 10 + 0.5);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

/// Nobody has opened it for so long, during all of which it was there and views were counted.
bool is_unread(const Burden& burden, const Kept& kept, std::optional<Day> counted, Day today) {
    const Day since = today - kUnreadAfter;
    if (kept.series.starts > since || !counted || *counted > since) return false;
    return !burden.last_view || *burden.last_view < since;
}

html::Html unread(const access::Context& context, const Kept& kept) {
    const design::View& view = context.view;
    if (!measures::may(context, access::policy::data_keepers, kept.series.organisation))
        return html("<li>{}</li>", kept.name());
    return html("<li>{} – {}</li>", kept.name(),
                design::link(url("/organisations/{}/measures/{}/settings",
                                 kept.series.organisation.text(), kept.series.code),
                             view.say("end it in its settings"), kept.name()));
}

}  // namespace

http::Response show_burden(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    const auto readable = context.scope.may_read(here->id());
    const auto all = burden_of(context.db, readable, context.today);
    const auto kept = kept_at(context.db, readable, context.today);
    design::TableWriter table(
        {.caption = view.say("What each measure costs"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Measure")},
                     {.heading = view.say("A number takes")},
                     {.heading = view.say("Minutes a month"), .numeric = true},
                     {.heading = view.say("Opened in 90 days"), .numeric = true}},
         .first_cell_is_heading = true});
    const auto counted = views_counted_since(context.db);
    html::Html unread_ones;
    double sum = 0;
    for (const Burden& burden : all) {
        const auto found =
            std::ranges::find(kept, burden.series, [](const Kept& one) { return one.series.id; });
        if (found == kept.end()) continue;
        table.row(design::link(series_address(found->series), found->name()),
                  seconds_in_words(view, burden), minutes(burden), burden.views);
        sum += burden.minutes_a_month;
        if (is_unread(burden, *found, counted, context.today))
            unread_ones += unread(context, *found);
    }
    const std::string title(view.say("What collecting costs"));
    html::Html main = design::page_heading(title, here->organisation.name);
    main += html(R"(<nav class="pr-doors"><ul><li>{}</li><li>{}</li></ul></nav>)",
                 design::link(measures::list_address(here->id()), view.say("All measures")),
                 design::link(measures::completeness_address(here->id()),
                              view.say("Completeness and timeliness")));
    if (all.empty()) {
        main += design::nothing_yet(view.say("No series is kept here."));
    } else {
        const bool measured = std::ranges::any_of(
            all, [](const Burden& burden) { return burden.seconds.has_value(); });
        main += html("<p>{}</p>{}",
                     measured ? view.say("Those that were measured take about {} minutes a month.",
                                         static_cast<int>(std::ceil(sum)))
                              : view.say("Nothing has been measured yet."),
                     std::move(table).done());
        main += html("<p>{}</p>",
                     view.say("Measured, not guessed: from when a form was opened until it was "
                              "saved, while the page was being looked at, 20 minutes at most; "
                              "shared by the numbers in the form; the median of a year’s, times "
                              "the numbers of a month. Nobody’s name is kept with it. Finding the "
                              "numbers in the first place is not in it."));
    }
    if (!unread_ones.empty())
        main += html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p><ul>{}</ul>)",
                     view.say("Could these stop?"),
                     view.say("Nobody has opened these charts in 90 days."), unread_ones);
    return http::ok(
        design::page(view, {.title = title, .breadcrumb = measures::crumbs(context, *here)}, main));
}

}  // namespace primum::collection
