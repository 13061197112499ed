#include "momentum/sections.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "chart/growth_chart.h"
#include "chart/thermometer.h"
#include "chart/tile_map.h"
#include "design/details.h"
#include "design/table.h"
#include "momentum/frame.h"
#include "organisations/tree.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;

/// "62 of 140 (44%)".
std::string of_all(const design::View& view, int part, int all) {
    if (all == 0) return std::string(view.say("none"));
    return view.say("{} of {} ({})", part, all, percent(static_cast<double>(part) / all));
}

std::string joined_sentence(const design::View& view, const std::string& plural,
                            const CurvePoint& now) {
    return view.say("{}: {} of {} have joined, as of {}.", plural, now.members, now.eligible,
                    view.words->day(now.day));
}

std::string forecast_sentence(const design::View& view, const Forecast& forecast) {
    const auto& last = forecast.ahead.back();
    return view.say(
        "If the {} that have not joined go on as they did in the last {} months, when {} joined, "
        "there will be about {} members on {}; nine times in ten between {} and {}.",
        forecast.waiting, forecast.months_watched, forecast.joined,
        static_cast<int>(std::lround(last.expected)), view.words->day(last.day),
        static_cast<int>(last.lower), static_cast<int>(last.upper));
}

html::Html curve_table(const design::View& view, const std::vector<CurvePoint>& curve,
                       const std::optional<Forecast>& forecast) {
    design::TableWriter table({.caption = view.say("Members at the end of each month"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Day")},
                                           {.heading = view.say("Members"), .numeric = true},
                                           {.heading = view.say("May join"), .numeric = true},
                                           {.heading = view.say("Share"), .numeric = true}},
                               .first_cell_is_heading = true,
                               .compact = true});
    for (const CurvePoint& point : curve)
        table.row(view.words->day(point.day), point.members, point.eligible,
                  point.eligible == 0
                      ? std::string("–")
                      : percent(static_cast<double>(point.members) / point.eligible));
    html::Html tables = std::move(table).done();
    if (!forecast) return tables;
    design::TableWriter ahead({.caption = view.say("Forecast"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Day")},
                                           {.heading = view.say("Expected"), .numeric = true},
                                           {.heading = view.say("From"), .numeric = true},
                                           {.heading = view.say("To"), .numeric = true}},
                               .first_cell_is_heading = true,
                               .compact = true});
    for (const auto& point : forecast->ahead)
        ahead.row(view.words->day(point.day), tenths(point.expected), static_cast<int>(point.lower),
                  static_cast<int>(point.upper));
    tables += std::move(ahead).done();
    return tables;
}

std::string target_words(const Milestone& milestone) {
    return milestone.measure == Measured::share_of_eligible ? percent(milestone.target)
                                                            : tenths(milestone.target);
}

std::string now_words(const Standing& standing) {
    return standing.milestone.measure == Measured::share_of_eligible ? percent(standing.now)
                                                                     : tenths(standing.now);
}

std::string days_apart(const design::View& view, Day reached, Day due) {
    const auto days = (due - reached).count();
    if (days == 0) return std::string(view.say("on the day"));
    return days > 0 ? view.words->count(days, "{} day early", "{} days early")
                    : view.words->count(-days, "{} day late", "{} days late");
}

std::string state_words(const design::View& view, const Standing& standing, Day today) {
    if (standing.reached)
        return view.say("Reached on {}, {}", view.words->day(*standing.reached),
                        days_apart(view, *standing.reached, standing.milestone.due));
    if (standing.milestone.due < today) return std::string(view.say("Not reached"));
    return std::string(view.say("Still to come"));
}

html::Html thermometer_of(const design::View& view, const std::vector<Standing>& standings,
                          int eligible) {
    chart::Thermometer picture;
    picture.caption.id = "thermometer";
    picture.caption.title = view.say("Members and the milestones for them");
    for (const Standing& one : standings) {
        const bool share = one.milestone.measure == Measured::share_of_eligible;
        if (!share && one.milestone.measure != Measured::members) continue;
        const double at = share ? std::ceil(one.milestone.target * eligible) : one.milestone.target;
        picture.marks.push_back(
            {at, view.say("{}: {} by {}", one.milestone.name, target_words(one.milestone),
                          view.words->day(one.milestone.due))});
        picture.value = share ? std::round(one.now * eligible) : one.now;
    }
    if (picture.marks.empty()) return {};
    picture.value_words = view.words->count(static_cast<std::int64_t>(picture.value),
                                            "{} member today", "{} members today");
    picture.caption.description = picture.value_words;
    for (const auto& mark : picture.marks)
        (picture.caption.description += ". ") += mark.words;
    return html(R"(<figure class="pr-chart">{}</figure>)", chart::thermometer(picture));
}

}  // namespace

