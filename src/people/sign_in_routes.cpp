#include <optional>
#include <string>
#include <utility>

#include "access/cookies.h"
#include "access/return_to.h"
#include "language/language.h"
#include "people/frame.h"
#include "people/one_time_token.h"
#include "people/openid_routes.h"
#include "people/routes.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/sign_in_pages.h"
#include "people/store.h"
#include "people/visitor.h"

namespace primum::people {
namespace {

using access::Context;
using http::Request;
using http::Response;

constexpr const char* kWrong =
    language::sentence("Check your email address and your password: they do not match");
constexpr const char* kWrongCode = language::sentence(
    "Check the code and enter the one that your app shows now: each code works once");
constexpr const char* kWrongPassword = language::sentence("Check your password: it is not right");
constexpr const char* kWrongPasswordOrCode =
    language::sentence("Check your password and your code: they are not right");
constexpr const char* kNotPrivate = language::sentence(
    "Open this page with https, or on the machine itself: your password would be sent unencrypted");

std::string return_path(const Request& request, const Context& context) {
    const std::string_view sent = context.form.text("return");
    const html::Url where =
        sent.empty() ? access::return_to(request) : access::page_on_this_site(sent);
    return std::string(where.text());
}

http::Header code_cookie(const Settings& settings, std::string_view token, const char* life) {
    return access::cookie(kCodeCookie, token, settings.is_secure(), life);
}

std::string code_token(const Settings& settings, const Request& request) {
    return request.cookie(access::cookie_name(kCodeCookie, settings.is_secure())).value_or("");
}

/// Into the house: the cookie of the session, and of the device where it is new.
Response let_in(const Settings& settings, const SignIn& signed_in, const std::string& where) {
    Response response = http::see_other(access::page_on_this_site(where));
    const http::Header session = session_cookie(settings, signed_in.token);
    response.headers.add(session.name, session.value);
    if (!signed_in.device.empty()) {
        const http::Header device = access::cookie(kDeviceCookie, signed_in.device,
                                                   settings.is_secure(), "; Max-Age=15552000");
        response.headers.add(device.name, device.value);
    }
    return response;
}

/// What has just happened, that a person who comes to sign in should know.
std::string_view news(const Request& request, const Context& context) {
    const std::string done = request.parameter("done").value_or("");
    if (done == "password")
        return context.view.say("Your password has been changed. Sign in with the new one.");
    if (done == "joined") return context.view.say("Your account is ready. Sign in to begin.");
    return {};
}

Response show_sign_in(Accounts& accounts, const Request& request, Context& context) {
    return http::ok(sign_in_page(accounts, context.view,
                                 {.return_to = return_path(request, context)}, {},
                                 news(request, context)));
}

Response take_sign_in(Accounts& accounts, const Request& request, Context& context) {
    const SignInForm form{std::string(context.form.text("email")), return_path(request, context)};
    const std::string_view password = context.form.as_typed("password");
    Problems problems;
    if (!is_private_line(request)) problems.add("", kNotPrivate);
    if (form.email.empty()) problems.add("email", "Enter your email address");
    if (password.empty()) problems.add("password", "Enter your password");
    if (!problems.empty())
        return http::unprocessable(sign_in_page(accounts, context.view, form, problems));

    const SignIn result = sign_in(accounts, visitor_of(request, accounts.settings), form.email,
                                  password, context.stamp());
    if (result.outcome == Outcome::wait) return too_many_attempts(context, result.wait_until);
    if (result.outcome == Outcome::signed_in)
        return let_in(accounts.settings, result, form.return_to);
    if (result.outcome == Outcome::asks_code) {
        Response response = http::see_other(html::url("/sign-in/code?return={}", form.return_to));
        const http::Header cookie = code_cookie(accounts.settings, result.token, "; Max-Age=600");
        response.headers.add(cookie.name, cookie.value);
        return response;
    }
    problems.add("email", kWrong);
    return http::unprocessable(sign_in_page(accounts, context.view, form, problems));
}

Response show_code(Accounts& accounts, const Request& request, Context& context) {
    if (!find_token(context.db, Purpose::second_factor, code_token(accounts.settings, request),
                    context.now))
        return http::see_other(html::url("/sign-in"));
    return http::ok(code_page(context.view, return_path(request, context), {}));
}

Response take_code(Accounts& accounts, const Request& request, Context& context) {
    const std::string where = return_path(request, context);
    const SignIn result = give_code(accounts, visitor_of(request, accounts.settings),
                                    code_token(accounts.settings, request),
                                    context.form.text("code"), context.stamp());
    switch (result.outcome) {
        case Outcome::wait:
            return too_many_attempts(context, result.wait_until);
        case Outcome::signed_in: {
            Response response = let_in(accounts.settings, result, where);
            const http::Header gone = code_cookie(accounts.settings, "", "; Max-Age=0");
            response.headers.add(gone.name, gone.value);
            return response;
        }
        case Outcome::wrong: {
            Problems problems;
            problems.add("code", kWrongCode);
            return http::unprocessable(code_page(context.view, where, problems));
        }
        case Outcome::too_late:
        case Outcome::asks_code:
            break;
    }
    return http::see_other(html::url("/sign-in?return={}", where));
}

/// Where the session began at a provider, it ends there as well: else the next person at this
/// machine would be let in without a question. The address is a secret, and so not kept with the
/// answer.
Response sign_out_there(const Context& context, const std::string& address, const Response& here) {
    design::View view = context.view;
    view.who.clear();
    Response response = leave_for(view, view.say("You are signed out here"),
                                  view.say("Sign out there as well"), address);
    for (const http::Header& header : here.headers)
        if (header.name != "Location") response.headers.add(header.name, header.value);
    return response;
}

Response sign_out(Accounts& accounts, const Request&, Context& context) {
    std::optional<std::string> there;
    if (accounts.hooks.provider_sign_out)
        there = accounts.hooks.provider_sign_out(context.db, context.session->id,
                                                 accounts.link("/signed-out"));
    const Response here = context.save([&](store::Writer& db) {
        end_session(db, context.person().id, context.session->id);
        record(db, context.stamp(), "people.sign_out", context.person().id);
        Response response = http::see_other(html::url("/"));
        const http::Header gone = no_session_cookie(accounts.settings);
        response.headers.add(gone.name, gone.value);
        // Not "cookies": the next person here keeps the language, and this device stays known. Not
        // "storage": numbers that somebody else entered here without a network still wait there.
        response.headers.add("Clear-Site-Data", R"("cache")");
        return response;
    });
    return there ? sign_out_there(context, *there, here) : here;
}

AgainForm again_form(const Request& request, const Context& context) {
    const PersonId person = context.person().id;
    return {.return_to = return_path(request, context),
            .has_password = find_password(context.db, person).has_value(),
            .asks_code = has_second_factor(context.db, person)};
}

Response show_again(Accounts& accounts, const Request& request, Context& context) {
    return http::ok(again_page(accounts, context.view, again_form(request, context), {}));
}

Response take_again(Accounts& accounts, const Request& request, Context& context) {
    const SignIn result = sign_in_again(
        accounts, *context.session, visitor_of(request, accounts.settings),
        context.form.as_typed("password"), context.form.text("code"), context.stamp());
    const AgainForm form = again_form(request, context);
    if (result.outcome == Outcome::wait) return too_many_attempts(context, result.wait_until);
    if (result.outcome == Outcome::signed_in)
        return let_in(accounts.settings, result, form.return_to);
    Problems problems;
    problems.add("password", form.asks_code
                                 ? "Check your password and your code: they are not right"
                                 : "Check your password: it is not right");
    return http::unprocessable(again_page(accounts, context.view, form, problems));
}

}  // namespace

void add_sign_in_routes(access::Routes& routes, Accounts& accounts) {
    namespace policy = access::policy;
    routes.get("/sign-in", policy::visitors, with(accounts, show_sign_in));
    routes.post("/sign-in", policy::visitors, with(accounts, take_sign_in));
    routes.get("/sign-in/code", policy::visitors, with(accounts, show_code));
    routes.post("/sign-in/code", policy::visitors, with(accounts, take_code));
    routes.post("/sign-out", policy::signed_in, with(accounts, sign_out));
    routes.get("/reauthenticate", policy::signed_in, with(accounts, show_again));
    routes.post("/reauthenticate", policy::signed_in, with(accounts, take_again));
}

}  // namespace primum::people
