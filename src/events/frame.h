#pragma once
// What the pages and actions of this room have in common.

#include <optional>
#include <string_view>

#include "access/context.h"
#include "base/problems.h"
#include "design/page.h"
#include "events/booking.h"
#include "events/event.h"
#include "http/message.h"
#include "people/accounts.h"

namespace primum::events {

/// The event that {event} names; drafts only for who keeps it, closed ones for who is signed in.
std::optional<Event> shown_event(const http::Request& request, const access::Context& context);

/// The same for who may change it by this route.
std::optional<Event> kept_event(const http::Request& request, const access::Context& context);

/// Whether who asks keeps events of this organisation: for links only, routes have their policies.
bool keeps(const access::Context& context, OrganisationId owner);
bool keeps_any(const access::Context& context);

/// A page with a form about an event, whose caption it is.
html::Html event_task_page(const access::Context& context, const Event& event,
                           std::string_view title, const Problems& problems,
                           const html::Html& content);

/// Below "Events".
std::vector<design::Crumb> crumbs(const design::View& view);
std::vector<design::Crumb> crumbs(const design::View& view, const Event& event);

/// Where a person or a team may be booked: organisations in which the person holds a role.
struct Place {
    OrganisationId id;
    std::string name;
};
std::vector<Place> places_of_person(const access::Context& context);

/// Words of several lines, as paragraphs.
html::Html paragraphs(std::string_view text);

/// "Planned", "Full", "Cancelled", "Over" as a tag; empty where there is nothing to say.
html::Html state_tag(const design::View& view, const Event& event, const Places& places,
                     Instant now);

/// "12 of 40 seats are free", "Full: 3 bookings wait"; empty where nobody books.
std::string places_in_words(const design::View& view, const Event& event, const Places& places);

/// The green line after something was done; nothing for a word that is not known.
html::Html done_banner(const design::View& view, std::string_view done);

std::string parameter(const http::Request& request, std::string_view name);

/// The version that a form was filled in for.
std::int64_t rev_of(const http::Form& form);

}  // namespace primum::events
