// Accepting an invitation, and the first administrator's way in.
#include <string>

#include "design/button.h"
#include "design/form.h"
#include "design/input.h"
#include "people/frame.h"
#include "people/joining.h"
#include "people/password_form.h"
#include "people/routes.h"
#include "people/store.h"

namespace primum::people {
namespace {

using access::Context;
using html::html;
using http::Request;
using http::Response;

/// As of a person's name, in words that tell the two fields apart.
std::optional<const char*> organisation_fault(std::string_view name) {
    if (name.empty()) return language::sentence("Enter the name of the organisation");
    return name_fault(name);
}

/// What the page asks, beside name and password.
struct Asked {
    html::Url action;
    std::string title;
    std::string introduction;
    bool email = false;         ///< otherwise it is known
    bool organisation = false;  ///< the first one
    std::string link;
};

html::Html text_input(const design::View& view, const Problems& problems, const char* name,
                      std::string_view label, std::string_view value, const char* autocomplete,
                      std::string_view hint = "") {
    return design::input(view, {.name = name,
                                .label = label,
                                .hint = hint,
                                .value = value,
                                .error = problems.about(name),
                                .autocomplete = autocomplete});
}

html::Html joining_page(const design::View& view, const Asked& asked, const Joining& typed,
                        const Problems& problems) {
    html::Html fields = design::hidden("link", asked.link);
    fields += text_input(view, problems, "name", view.say("Your name"), typed.name, "name");
    if (asked.email)
        fields += design::input(view, {.name = "email",
                                       .label = view.say("Email address"),
                                       .hint = view.say("You sign in with it"),
                                       .value = typed.email,
                                       .error = problems.about("email"),
                                       .type = "email",
                                       .autocomplete = "username",
                                       .spellcheck = false});
    else
        fields += account_name(typed.email);
    fields += new_password_input(view, problems, "Password");
    if (asked.organisation)
        fields += text_input(
            view, problems, "organisation", view.say("Name of the organisation at the top"),
            typed.organisation, "organization",
            view.say("The one that runs the campaign: others are added below it later"));
    fields += design::button({.label = view.say("Create my account")});
    return form_page(view, asked.title, problems,
                     html("<p>{}</p>{}", asked.introduction,
                          design::form(view, {.action = asked.action}, fields)));
}

/// What was typed; the address of the link goes before that of the form.
Joining read_joining(const Context& context, const std::string& email) {
    const http::Form& form = context.form;
    return {.email = email.empty() ? normal_email(form.text("email")) : email,
            .name = std::string(form.text("name")),
            .organisation = std::string(form.text("organisation")),
            .language = std::string(context.view.words->code())};
}

Problems check_joining(const Accounts& accounts, const Context& context, const Asked& asked,
                       const Joining& typed) {
    Problems problems;
    add_fault(problems, "name", name_fault(typed.name));
    if (asked.email) add_fault(problems, "email", email_fault(typed.email));
    for (const Problem& problem : check_new_password(accounts, context.form.as_typed("password"),
                                                     {.email = typed.email, .name = typed.name}))
        problems.add(problem.field, problem.sentence);
    if (asked.organisation && typed.organisation.empty())
        problems.add("organisation", "Enter the name of the organisation");
    else if (asked.organisation)
        add_fault(problems, "organisation", organisation_fault(typed.organisation));
    return problems;
}

/// Checks what was typed, saves it and says what came of it.
template <class Save>
Response join(Accounts& accounts, Context& context, const Asked& asked, Joining typed, Save save) {
    Problems problems = check_joining(accounts, context, asked, typed);
    const auto again = [&] {
        return without_referrer(
            http::unprocessable(joining_page(context.view, asked, typed, problems)));
    };
    if (!problems.empty()) return again();
    typed.password_hash = accounts.hash_password(context.form.as_typed("password"));
    return context.save([&](store::Writer& db) {
        switch (save(db, typed)) {
            case Joined::done:
                return http::see_other(html::url("/sign-in?done=joined"));
            case Joined::link_is_used:
                return link_is_used(context);
            case Joined::email_is_taken:
                break;
        }
        problems.add("email", "There is an account with this address already: sign in with it");
        return again();
    });
}

Asked invitation_asks(const design::View& view, const OneTime& link, const std::string& token) {
    return {.action = html::url("/invitation"),
            .title = std::string(view.say("Accept your invitation")),
            .introduction = view.say("You sign in with {}.", link.email),
            .link = token};
}

/// For an address that has an account: whoever is signed in with it accepts, others sign in first.
Response invitation_to_member(Context& context, const std::string& email,
                              const std::string& token) {
    const design::View& view = context.view;
    const bool mine = context.session && context.person().email == email;
    html::Html way;
    if (mine)
        way = design::form(view, {.action = html::url("/invitation/acceptance")},
                           html("{}{}", design::hidden("link", token),
                                design::button({.label = view.say("Accept the invitation")})));
    else if (context.session)
        way = html("<p>{}</p>", view.say("You are signed in with another address: sign out, then "
                                         "open the link again."));
    else
        way = design::button({.label = view.say("Sign in"),
                              .where = html::url("/sign-in?return={}", "/invitation?t=" + token)});
    return without_referrer(http::ok(plain_page(
        view, view.say("Accept your invitation"),
        html("<p>{}</p>{}",
             view.say("The invitation is for {}, which has an account already.", email), way))));
}

Response show_invitation(Accounts&, const Request& request, Context& context) {
    const std::string token = request.parameter("t").value_or("");
    const auto link = find_token(context.db, Purpose::invitation, token, context.now);
    if (!link) return link_is_used(context);
    if (find_person_by_email(context.db, link->email))
        return invitation_to_member(context, link->email, token);
    return without_referrer(http::ok(joining_page(
        context.view, invitation_asks(context.view, *link, token), {.email = link->email}, {})));
}

Response take_invitation(Accounts& accounts, const Request&, Context& context) {
    const std::string token(context.form.text("link"));
    const auto link = find_token(context.db, Purpose::invitation, token, context.now);
    if (!link) return earlier_or_link_is_used(context);
    return join(accounts, context, invitation_asks(context.view, *link, token),
                read_joining(context, link->email), [&](store::Writer& db, const Joining& typed) {
                    return accept_invitation(accounts, db, token, typed, context.stamp());
                });
}

Response take_invitation_as_member(Accounts& accounts, const Request&, Context& context) {
    const std::string token(context.form.text("link"));
    return context.save([&](store::Writer& db) {
        const auto person = find_person(db, context.person().id);
        if (!person ||
            accept_invitation(accounts, db, token, *person, context.stamp()) != Joined::done)
            return link_is_used(context);
        return http::see_other(html::url("/"));
    });
}

Asked setup_asks(const Context& context, const OneTime& link, const std::string& token) {
    const design::View& view = context.view;
    return {.action = html::url("/setup"),
            .title = view.say("Set up {}", view.service),
            .introduction =
                link.email.empty()
                    ? std::string(view.say("You become the first administrator. You invite "
                                           "everybody else once you have signed in."))
                    : view.say("You become an administrator and sign in with {}.", link.email),
            .email = link.email.empty(),
            .organisation = needs_organisation(context.db),
            .link = token};
}

Response show_setup(Accounts&, const Request& request, Context& context) {
    const std::string token = request.parameter("t").value_or("");
    const auto link = find_setup(context.db, token, context.now);
    if (!link) return link_is_used(context);
    return without_referrer(http::ok(
        joining_page(context.view, setup_asks(context, *link, token), {.email = link->email}, {})));
}

Response take_setup(Accounts& accounts, const Request&, Context& context) {
    const std::string token(context.form.text("link"));
    const auto link = find_setup(context.db, token, context.now);
    if (!link) return earlier_or_link_is_used(context);
    return join(accounts, context, setup_asks(context, *link, token),
                read_joining(context, link->email), [&](store::Writer& db, const Joining& typed) {
                    return set_up(accounts, db, token, typed, context.stamp());
                });
}

}  // namespace

void add_joining_routes(access::Routes& routes, Accounts& accounts) {
    namespace policy = access::policy;
    routes.get("/invitation", policy::everyone, with(accounts, show_invitation));
    routes.post("/invitation", policy::everyone, with(accounts, take_invitation));
    routes.post("/invitation/acceptance", policy::signed_in,
                with(accounts, take_invitation_as_member));
    routes.get("/setup", policy::everyone, with(accounts, show_setup));
    routes.post("/setup", policy::everyone, with(accounts, take_setup));
}

}  // namespace primum::people
