// A forgotten password, from the address to a new one.
#include <string>

#include "design/button.h"
#include "design/form.h"
#include "design/input.h"
#include "people/frame.h"
#include "people/password_form.h"
#include "people/recovery.h"
#include "people/routes.h"
#include "people/throttle.h"

namespace primum::people {
namespace {

using access::Context;
using html::html;
using http::Request;
using http::Response;

html::Html ask_page(const Accounts& accounts, const design::View& view, std::string_view email,
                    const Problems& problems) {
    return form_page(view, view.say("Reset your password"), problems,
                     html("{}<p>{}</p>{}", mail_notice(accounts, view),
                          view.say("We send you a link with which you choose a new password."),
                          design::form(view, {.action = html::url("/password-reset")},
                                       html("{}{}",
                                            design::input(view, {.name = "email",
                                                                 .label = view.say("Email address"),
                                                                 .value = email,
                                                                 .error = problems.about("email"),
                                                                 .type = "email",
                                                                 .autocomplete = "username",
                                                                 .spellcheck = false}),
                                            design::button({.label = view.say("Send the link")})))),
                     html::url("/sign-in"));
}

html::Html choose_page(const design::View& view, const std::string& token, const Person& person,
                       const Problems& problems) {
    return form_page(
        view, view.say("Choose a new password"), problems,
        design::form(view, {.action = html::url("/password-reset/new")},
                     html("{}{}{}{}", design::hidden("link", token), account_name(person.email),
                          new_password_input(view, problems),
                          design::button({.label = view.say("Change my password")}))));
}

Response show_ask(Accounts& accounts, const Request&, Context& context) {
    return http::ok(ask_page(accounts, context.view, "", {}));
}

Response ask(Accounts& accounts, const Request& request, Context& context) {
    const std::string email = normal_email(context.form.text("email"));
    Problems problems;
    add_fault(problems, "email", email_fault(email));
    if (!problems.empty())
        return http::unprocessable(
            ask_page(accounts, context.view, context.form.text("email"), problems));

    const std::string network = visitor_of(request, accounts.settings).network;
    return context.save([&](store::Writer& db) {
        if (const auto until = network_blocked_until(db, network, context.now))
            return too_many_attempts(context, *until);
        ask_for_reset(accounts, db, *context.view.words, email, context.stamp());
        return http::see_other(html::url("/password-reset/sent"));
    });
}

Response show_sent(Accounts& accounts, const Request&, Context& context) {
    const design::View& view = context.view;
    return http::ok(plain_page(
        view, view.say("Check your email"),
        html("{}<p>{}</p><p>{}</p>", mail_notice(accounts, view),
             view.say("If there is an account with this address, an email with a link is on its "
                      "way. The link works for 30 minutes."),
             view.say("If nothing comes, look into your spam folder, then check the address and "
                      "try again.")),
        html::url("/password-reset")));
}

Response show_choose(Accounts&, const Request& request, Context& context) {
    const std::string token = request.parameter("t").value_or("");
    const auto person = find_by_reset_link(context.db, token, context.now);
    if (!person) return link_is_used(context);
    return without_referrer(http::ok(choose_page(context.view, token, *person, {})));
}

Response choose(Accounts& accounts, const Request&, Context& context) {
    const std::string token(context.form.text("link"));
    const auto person = find_by_reset_link(context.db, token, context.now);
    if (!person) return earlier_or_link_is_used(context);
    const std::string_view password = context.form.as_typed("password");
    const Problems problems = check_new_password(accounts, password, *person);
    if (!problems.empty())
        return without_referrer(
            http::unprocessable(choose_page(context.view, token, *person, problems)));

    const std::string hash = accounts.hash_password(password);
    return context.save([&](store::Writer& db) {
        if (!reset_password(accounts, db, *context.view.words, token, hash, context.stamp()))
            return link_is_used(context);
        return http::see_other(html::url("/sign-in?done=password"));
    });
}

}  // namespace

void add_recovery_routes(access::Routes& routes, Accounts& accounts) {
    namespace policy = access::policy;
    routes.get("/password-reset", policy::everyone, with(accounts, show_ask));
    routes.post("/password-reset", policy::everyone, with(accounts, ask));
    routes.get("/password-reset/sent", policy::everyone, with(accounts, show_sent));
    routes.get("/password-reset/new", policy::everyone, with(accounts, show_choose));
    routes.post("/password-reset/new", policy::everyone, with(accounts, choose));
}

}  // namespace primum::people
