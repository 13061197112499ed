#include "events/routes.h"

#include "access/policy.h"
#include "events/actions.h"

namespace primum::events {

void add_routes(access::Routes& routes, const people::Accounts& accounts) {
    using namespace access::policy;
    const auto with = [&accounts](auto* action) -> access::Action {
        return [&accounts, action](const http::Request& request, access::Context& context) {
            return action(accounts, request, context);
        };
    };

    routes.get("/events", public_page, with(show_list));
    routes.get("/events/new", content_keepers, with(ask_for_event));
    routes.post("/events/new", content_keepers, with(save_new_event));
    routes.get("/events/{event}", public_page, with(show_event));

    routes.get("/events/{event}/booking", participants, with(ask_for_booking));
    routes.post("/events/{event}/booking", participants, with(save_booking));
    routes.get("/events/{event}/booking/{booking}", participants, with(show_booking));
    routes.post("/events/{event}/booking/{booking}", participants, with(save_changed_booking));
    routes.post("/events/{event}/booking/{booking}/cancellation", participants, with(free_booking));
    routes.get("/events/{event}/promise", participants, with(ask_for_promise));
    routes.post("/events/{event}/promise", participants, with(save_promise));

    routes.get("/events/{event}/details", content_keepers, with(ask_for_details));
    routes.post("/events/{event}/details", content_keepers, with(save_details));
    routes.get("/events/{event}/cancellation", content_keepers, with(ask_for_cancellation));
    routes.post("/events/{event}/cancellation", content_keepers, with(save_cancellation));
    routes.get("/events/{event}/attendance", content_keepers, with(show_attendance));
    routes.post("/events/{event}/attendance", content_keepers, with(save_who_came));
    routes.get("/events/{event}/promises", content_keepers, with(show_promises));
    routes.get("/events/{event}/materials", content_keepers, with(ask_for_materials));
    routes.post("/events/{event}/materials", content_keepers, with(save_materials));

    routes.get("/events.ics", public_page, with(send_calendar));
    routes.get("/events.atom", public_page, with(send_news));
    routes.get("/events/{event}/calendar.ics", everyone, with(send_one));
    // Not kept in memory as pages are: a secret that is revoked opens nothing from then on.
    routes.get("/me/{secret}/events.ics", everyone, with(send_own_calendar));

    routes.get("/me/events", signed_in, with(show_diary));
    routes.get("/me/calendar", signed_in, with(show_calendar));
    routes.post("/me/calendar", signed_in, with(make_calendar));
    routes.post("/me/calendar/revocation", signed_in, with(revoke_calendar));
    routes.get("/me/promises/{promise}", signed_in, with(ask_for_answer));
    routes.post("/me/promises/{promise}", signed_in, with(save_answer));
}

}  // namespace primum::events