std::string eligible_plural(const store::Reader& db, const design::View& view,
                            const Campaign& campaign) {
    const auto kinds = organisations::kinds_of(db);
    const auto* kind = kinds.find(campaign.eligible_kind);
    return kind == nullptr ? std::string(view.say("organisations")) : view.said(kind->plural);
}

namespace {

/// The curve as a picture and as a table, with what is said of the months ahead between them.
html::Html curve_with(const design::View& view, const Campaign& campaign, const std::string& plural,
                      const std::vector<CurvePoint>& curve, const std::optional<Forecast>& forecast,
                      const html::Html& below) {
    if (curve.empty())
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{})", view.say("Joining"),
                    design::nothing_yet(view.say("The campaign has not begun yet.")));
    const std::string now = joined_sentence(view, plural, curve.back());
    chart::GrowthChart picture{
        .caption = {.id = "joining",
                    .title = view.say("Members of {}, month by month", campaign.name),
                    .description = forecast ? now + " " + forecast_sentence(view, *forecast) : now},
        .unit = plural,
        .members_name = std::string(view.say("Members")),
        .possible_name = std::string(view.say("May join")),
        .ahead_name = std::string(view.say("Forecast")),
        .points = {},
        .ahead = {}};
    for (const CurvePoint& point : curve)
        picture.points.push_back(
            {point.day, static_cast<double>(point.members), static_cast<double>(point.eligible)});
    if (forecast)
        for (const auto& point : forecast->ahead)
            picture.ahead.push_back({point.day, point.expected, point.lower, point.upper});
    return html(R"(
        <h2 class="nhsuk-heading-l" id="joining-curve">{}</h2>
        <p class="nhsuk-body-l">{}</p>
        <figure class="pr-chart">{}</figure>
        {}{})",
                view.say("Joining"), now, chart::growth_chart(picture), below,
                design::details({.summary = view.say("The numbers of this chart")},
                                curve_table(view, curve, forecast)));
}

}  // namespace

html::Html past_curve_section(const design::View& view, const Campaign& campaign,
                              const std::string& plural, const std::vector<CurvePoint>& curve) {
    return curve_with(view, campaign, plural, curve, {}, {});
}

html::Html curve_section(const design::View& view, const Campaign& campaign,
                         const std::string& plural, const std::vector<CurvePoint>& curve,
                         const std::optional<Forecast>& forecast) {
    const html::Html below =
        forecast
            ? html(
                  "<p>{}</p><p>{}</p>", forecast_sentence(view, *forecast),
                  view.say("A forecast knows of no deadline and of no single organisation. Once in "
                           "ten times what comes lies outside the band."))
            : html("<p>{}</p>",
                   view.words->count(kFewestJoins,
                                     "There is no forecast: it needs at least {} that joined in "
                                     "the last six months, and some that have not joined.",
                                     "There is no forecast: it needs at least {} that joined in "
                                     "the last six months, and some that have not joined."));
    return curve_with(view, campaign, plural, curve, forecast, below);
}

html::Html map_section(const design::View& view, const std::vector<Share>& networks) {
    if (networks.empty()) return {};
    chart::TileMap map;
    map.caption = {.id = "map",
                   .title = std::string(view.say("Who has joined, network by network")),
                   .description = std::string(view.say(
                       "A tile for each network, with how many have joined of how many may. The "
                       "table below has the same numbers."))};
    design::TableWriter table({.caption = view.say("Joined, by network"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Network")},
                                           {.heading = view.say("Region")},
                                           {.heading = view.say("Joined"), .numeric = true},
                                           {.heading = view.say("May join"), .numeric = true}},
                               .first_cell_is_heading = true,
                               .compact = true});
    for (const Share& network : networks) {
        if (map.areas.empty() || map.areas.back().name != network.region)
            map.areas.push_back({network.region, {}});
        map.areas.back().tiles.push_back({network.name, static_cast<double>(network.members),
                                          static_cast<double>(network.open)});
        table.row(network.name, network.region, network.members, network.open);
    }
    return html(
        R"(
        <h2 class="nhsuk-heading-l">{}</h2>
        <p>{}</p>
        <figure class="pr-chart">{}{}</figure>{})",
        view.say("Where"),
        view.say("One tile a network, in rows by region: how many have joined of how many "
                 "may."),
        chart::tile_key({std::string(view.say("None")), std::string(view.say("Under a third")),
                         std::string(view.say("Under two thirds")),
                         std::string(view.say("Two thirds or more")),
                         std::string(view.say("All"))}),
        chart::tile_map(map),
        design::details({.summary = view.say("The same as a table")}, std::move(table).done()));
}

