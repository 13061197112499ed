// The golden thread as a page, and as a part of the pages of series.

#include "boards/actions.h"
#include "boards/address.h"
#include "boards/frame.h"
#include "boards/panels.h"
#include "boards/shared_list.h"
#include "boards/thread.h"
#include "campaigns/frame.h"
#include "design/details.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "measures/address.h"
#include "measures/reading.h"
#include "organisations/frame.h"

namespace primum::boards {
namespace {

using html::html;
using html::url;

constexpr std::size_t kMostOwn = 12;

html::Url intervention_address(const campaigns::Campaign& campaign,
                               const campaigns::Intervention& intervention) {
    return url("/campaigns/{}/interventions/{}", campaign.code, intervention.code);
}

/// The series of a measure that this person may see, with what they say.
html::Html own_series(const access::Context& context, const measures::Measure& measure) {
    const design::View& view = context.view;
    const store::Scope scope = context.scope_under(access::policy::members);
    html::Html items;
    std::size_t count = 0;
    for (const OrganisationId& root : scope.roots())
        for (const measures::Line& line : measures::lines_below(
                 context.db, scope.may_read_below(root), measure.id, context.today, 0, kMostOwn)) {
            if (++count > kMostOwn) break;
            const std::string latest =
                line.reading.latest
                    ? measures::spoken_period(measure.now().frequency, *line.reading.latest)
                    : std::string(view.say("no number yet"));
            items.append("<li>{} {} <span class=\"pr-quiet\">{}</span></li>",
                         verdict(view, line.reading.variation),
                         design::link(measures::series_address(line.series),
                                      line.series.stratum.empty()
                                          ? line.organisation_name
                                          : line.organisation_name + ", " + line.series.stratum),
                         latest);
        }
    if (items.empty()) return {};
    return html(R"(<ul class="nhsuk-list">{}</ul>)", items);
}

html::Html series_of_others(const access::Context& context, const measures::Measure& measure) {
    const auto list = shared_list(context, measure);
    if (list.empty()) return {};
    return design::details({.summary = context.view.say("Organisations that show their chart")},
                           list);
}

html::Html measure_part(const access::Context& context, const ThreadMeasure& one) {
    const design::View& view = context.view;
    if (!one.measure)
        return html("<li>{}<br><span class=\"pr-quiet\">{}</span></li>", one.name,
                    view.say("In the library; nobody has adopted it yet."));
    return html("<li>{}<br><span class=\"pr-quiet\">{}</span>{}{}</li>",
                design::link(measures::measure_address(one.measure->code), one.name),
                view.words->count(one.organisations, "{} organisation keeps it.",
                                  "{} organisations keep it."),
                own_series(context, *one.measure), series_of_others(context, *one.measure));
}

html::Html intervention_part(const access::Context& context, const Thread& thread,
                             const ThreadIntervention& part) {
    const design::View& view = context.view;
    html::Html kept;
    html::Html others;
    for (const ThreadMeasure& one : part.measures)
        (one.organisations > 0 ? kept : others) += measure_part(context, one);
    html::Html body = kept.empty() ? design::nothing_yet(view.say("Nobody measures this yet."))
                                   : html(R"(<ul class="pr-thread__measures">{}</ul>)", kept);
    if (!others.empty())
        body += design::details({.summary = view.say("What else could be measured")},
                                html("<ul>{}</ul>", others));
    return html(
        R"(<section class="pr-thread__part"><h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{}</section>)",
        design::link(intervention_address(thread.campaign, part.intervention),
                     part.intervention.name),
        part.intervention.aim, body);
}

/// From a measure up to what it is for; empty where no campaign is about it.
html::Html ways_list(const access::Context& context, const measures::Measure& measure) {
    html::Html ways;
    for (const WayUp& way : ways_up(context.db, measure, context.today))
        ways.append(
            "<li>{}: {}{} ← {}</li>",
            design::link(thread_address(way.campaign.code), way.campaign.name), way.campaign.aim,
            way.intervention
                ? html(" ← {}", design::link(intervention_address(way.campaign, *way.intervention),
                                             way.intervention->name))
                : html::Html(),
            design::link(measures::measure_address(measure.code), measure.name()));
    if (ways.empty()) return ways;
    return html(R"(<p>{}</p><ul>{}</ul>)", context.view.say("From each point back up to an aim:"),
                ways);
}

}  // namespace

http::Response show_thread(const http::Request& request, access::Context& context) {
    const auto campaign = campaigns::public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const Thread thread = thread_of(context.db, *campaign, context.today);
    html::Html parts;
    for (const ThreadIntervention& part : thread.interventions)
        parts += intervention_part(context, thread, part);
    html::Html aim;
    if (thread.aim)
        aim = html(R"(<p>{}</p><ul class="pr-thread__measures">{}</ul>)",
                   view.say("It is reached when this is:"), measure_part(context, *thread.aim));
    const std::string_view title = view.say("From the aim to the data");
    return http::ok(design::page(
        view, {.title = title, .breadcrumb = campaigns::crumbs(view, *campaign)},
        html(
            R"({}<section class="pr-thread__aim"><h2 class="nhsuk-heading-m">{}</h2><p class="nhsuk-body-l">{}</p>{}</section><p>{}</p>{})",
            design::page_heading(title, campaign->name), view.say("The aim"), campaign->aim, aim,
            view.say("To reach it the campaign asks its members to change these things. Below "
                     "each stands what would show whether that works, who measures it, and, where "
                     "you may see them, what their charts say."),
            parts)));
}

html::Html ways_panel(const access::Context& context, const organisations::Here&,
                      const measures::Material& material) {
    const html::Html ways = ways_list(context, material.measure);
    if (ways.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", context.view.say("What this is for"),
                ways);
}

html::Html way_up_panel(const access::Context& context, const organisations::Here& here,
                        const measures::Material& material) {
    const design::View& view = context.view;
    html::Html others;
    if (material.series.audience != measures::Audience::organisation)
        others = html("<li>{}</li>", design::link(measures::published_address(material.series),
                                                  view.say("As others see it")));
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2>{}<ul class="nhsuk-list pr-ways"><li>{}</li><li>{}</li><li>{}</li><li>{}</li>{}</ul>)",
        view.say("What this is for"), ways_list(context, material.measure),
        design::link(board_address(here.id()), view.say("On the board")),
        design::link(narrative_address(here.id(), material.series.code),
                     view.say("What people say of it")),
        design::link(units_address(here.id(), material.series.code), view.say("Unit by unit")),
        design::link(comparison_address(here.id(), material.measure.code), view.say("Compare")),
        others);
}

html::Html board_door(const access::Context& context, const organisations::Here& here) {
    return design::link(board_address(here.id()), context.view.say("Board"));
}

html::Html board_panel(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    if (!context.scope.can_read(here.id())) return {};
    return html("<p>{}</p>", design::link(board_address(here.id()),
                                          view.say("The board: what has changed, in five "
                                                   "minutes")));
}

void add_neighbours(measures::Neighbours& neighbours) {
    neighbours.panels.emplace_back(way_up_panel);
    neighbours.doors.emplace_back(board_door);
    neighbours.published.emplace_back(ways_panel);
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.emplace_back(board_panel);
}

}  // namespace primum::boards
