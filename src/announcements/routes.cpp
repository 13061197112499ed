#include "announcements/routes.h"

#include "access/policy.h"
#include "announcements/actions.h"

namespace primum::announcements {

void add_routes(access::Routes& routes, const Unsubscribing& unsubscribing) {
    using namespace access::policy;
    const auto with = [&unsubscribing](auto* action) -> access::Action {
        return [&unsubscribing, action](const http::Request& request, access::Context& context) {
            return action(unsubscribing, request, context);
        };
    };
    routes.get("/news", public_page, show_news);
    routes.get("/news/{announcement}", public_page, show_announcement);

    routes.get("/announcements", programme_keepers, show_kept);
    routes.get("/announcements/new", programme_keepers, ask_for_new);
    routes.post("/announcements/new", programme_keepers, add_new);
    routes.get("/announcements/{announcement}", programme_keepers, show_draft);
    routes.get("/announcements/{announcement}/change", programme_keepers, ask_for_change);
    routes.post("/announcements/{announcement}/change", programme_keepers, save_change);
    routes.post("/announcements/{announcement}/publication", programme_keepers, publish_it);
    routes.post("/announcements/{announcement}/withdrawal", programme_keepers, withdraw_it);

    routes.get("/account/letters", signed_in, ask_for_letters);
    routes.post("/account/letters", signed_in, save_letters);
    routes.get("/letters/unsubscribe", signed_link, with(ask_to_unsubscribe));
    routes.post("/letters/unsubscribe", signed_link, with(unsubscribe));
}

}  // namespace primum::announcements
