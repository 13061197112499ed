#include "collection/panels.h"

#include "access/policy.h"
#include "collection/due.h"
#include "collection/tally_pages.h"
#include "design/button.h"
#include "design/card.h"
#include "design/links.h"
#include "html/url.h"
#include "measures/address.h"
#include "measures/place.h"

namespace primum::collection {
namespace {

using access::Context;
using html::html;
using html::url;
using organisations::Here;
using organisations::Organisation;

/// How many organisations of their own somebody is told about; who has more works with boards.
constexpr int kMost = 5;

std::string what_waits(const Context& context, const DueList& list) {
    const design::View& view = context.view;
    if (list.due.empty()) return std::string(view.say("Nothing is due."));
    const Due& first = list.due.front();
    return view.words->count(static_cast<std::int64_t>(list.due.size()), "One number is due.",
                             "{} numbers are due.") +
           " " +
           view.say("{}, {}: {}.", first.kept.name(),
                    spoken_period(first.kept.on(first.period).frequency, first.period),
                    due_words(view, first.due_on, context.today));
}

html::Html card(const Context& context, const Organisation& organisation, const DueList& list) {
    const design::View& view = context.view;
    return design::card(
        {.heading = view.say("Today’s numbers: {}", organisation.name),
         .size = design::Size::s,
         .body = html("<p>{}</p>{}", what_waits(context, list),
                      design::button({.label = view.say("Enter today’s numbers"),
                                      .look = list.due.empty() ? design::ButtonLook::secondary
                                                               : design::ButtonLook::primary,
                                      .where = measures::today_address(organisation.id)})),
         .classes = "pr-today"});
}

/// Nothing where this person enters nothing there, or where no series is kept.
html::Html waiting_at(const Context& context, const Organisation& organisation) {
    const auto scope = context.scope_under(access::policy::data_enterers);
    if (!scope.can_write(organisation.id)) return {};
    const auto list = due_at(context.db, scope.may_read(organisation.id), context.today);
    if (list.due.empty() && list.on_events.empty() &&
        measures::series_of(context.db, scope.may_read(organisation.id)).empty())
        return {};
    return card(context, organisation, list);
}

/// Where patients are tallied: how that stands, and what is missed most.
html::Html tally_panel(const Context& context, const Here& here,
                       const measures::Material& material) {
    const design::View& view = context.view;
    const Place place{here, {material.measure, material.series}};
    if (!is_tallied(material.measure.now())) return {};
    const bool keeps = measures::may(context, access::policy::data_keepers, here.id());
    const auto sheet = sheet_of(context.db, place.readable(context), place.kept, context.today);
    if (!sheet && !keeps) return {};
    html::Html body =
        html("<p>{}</p>", design::link(tally_address(place), view.say("Tally patient by patient")));
    const Day from = context.today - std::chrono::days(364);
    if (sheet && sheet->version > 0)
        body += html("{}<p>{}</p>", pareto(context, place, from, context.today),
                     design::link(missed_address(place), view.say("Choose another time")));
    return html(R"(<section><h2 class="nhsuk-heading-m">{}</h2>{}</section>)",
                view.say("What is missed"), body);
}

html::Html today_door(const Context& context, const Here& here) {
    if (!measures::may(context, access::policy::data_enterers, here.id())) return {};
    return design::link(measures::today_address(here.id()),
                        context.view.say("Enter today’s numbers"));
}

html::Html grid_door(const Context& context, const Here& here) {
    if (!measures::may(context, access::policy::data_enterers, here.id())) return {};
    return design::link(url("/organisations/{}/measures/grid", here.id().text()),
                        context.view.say("Enter many numbers in a grid"));
}

html::Html completeness_door(const Context& context, const Here& here) {
    return design::link(measures::completeness_address(here.id()),
                        context.view.say("Completeness and timeliness"));
}

}  // namespace

void add_neighbours(measures::Neighbours& neighbours, Views& views) {
    neighbours.panels.push_back(
        [&views](const Context& context, const Here& here, const measures::Material& material) {
            views.note(here.id(), material.series.id, context.today);
            return tally_panel(context, here, material);
        });
    neighbours.doors.push_back(today_door);
    neighbours.doors.push_back(grid_door);
    neighbours.doors.push_back(completeness_door);
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.push_back([](const Context& context, const Here& here) {
        return waiting_at(context, here.organisation);
    });
    neighbours.mine.push_back([](const Context& context, const std::vector<Organisation>& mine) {
        html::Html cards;
        int shown = 0;
        for (const Organisation& one : mine) {
            const auto card = waiting_at(context, one);
            if (card.empty() || shown++ >= kMost) continue;
            cards += card;
        }
        return cards;
    });
}

}  // namespace primum::collection
