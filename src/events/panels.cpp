#include "events/panels.h"

#include "design/callouts.h"
#include "events/booking.h"
#include "events/latest.h"
#include "events/promise.h"

namespace primum::events {
namespace {

using html::html;
using html::url;

constexpr int kShown = 5;

html::Html item(const design::View& view, const Mine& mine) {
    const std::string seats = view.words->count(mine.booking.seats, "{} seat", "{} seats");
    const auto state = mine.event.status == Status::cancelled ? std::string(view.say("cancelled"))
                       : mine.booking.state == BookingState::booked
                           ? seats
                           : view.say("{}, on the waiting list", seats);
    return html(R"(<li>{}: <a class="nhsuk-link" href="{}">{}</a> ({})</li>)",
                short_day(*view.words, first_day(mine.event)), address(mine.event.id),
                mine.event.title, state);
}

html::Html bookings_panel(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    const auto bookings =
        coming_bookings_of(context.db, context.scope.may_read(here.id()), context.now);
    if (bookings.empty()) return {};
    html::Html items;
    for (const Mine& mine : bookings)
        items += item(view, mine);
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("Booked for events"), items);
}

html::Html mine_panel(const access::Context& context,
                      const std::vector<organisations::Organisation>&) {
    const design::View& view = context.view;
    const PersonId person = context.person().id;
    html::Html promises;
    for (const ListedPromise& one : promises_of_person(context.db, person))
        if (one.promise.asked_30 && one.promise.unfinished())
            promises.append(R"(<li><a class="nhsuk-link" href="{}">{}</a> ({})</li>)",
                            url("/me/promises/{}", one.promise.id.text()), one.promise.promise,
                            one.event);
    html::Html events;
    int shown = 0;
    for (const Mine& mine : bookings_of_person(context.db, person))
        if (!mine.event.over(context.now) && shown++ < kShown) events += item(view, mine);
    html::Html panel;
    if (!promises.empty())
        panel += design::inset_text(
            view, html(R"(<h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list">{}</ul>)",
                       view.say("What became of your promises?"), promises));
    if (!events.empty())
        panel.append(
            R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul><p><a class="nhsuk-link" href="{}">{}</a></p>)",
            view.say("Your next events"), events, url("/me/events"),
            view.say("All your bookings and promises"));
    return panel;
}

}  // namespace

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.emplace_back(bookings_panel);
    neighbours.mine.emplace_back(mine_panel);
    neighbours.merged.emplace_back(merged);
}

}  // namespace primum::events
