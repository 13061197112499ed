#include "collection/completeness_page.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "access/policy.h"
#include "collection/completeness.h"
#include "design/details.h"
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
using html::Url;
using html::url;
using organisations::Here;

constexpr std::size_t kOnAPage = 200;
constexpr std::size_t kMostForecasts = 20;
constexpr std::size_t kForecastsAtOnce = 4;
constexpr std::size_t kFewUnits = 12;  // so many are shown unfolded

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

Url address_of(const Here& here, std::string_view measure, std::size_t page = 1) {
    return page > 1 ? url("/organisations/{}/completeness?measure={}&page={}", here.id().text(),
                          measure, page)
                    : url("/organisations/{}/completeness?measure={}", here.id().text(), measure);
}

/// By measure, with everything that was due in the periods shown; each leads to its units.
html::Html by_measure(const design::View& view, const Here& here, const std::vector<Sent>& all) {
    std::map<std::string, std::pair<Counts, std::string>> measures;
    for (const Sent& sent : all) {
        auto& [counts, code] = measures[sent.kept.measure.name()];
        code = sent.kept.measure.code;
        for (const Slot& slot : sent.slots)
            counts.add(slot.outcome);
    }
    design::TableWriter table(
        {.caption = view.say("Of what was due, in the last 12 periods"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Measure")},
                     {.heading = view.say("Complete"), .numeric = true},
                     {.heading = view.say("On time"), .numeric = true},
                     {.heading = view.say("Late"), .numeric = true},
                     {.heading = view.say("No number, with the reason"), .numeric = true},
                     {.heading = view.say("Missing"), .numeric = true}},
         .first_cell_is_heading = true,
         .compact = true,
         .classes = "pr-complete"});
    for (const auto& [name, one] : measures) {
        const auto& [counts, code] = one;
        table.row(design::link(address_of(here, code), name),
                  share(view, counts.due() - counts.missing, counts.due()),
                  share(view, counts.on_time, counts.due()), counts.late, counts.none,
                  counts.missing);
    }
    return std::move(table).done();
}

html::Html units(const design::View& view, const std::string& name,
                 const std::vector<const Sent*>& units) {
    design::TableWriter table({.caption = name,
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Unit")},
                                           {.heading = view.say("Last 12 periods")},
                                           {.heading = view.say("Complete"), .numeric = true}},
                               .first_cell_is_heading = true,
                               .compact = true});
    for (const Sent* sent : units) {
        const Counts counts = counts_of(*sent);
        table.row(design::link(series_address(sent->kept.series), sent->unit), tiles(view, *sent),
                  share(view, counts.due() - counts.missing, counts.due()));
    }
    return std::move(table).done();
}

std::string summary_of(const design::View& view, const std::string& name,
                       const std::vector<const Sent*>& sent) {
    int missing = 0;
    for (const Sent* one : sent)
        missing += counts_of(*one).missing;
    return view.say("{} – {}", name,
                    missing == 0 ? std::string(view.say("nothing is missing"))
                                 : view.words->count(missing, "one number is missing",
                                                     "{} numbers are missing"));
}

/// Small multiples: a measure each, a row of tiles for every unit. Folded where there are many, and
/// what is folded says what is missing in it.
html::Html by_unit(const design::View& view, const std::vector<Sent>& all, bool folded) {
    std::map<std::string, std::vector<const Sent*>> measures;
    for (const Sent& sent : all)
        measures[sent.kept.name()].push_back(&sent);
    html::Html sections;
    for (const auto& [name, sent] : measures)
        sections += folded ? design::details({.summary = summary_of(view, name, sent)},
                                             units(view, name, sent))
                           : units(view, name, sent);
    return html("{}{}{}", design::heading({.words = view.say("Unit by unit")}), key(view),
                sections);
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
    html::Html first;
    html::Html others;
    std::size_t number = 0;
    for (const auto& [forecast, sent] : likely)
        (number++ < kForecastsAtOnce ? first : others) += html(
            "<li>{}</li>",
            view.say("{}, {}: the number due by {} may come late. {} of the last {} came late or "
                     "not at all, which makes it between {}% and {}% likely.",
                     sent->unit, sent->kept.name(), view.words->day(forecast.next_due),
                     forecast.missed, forecast.due,
                     static_cast<int>(100 * forecast.share.lower + 0.5),
                     static_cast<int>(100 * forecast.share.upper + 0.5)));
    if (!others.empty())
        others = design::details({.summary = view.say("More that may come late")},
                                 html("<ul>{}</ul>", others));
    return html(
        "{}<ul>{}</ul>{}<p>{}</p>", design::heading({.words = view.say("Where a hand may help")}),
        first, others,
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

html::Html pages(const design::View& view, const Here& here, const Page& page, std::size_t number,
                 bool more) {
    html::Html links;
    if (number > 1)
        links +=
            design::link(address_of(here, page.measure, number - 1), view.say("Previous units"));
    if (more)
        links += html(" {}", design::link(address_of(here, page.measure, number + 1),
                                          view.say("More units")));
    if (links.empty()) return {};
    return html(
        "<p>{}</p><p>{}</p>",
        view.say("All on this page is of {} series, in the order of their measures.", kOnAPage),
        links);
}

html::Html all_measures(const design::View& view, const Here& here, const Page& page) {
    if (page.measure.empty()) return {};
    return html("<p>{}</p>", design::link(measures::completeness_address(here.id()),
                                          view.say("Completeness of all measures")));
}

}  // namespace

http::Response show_completeness(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    const std::string text = request.parameter("page").value_or("1");
    std::size_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    number = std::clamp<std::size_t>(number, 1, 1000);
    const Page page{.offset = (number - 1) * kOnAPage,
                    .limit = kOnAPage,
                    .measure = request.parameter("measure").value_or("")};
    const auto [all, more] =
        sent_below(context.db, context.scope.may_read_below(here->id()), context.today, page);
    const std::string title(view.say("Completeness and timeliness"));
    html::Html main = design::page_heading(title, here->organisation.name);
    main += ways(context, *here);
    main += all_measures(view, *here, page);
    if (all.empty())
        main += design::nothing_yet(view.say("No series is kept here or below."));
    else
        main += html("{}{}{}{}", by_measure(view, *here, all), forecasts(context, all),
                     by_unit(view, all, page.measure.empty() && all.size() > kFewUnits),
                     pages(view, *here, page, number, more));
    return http::ok(
        design::page(view, {.title = title, .breadcrumb = measures::crumbs(context, *here)}, main));
}

}  // namespace primum::collection
