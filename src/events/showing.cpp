// The list of events, and one of them.

#include <algorithm>
#include <charconv>

#include "events/actions.h"
#include "events/pages.h"

namespace primum::events {
namespace {

constexpr std::size_t kMostComing = 200;

std::size_t page_number(const http::Request& request) {
    const std::string text = parameter(request, "page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, 10'000);
}

/// Whether a person has a seat, or somebody of theirs booked one for a team.
bool has_place(const access::Context& context, const Event& event) {
    if (!context.session) return false;
    for (const Mine& mine : bookings_of_person(context.db, context.person().id))
        if (mine.event.id == event.id && mine.booking.state == BookingState::booked) return true;
    if (event.books != Books::team) return false;
    for (const Place& place : places_of_person(context)) {
        const auto booking =
            booking_for(context.db, event, context.scope.may_read(place.id), context.person().id);
        if (booking && booking->state == BookingState::booked) return true;
    }
    return false;
}

}  // namespace

http::Response show_list(const Accounts& accounts, const http::Request& request,
                         access::Context& context) {
    EventList list;
    list.wanted.campaign = CampaignId::parse(parameter(request, "campaign"));
    list.wanted.programme = ProgrammeId::parse(parameter(request, "programme"));
    list.wanted.kind = parameter(request, "kind");
    if (!is_kind(list.wanted.kind)) list.wanted.kind.clear();
    list.page = page_number(request);
    list.done = parameter(request, "done");
    list.coming = coming_events(context.db, list.wanted, context.now, kMostComing);
    for (const Event& event : list.coming)
        list.places.push_back(places_of(context.db, event.id));
    list.past_count = count_past_events(context.db, list.wanted, context.now);
    list.past = past_events(context.db, list.wanted, context.now, (list.page - 1) * kPastOnAPage,
                            kPastOnAPage);
    const std::string link = accounts.link("/events.ics");
    list.webcal = "webcal" + link.substr(link.find("://"));
    return http::ok(list_page(context, list));
}

http::Response show_event(const Accounts&, const http::Request& request, access::Context& context) {
    auto event = shown_event(request, context);
    if (!event) return http::not_found();
    EventPortrait portrait{.event = *event,
                           .belongs = belongs_to(context.db, *event),
                           .places = places_of(context.db, event->id),
                           .resources = resources_of(context.db, event->id),
                           .keeper = keeps(context, event->owner),
                           .promises = {},
                           .has_place = has_place(context, *event),
                           .done = parameter(request, "done")};
    if (portrait.keeper) portrait.promises = count_promises(context.db, event->id);
    return http::ok(event_page(context, portrait));
}

}  // namespace primum::events
