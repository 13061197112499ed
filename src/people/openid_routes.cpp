#include "people/openid_routes.h"

#include "access/return_to.h"
#include "people/openid_attempt.h"
#include "people/openid_pages.h"
#include "people/openid_sign_in.h"
#include "people/session.h"
#include "people/visitor.h"

namespace primum::people {
namespace {

using access::Context;
using http::Request;
using http::Response;
using http::Status;

constexpr const char* kNotPrivate = language::sentence(
    "Open this page with https, or on the machine itself: your session would be sent unencrypted.");

/// The same before and after a visit to the provider, and of no use to anybody else.
const std::string& browser_of(const Context& context) {
    return context.session ? context.session->id : context.visit;
}

class Actions {
public:
    Actions(Accounts& accounts, const OpenId& providers)
        : accounts_(accounts), providers_(providers) {}

    Response show_start(const Request& request, Context& context) const {
        const openid::RelyingParty* party = providers_.find(request.part("provider"));
        if (!party) return http::not_found();
        return http::ok(openid_start_page(context.view, party->provider(),
                                          access::return_to(request), context.session.has_value()));
    }

    Response start(const Request& request, Context& context) const {
        openid::RelyingParty* party = providers_.find(request.part("provider"));
        if (!party) return http::not_found();
        if (!is_private_line(request))
            return http::page(Status::forbidden, openid_refused_page(context.view, kNotPrivate));
        const std::string& key = party->provider().key;
        const auto started = party->start(return_address(), context.session.has_value());
        if (!started) return refused(context, key, started.error());
        const OpenIdAttempt attempt{
            .provider = key,
            .attempt = started->attempt,
            .return_to =
                std::string(access::page_on_this_site(context.form.text("return")).text())};
        accounts_.store.write([&](store::Writer& db) {
            save_attempt(db, providers_.seal, attempt, browser_of(context), context.now);
        });
        const std::string label = context.view.say("Continue to {}", party->provider().label);
        return leave_for(context.view, label, label, started->url);
    }

    Response come_back(const Request& request, Context& context) const {
        const openid::Returned returned{request.parameter("state"), request.parameter("code"),
                                        request.parameter("iss"), request.parameter("error")};
        auto attempt = accounts_.store.write([&](store::Writer& db) {
            return take_attempt(db, providers_.seal, returned.state.value_or(""),
                                browser_of(context), context.now);
        });
        openid::RelyingParty* party = attempt ? providers_.find(attempt->provider) : nullptr;
        if (!party)
            return refused(
                context, "",
                {{openid::kStale}, "state is unknown, used, too old or of another browser"});
        attempt->attempt.redirect_uri = return_address();
        const auto identity = party->finish(attempt->attempt, returned);
        if (!identity) return refused(context, attempt->provider, identity.error());
        return arrive(request, context, *attempt, *identity, party->provider().label);
    }

private:
    std::string return_address() const { return accounts_.link("/sign-in/return"); }

    Response refused(const Context& context, std::string_view provider,
                     const openid::Refusal& refusal) const {
        providers_.tell(provider, context.view.request, refusal.reason);
        const bool ours =
            refusal.sentence == openid::kUnreachable || refusal.sentence == openid::kBusy;
        return http::page(ours ? Status::unavailable : Status::forbidden,
                          openid_refused_page(context.view, refusal.sentence.c_str()));
    }

    Response arrive(const Request& request, const Context& context, const OpenIdAttempt& attempt,
                    const openid::Identity& identity, std::string_view label) const {
        const Arrived arrived =
            attempt.attempt.again && context.session
                ? sign_in_again_with(accounts_, providers_, identity, *context.session,
                                     context.stamp())
                : sign_in_with(accounts_, providers_, identity,
                               visitor_of(request, accounts_.settings), context.stamp());
        if (arrived.how != Arrival::signed_in)
            return http::page(Status::forbidden, openid_turned_away_page(context.view, arrived.how,
                                                                         identity.email, label));
        Response response = http::see_other(access::page_on_this_site(attempt.return_to));
        const http::Header cookie = session_cookie(accounts_.settings, arrived.token);
        response.headers.add(cookie.name, cookie.value);
        return response;
    }

    Accounts& accounts_;
    const OpenId& providers_;
};

Response signed_out(const Request&, Context&) {
    return http::see_other(html::url("/"));
}

}  // namespace

void add_openid_routes(access::Routes& routes, Accounts& accounts, const OpenId& providers) {
    const Actions actions(accounts, providers);
    const auto bound = [actions](auto action) {
        return [actions, action](const Request& request, Context& context) {
            return (actions.*action)(request, context);
        };
    };
    routes.get("/sign-in/with/{provider}", access::policy::everyone, bound(&Actions::show_start));
    routes.post("/sign-in/with/{provider}", access::policy::everyone, bound(&Actions::start));
    routes.get("/sign-in/return", access::policy::everyone, bound(&Actions::come_back));
    routes.get("/signed-out", access::policy::everyone, signed_out);
}

Response leave_for(const design::View& view, std::string_view title, std::string_view label,
                   const std::string& address) {
    const auto where = html::Url::parse(address);
    if (!where) return http::bare(Status::broken);
    Response response = http::ok(openid_leaving_page(view, title, label, *where));
    response.headers.add("Refresh", "0;url=" + address);
    return response;
}

}  // namespace primum::people
