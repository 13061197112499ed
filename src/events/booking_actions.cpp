// Booking, changing and cancelling.

#include <algorithm>

#include "events/actions.h"
#include "events/letters.h"
#include "events/pages.h"

namespace primum::events {
namespace {

using html::url;

/// A booking that the person may change: their own, or one of a team of an organisation of theirs.
bool may_change(const access::Context& context, const Event& event, const Booking& booking) {
    if (event.books == Books::team) return context.scope.can_write(booking.organisation);
    return booking.person == context.person().id;
}

std::vector<Mine> my_bookings(const access::Context& context, const Event& event) {
    std::vector<Mine> mine;
    if (event.books == Books::person) {
        for (Mine& one : bookings_of_person(context.db, context.person().id))
            if (one.event.id == event.id) mine.push_back(std::move(one));
        return mine;
    }
    for (const Place& place : places_of_person(context))
        if (const auto booking = booking_for(context.db, event, context.scope.may_read(place.id),
                                             context.person().id))
            mine.push_back({*booking, event, place.name});
    return mine;
}

BookingDesk desk_of(const http::Request& request, const access::Context& context,
                    const Event& event) {
    return {.event = event,
            .places = places_of(context.db, event.id),
            .places_of_person = places_of_person(context),
            .mine = my_bookings(context, event),
            .done = parameter(request, "done")};
}

BookingForm form_of(const http::Form& form) {
    return {.organisation = std::string(form.text("organisation")),
            .seats = std::string(form.text("seats")),
            .names = std::string(form.text("names"))};
}

/// The booking that {booking} names; nothing where it is none of this person's.
std::optional<Mine> named_booking(const http::Request& request, const access::Context& context) {
    const auto event = shown_event(request, context);
    const auto id = BookingId::parse(request.part("booking"));
    if (!event || !id) return {};
    for (const Listed& listed : bookings_of(context.db, event->id))
        if (listed.booking.id == *id && may_change(context, *event, listed.booking))
            return Mine{listed.booking, *event, listed.organisation};
    return {};
}

BookingForm form_of(const Mine& mine, const std::vector<Seat>& seats) {
    BookingForm form{.organisation = std::string(mine.booking.organisation.text()),
                     .seats = std::to_string(mine.booking.seats),
                     .names = {}};
    for (const Seat& seat : seats)
        if (!seat.name.empty()) form.names += seat.name + '\n';
    return form;
}

}  // namespace

http::Response ask_for_booking(const Accounts&, const http::Request& request,
                               access::Context& context) {
    const auto event = shown_event(request, context);
    if (!event) return http::not_found();
    return http::ok(booking_page(context, desk_of(request, context, *event), {}, {}));
}

http::Response save_booking(const Accounts&, const http::Request& request,
                            access::Context& context) {
    const auto event = shown_event(request, context);
    if (!event) return http::not_found();
    const auto form = form_of(context.form);
    const BookingDesk desk = desk_of(request, context, *event);
    const auto wish = check(form, *event, desk.places_of_person, context.person().name);
    if (!wish) return http::unprocessable(booking_page(context, desk, form, wish.error()));
    const auto organisation = context.scope.may_write(wish->organisation);
    return context.save([&](store::Writer& db) {
        const auto booked =
            book(db, organisation, context.stamp(), event->id, wish->seats, wish->names);
        if (booked) return http::see_other(url("/events/{}/booking?done=booked", event->id.text()));
        Problems problems;
        problems.add("", booked.error().sentence);
        return http::unprocessable(booking_page(context, desk, form, problems));
    });
}

http::Response show_booking(const Accounts&, const http::Request& request,
                            access::Context& context) {
    const auto mine = named_booking(request, context);
    if (!mine) return http::not_found();
    const auto seats = seats_of(context.db, mine->booking);
    return http::ok(change_booking_page(context, *mine, seats, form_of(*mine, seats), {}));
}

http::Response save_changed_booking(const Accounts& accounts, const http::Request& request,
                                    access::Context& context) {
    auto mine = named_booking(request, context);
    if (!mine) return http::not_found();
    BookingForm form = form_of(context.form);
    form.organisation = mine->booking.organisation.text();
    const auto seats = seats_of(context.db, mine->booking);
    const std::vector<Place> place = {{mine->booking.organisation, mine->organisation}};
    const auto wish = check(form, mine->event, place, context.person().name);
    if (!wish)
        return http::unprocessable(change_booking_page(context, *mine, seats, form, wish.error()));
    Booking seen = mine->booking;
    seen.rev = rev_of(context.form);
    const bool stale = seen.rev != mine->booking.rev;
    const auto organisation = context.scope.may_write(seen.organisation);
    return context.save([&](store::Writer& db) {
        const auto changed =
            change_booking(db, organisation, context.stamp(), seen, wish->seats, wish->names);
        if (changed) {
            tell_moved_up(accounts, db, changed->moved_up, context.now);
            return http::see_other(url("/events/{}/booking?done=rebooked", mine->event.id.text()));
        }
        Problems problems;
        problems.add("", changed.error().sentence);
        auto page = change_booking_page(context, *mine, seats, form, problems);
        return http::page(stale ? http::Status::conflict : http::Status::unprocessable,
                          std::move(page));
    });
}

http::Response free_booking(const Accounts& accounts, const http::Request& request,
                            access::Context& context) {
    const auto mine = named_booking(request, context);
    if (!mine || mine->event.starts_at <= context.now) return http::not_found();
    const auto organisation = context.scope.may_write(mine->booking.organisation);
    return context.save([&](store::Writer& db) {
        const auto changed = cancel_booking(db, organisation, context.stamp(), mine->booking);
        tell_moved_up(accounts, db, changed.moved_up, context.now);
        return http::see_other(url("/me/events?done=freed"));
    });
}

}  // namespace primum::events
