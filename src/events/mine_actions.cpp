// A person's own: bookings, calendar, promises.

#include <algorithm>

#include "events/actions.h"
#include "events/calendar_key.h"
#include "events/pages.h"

namespace primum::events {
namespace {

using html::url;
using language::sentence;

constexpr std::size_t kLongestPromise = 1000;

/// Organisations for which this person had a place at an event that has begun.
std::vector<Place> places_with_promise(const access::Context& context, const Event& event) {
    if (event.starts_at > context.now || event.status != Status::planned) return {};
    std::vector<Place> places;
    for (const Mine& mine : bookings_of_person(context.db, context.person().id))
        if (mine.event.id == event.id && mine.booking.state == BookingState::booked &&
            context.scope.can_write(mine.booking.organisation))
            places.push_back({mine.booking.organisation, mine.organisation});
    if (event.books != Books::team) return places;
    for (const Place& place : places_of_person(context)) {
        if (std::ranges::find(places, place.id, &Place::id) != places.end()) continue;
        const auto booking =
            booking_for(context.db, event, context.scope.may_read(place.id), context.person().id);
        if (booking && booking->state == BookingState::booked) places.push_back(place);
    }
    return places;
}

std::optional<ListedPromise> named_promise(const http::Request& request,
                                           const access::Context& context) {
    const auto id = PromiseId::parse(request.part("promise"));
    if (!id) return {};
    for (const ListedPromise& one : promises_of_person(context.db, context.person().id))
        if (one.promise.id == *id) return one;
    return {};
}

http::Response kept_to_itself(http::Response response) {
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

}  // namespace

http::Response show_diary(const Accounts&, const http::Request& request, access::Context& context) {
    const PersonId person = context.person().id;
    return http::ok(diary_page(context, {.bookings = bookings_of_person(context.db, person),
                                         .promises = promises_of_person(context.db, person),
                                         .done = parameter(request, "done")}));
}

http::Response show_calendar(const Accounts&, const http::Request& request,
                             access::Context& context) {
    return http::ok(calendar_page(context, calendar_key_made_at(context.db, context.person().id),
                                  "", parameter(request, "done")));
}

// The answer with the secret is not kept for a second request, as those of save() are: the database
// must not have it.
http::Response make_calendar(const Accounts& accounts, const http::Request&,
                             access::Context& context) {
    const std::string secret = accounts.store.write([&](store::Writer& db) {
        return make_calendar_key(db, context.stamp(), context.person().id);
    });
    return kept_to_itself(http::ok(
        calendar_page(context, context.now, accounts.link("/me/" + secret + "/events.ics"), "")));
}

http::Response revoke_calendar(const Accounts&, const http::Request&, access::Context& context) {
    return context.save([&](store::Writer& db) {
        revoke_calendar_key(db, context.stamp(), context.person().id);
        return http::see_other(url("/me/calendar?done=revoked"));
    });
}

http::Response ask_for_promise(const Accounts&, const http::Request& request,
                               access::Context& context) {
    const auto event = shown_event(request, context);
    if (!event) return http::not_found();
    const auto places = places_with_promise(context, *event);
    if (places.empty()) return http::not_found();
    return http::ok(promise_page(context, *event, places, "", "", {}));
}

http::Response save_promise(const Accounts&, const http::Request& request,
                            access::Context& context) {
    const auto event = shown_event(request, context);
    if (!event) return http::not_found();
    const auto places = places_with_promise(context, *event);
    if (places.empty()) return http::not_found();
    const std::string promise(context.form.text("promise"));
    const std::string organisation(context.form.text("organisation"));
    const auto place = std::ranges::find_if(
        places, [&](const Place& one) { return one.id.text() == organisation; });
    Problems problems;
    if (promise.empty()) problems.add("promise", sentence("Enter what you will start."));
    if (promise.size() > kLongestPromise)
        problems.add("promise", sentence("Shorten the promise to 1,000 characters or fewer."));
    if (place == places.end())
        problems.add("organisation", sentence("Choose where you will do it."));
    if (!problems.empty())
        return http::unprocessable(
            promise_page(context, *event, places, organisation, promise, problems));
    const auto owner = context.scope.may_write(place->id);
    return context.save([&](store::Writer& db) {
        make_promise(db, owner, context.stamp(), event->id, context.person().id, promise,
                     context.today);
        return http::see_other(url("/me/events?done=promised"));
    });
}

http::Response ask_for_answer(const Accounts&, const http::Request& request,
                              access::Context& context) {
    const auto found = named_promise(request, context);
    if (!found) return http::not_found();
    return http::ok(answer_page(context, *found, std::string(name(found->promise.state)),
                                found->promise.outcome, {}));
}

http::Response save_answer(const Accounts&, const http::Request& request,
                           access::Context& context) {
    const auto found = named_promise(request, context);
    if (!found) return http::not_found();
    const std::string typed(context.form.text("state"));
    const std::string outcome(context.form.text("outcome"));
    const auto state = parse_promise_state(typed);
    Problems problems;
    if (!state || *state == PromiseState::open)
        problems.add("state", sentence("Choose where it is now."));
    if (outcome.empty()) problems.add("outcome", sentence("Enter what happened, in a sentence."));
    if (outcome.size() > kLongestPromise)
        problems.add("outcome", sentence("Shorten what happened to 1,000 characters or fewer."));
    if (!problems.empty())
        return http::unprocessable(answer_page(context, *found, typed, outcome, problems));
    Promise seen = found->promise;
    seen.rev = rev_of(context.form);
    // Its person may always say what became of it, whatever roles they hold by now.
    static const auto kScope = store::Scope::system("a person answers for their own promise");
    const auto owner = kScope.may_write(seen.organisation);
    return context.save([&](store::Writer& db) {
        if (answer_promise(db, owner, context.stamp(), seen, *state, outcome))
            return http::see_other(url("/me/events?done=answered"));
        Problems stale;
        stale.add("", sentence("You have answered already since you opened the form. Check what "
                               "you entered and send it again."));
        return http::page(http::Status::conflict,
                          answer_page(context, *found, typed, outcome, stale));
    });
}

}  // namespace primum::events
