#include "collection/completeness_page.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "access/policy.h"
#include "collection/completeness.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "html/url.h"
#include "measures/address.h"
#include "measures/place.h"

namespace primum::collection {
namespace {

using html::html;
using html::url;
using organisations::Here;

constexpr std::size_t kOnAPage = 200;
constexpr std::size_t kMostForecasts = 20;

/// "83% (10 of 12)"; a dash where nothing was due. All is said of all only, and none of none.
std::string share(const design::View& view, int part, int whole) {
    if (whole == 0) return "–";
    int percent = (100 * part + whole / 2) / whole;
    if (part > 0) percent = std::max(percent, 1);
    if (part < whole) percent = std::min(percent, 99);
    return view.say("{}% ({} of {})", percent, part, whole);
}

/// A row of tiles, with the words of each for those who do not see them.
html::Html tiles(const design::View& view, const Sent& sent) {
    html::Html items;
    const auto frequency = sent.kept.measure.now().frequency;
    for (const Slot& slot : sent.slots) {
        const std::string words = view.say("{}: {}", spoken_period(frequency, slot.period),
                                           view.say(label(slot.outcome)));
        items += html(
            R"(<li class="pr-tile pr-tile--{}" title="{}"><span aria-hidden="true">{}</span><span class="nhsuk-u-visually-hidden">{}</span></li>)",
            static_cast<int>(slot.outcome), words, sign(slot.outcome), words);
    }
    return html(R"(<ol class="pr-tiles">{}</ol>)", items);
}

html::Html key(const design::View& view) {
    html::Html items;
    for (const Outcome outcome :
         {Outcome::on_time, Outcome::late, Outcome::none, Outcome::missing, Outcome::waiting})
        items +=
            html(R"(<li><span class="pr-tile pr-tile--{}" aria-hidden="true">{}</span> {}</li>)",
                 static_cast<int>(outcome), sign(outcome), view.say(label(outcome)));
    return html(R"(<ul class="pr-tile-key">{}</ul>)", items);
}

/// By measure, with everything that was due in the periods shown.
html::Html by_measure(const design::View& view, const std::vector<Sent>& all) {
    std::map<std::string, Counts> measures;
    for (const Sent& sent : all)
        for (const Slot& slot : sent.slots)
            measures[sent.kept.measure.name()].add(slot.outcome);
    design::TableWriter table(
        {.caption = view.say("Of what was due, in the last 12 periods"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Measure")},
                     {.heading = view.say("Complete"), .numeric = true},
                     {.heading = view.say("On time"), .numeric = true},
                     {.heading = view.say("Late"), .numeric = true},
                     {.heading = view.say("No number, with the reason"), .numeric = true},
                     {.heading = view.say("Missing"), .numeric = true}},
         .first_cell_is_heading = true});
    for (const auto& [name, counts] : measures)
        table.row(name, share(view, counts.due() - counts.missing, counts.due()),
                  share(view, counts.on_time, counts.due()), counts.late, counts.none,
                  counts.missing);
    return std::move(table).done();
}

/// Small multiples: a measure each, a row of tiles for every unit.
html::Html by_unit(const design::View& view, const std::vector<Sent>& all) {
    std::map<std::string, std::vector<const Sent*>> measures;
    for (const Sent& sent : all)
        measures[sent.kept.name()].push_back(&sent);
    html::Html sections;
    for (const auto& [name, units] : measures) {
        design::TableWriter table({.caption = name,
                                   .caption_size = design::Size::s,
                                   .columns = {{.heading = view.say("Unit")},
                                               {.heading = view.say("Last 12 periods")},
                                               {.heading = view.say("Complete"), .numeric = true}},
                                   .first_cell_is_heading = true,
                                   .compact = true});
        for (const Sent* sent : units) {
            const Counts counts = counts_of(*sent);
            table.row(design::link(series_address(sent->kept.series), sent->unit),
                      tiles(view, *sent), share(view, counts.due() - counts.missing, counts.due()));
        }
        sections += std::move(table).done();
    }
    return sections;
}

html::Html forecasts(const access::Context& context, const std::vector<Sent>& all) {
    const design::View& view = context.view;
    std::vector<std::pair<Forecast, const Sent*>> likely;
    for (const Sent& sent : all)
        if (const auto forecast = forecast_of(sent, context.today);
            forecast && forecast->missed >= kMayMiss * forecast->due)
            likely.emplace_back(*forecast, &sent);
    std::ranges::stable_sort(likely, std::ranges::greater(),
                             [](const auto& one) { return one.first.share.lower; });
    if (likely.size() > kMostForecasts) likely.resize(kMostForecasts);
    if (likely.empty()) return {};
    html::Html items;
    for (const auto& [forecast, sent] : likely)
        items += html(
            "<li>{}</li>",
            view.say("{}, {}: the number due by {} may come late. {} of the last {} came late or "
                     "not at all, which makes it between {}% and {}% likely.",
                     sent->unit, sent->kept.name(), view.words->day(forecast.next_due),
                     forecast.missed, forecast.due,
                     static_cast<int>(100 * forecast.share.lower + 0.5),
                     static_cast<int>(100 * forecast.share.upper + 0.5)));
    return html(
        "{}<ul>{}</ul><p>{}</p>", design::heading({.words = view.say("Where a hand may help")}),
        items,
        view.say("From each series’ own last 12 due numbers: missed of due, with Wilson’s "
                 "80% interval. It says what may happen, never why: ask before you judge."));
}

html::Html ways(const access::Context& context, const Here& here) {
    const design::View& view = context.view;
    html::Html items = html(
        "<li>{}</li>", design::link(measures::list_address(here.id()), view.say("All measures")));
    if (measures::may(context, access::policy::data_enterers, here.id())) {
        items += html("<li>{}</li>", design::link(measures::today_address(here.id()),
                                                  view.say("Today’s numbers")));
        items += html("<li>{}</li>",
                      design::link(url("/organisations/{}/measures/grid", here.id().text()),
                                   view.say("Grid of numbers")));
    }
    items += html("<li>{}</li>", design::link(url("/organisations/{}/burden", here.id().text()),
                                              view.say("What collecting costs")));
    return html(R"(<nav class="pr-doors"><ul>{}</ul></nav>)", items);
}

html::Html pages(const design::View& view, const Here& here, std::size_t page, bool more) {
    html::Html links;
    if (page > 1)
        links +=
            design::link(url("/organisations/{}/completeness?page={}", here.id().text(), page - 1),
                         view.say("Previous units"));
    if (more)
        links += html(" {}", design::link(url("/organisations/{}/completeness?page={}",
                                              here.id().text(), page + 1),
                                          view.say("More units")));
    return links.empty() ? links : html("<p>{}</p>", links);
}

}  // namespace

http::Response show_completeness(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    const std::string text = request.parameter("page").value_or("1");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    page = std::clamp<std::size_t>(page, 1, 1000);
    auto all = sent_below(context.db, context.scope.may_read_below(here->id()), context.today,
                          (page - 1) * kOnAPage, kOnAPage + 1);
    const bool more = all.size() > kOnAPage;
    if (more) all.resize(kOnAPage);
    const std::string title(view.say("Completeness and timeliness"));
    html::Html main = design::page_heading(title, here->organisation.name);
    main += ways(context, *here);
    if (all.empty())
        main += design::nothing_yet(view.say("No series is kept here or below."));
    else
        main += html("{}{}{}{}{}", by_measure(view, all), forecasts(context, all), key(view),
                     by_unit(view, all), pages(view, *here, page, more));
    return http::ok(
        design::page(view, {.title = title, .breadcrumb = measures::crumbs(context, *here)}, main));
}

}  // namespace primum::collection