html::Html shares_section(const design::View& view, const std::vector<Share>& regions,
                          const std::vector<Share>& kinds) {
    design::TableWriter by_region({.caption = view.say("Joined, by region"),
                                   .caption_size = design::Size::m,
                                   .columns = {{.heading = view.say("Region")},
                                               {.heading = view.say("Joined"), .numeric = true}},
                                   .first_cell_is_heading = true});
    for (const Share& region : regions)
        by_region.row(region.name, of_all(view, region.members, region.open));
    html::Html tables = std::move(by_region).done();
    design::TableWriter by_kind({.caption = view.say("Joined, by kind of organisation"),
                                 .caption_size = design::Size::m,
                                 .columns = {{.heading = view.say("Kind")},
                                             {.heading = view.say("Members"), .numeric = true}},
                                 .first_cell_is_heading = true});
    for (std::size_t i = 0; i < kinds.size(); ++i)
        by_kind.row(kinds[i].name, i == 0 ? of_all(view, kinds[i].members, kinds[i].open)
                                          : std::to_string(kinds[i].members));
    tables += std::move(by_kind).done();
    return tables;
}

std::vector<Standing> standings_of(const store::Reader& db, const Campaign& campaign,
                                   std::span<const Facts> all, Day today) {
    std::vector<Standing> standings;
    const auto pledges = pledge_days(db, campaign.id);
    for (Milestone& milestone : milestones_of(db, campaign.id)) {
        const double now = value_on(milestone.measure, all, campaign, pledges, today);
        const auto reached = reached_on(milestone, all, campaign, pledges, today);
        standings.push_back({std::move(milestone), now, reached});
    }
    return standings;
}

html::Html milestones_section(const design::View& view, const Campaign& campaign,
                              const std::vector<Standing>& standings, int eligible, Day today,
                              bool keeps) {
    html::Html list;
    if (standings.empty()) {
        if (!keeps) return {};
        list = design::nothing_yet(view.say("No milestones have been set yet."));
    } else {
        std::vector<design::Column> columns = {{.heading = view.say("Milestone")},
                                               {.heading = view.say("What is counted")},
                                               {.heading = view.say("Target"), .numeric = true},
                                               {.heading = view.say("Today"), .numeric = true},
                                               {.heading = view.say("Due")},
                                               {.heading = view.say("How it stands")}};
        if (keeps) columns.push_back({.heading = view.say("What to do")});
        design::TableWriter table({.caption = view.say("Milestones"),
                                   .caption_size = design::Size::s,
                                   .columns = columns,
                                   .first_cell_is_heading = true});
        for (const Standing& one : standings) {
            std::vector<design::Content> cells = {one.milestone.name,
                                                  view.say(label(one.milestone.measure)),
                                                  target_words(one.milestone),
                                                  now_words(one),
                                                  view.words->day(one.milestone.due),
                                                  state_words(view, one, today)};
            if (keeps)
                cells.emplace_back(html(
                    R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
                    url("/campaigns/{}/milestones/{}", campaign.code, one.milestone.id.text()),
                    view.say("Change"), one.milestone.name));
            table.row(std::span<const design::Content>(cells));
        }
        list = html("{}{}", thermometer_of(view, standings, eligible), std::move(table).done());
    }
    html::Html add;
    if (keeps)
        add = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
                   url("/campaigns/{}/milestones/new", campaign.code), view.say("Add a milestone"));
    return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{}{})", view.say("Milestones"), list, add);
}

}  // namespace primum::momentum
