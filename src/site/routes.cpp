#include "site/routes.h"

#include <algorithm>

#include "access/context.h"
#include "access/cookies.h"
#include "access/return_to.h"
#include "announcements/announcement.h"
#include "campaigns/portrait.h"
#include "design/gallery.h"
#include "site/home.h"
#include "site/participation.h"
#include "site/statements.h"

namespace primum::site {
namespace {

using access::Context;
using http::Request;
using http::Response;

/// The last three that anybody may read.
std::vector<announcements::Announcement> public_news(const Context& context) {
    constexpr std::chrono::days kNews{180};
    constexpr std::size_t kOnHome = 3;
    auto news = announcements::published_since(context.db, context.now - kNews);
    std::erase_if(news, [](const auto& one) { return !one.is_public(); });
    if (news.size() > kOnHome) news.resize(kOnHome);
    return news;
}

Response show_home(const Request&, Context& context) {
    const auto campaign = campaigns::front_campaign(context.db);
    if (!campaign)
        return http::ok(welcome_page(context.view, participation_of(context.db, context.today)));
    return http::ok(campaigns::campaign_page(
        context, campaigns::portrait_of(context.db, *campaign, context.today), true,
        from_other_rooms(context.view, *campaign, public_news(context))));
}

/// Only a preference of this browser, so a link may set it.
Response choose_language(const Request& request, Context& context) {
    const std::string code(request.part("code"));
    const auto& offered = *context.view.languages;
    const bool known =
        std::ranges::any_of(offered, [&](const auto* l) { return l->code() == code; });
    if (!known) return http::not_found();

    Response response = http::see_other(access::return_to(request));
    const auto cookie =
        access::cookie(access::kLanguageCookie, code, context.secure, "; Max-Age=31536000");
    response.headers.add(cookie.name, cookie.value);
    return response;
}

Response show_accessibility(const Request&, Context& context) {
    return http::ok(accessibility_page(context.view));
}

Response show_cookies(const Request&, Context& context) {
    return http::ok(cookies_page(context.view));
}

/// For developers and translators; it has forms that lead nowhere, so it is not kept in memory.
Response show_components(const Request&, Context& context) {
    return http::ok(design::gallery(context.view));
}

/// Whether this node can serve: the database answers. The front door says 503 or 500 otherwise.
Response say_ready(const Request&, Context& context) {
    participation_of(context.db, context.today);
    return http::text(http::Status::ok, "ready\n");
}

}  // namespace

void add_routes(access::Routes& routes) {
    using namespace access;
    routes.get("/", policy::public_page, show_home);
    routes.get("/language/{code}", policy::everyone, choose_language);
    routes.get("/accessibility", policy::public_page, show_accessibility);
    routes.get("/cookies", policy::public_page, show_cookies);
    routes.get("/design", policy::everyone, show_components);
    routes.get("/readyz", policy::everyone, say_ready);
}

}  // namespace primum::site
