#include <algorithm>
#include <string>

#include "access/cookies.h"
#include "people/account_pages.h"
#include "people/email_change.h"
#include "people/frame.h"
#include "people/letters.h"
#include "people/password_form.h"
#include "people/routes.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/store.h"

namespace primum::people {
namespace {

using access::Context;
using http::Request;
using http::Response;

/// What has just happened, for the banner of the account page.
std::string_view news(const Request& request, const design::View& view) {
    const std::string done = request.parameter("done").value_or("");
    if (done == "details") return view.say("Your name and language have been saved.");
    if (done == "password") return view.say("Your password has been changed.");
    if (done == "email") return view.say("Your email address has been changed.");
    if (done == "link") return view.say("Open the link that we have sent to your new address.");
    if (done == "second-factor") return view.say("Codes are no longer asked for.");
    return {};
}

Response show_account(Accounts&, const Request& request, Context& context) {
    const PersonId id = context.person().id;
    const auto person = find_person(context.db, id);
    if (!person) return http::not_found();
    const AccountSummary summary{
        .person = *person,
        .has_password = find_password(context.db, id).has_value(),
        .has_second_factor = has_second_factor(context.db, id),
        .recovery_codes = recovery_codes_left(context.db, id),
        .sessions = sessions_of(context.db, id, context.now).size(),
    };
    return http::ok(account_page(context.view, summary, news(request, context.view)));
}

Response show_details(Accounts&, const Request&, Context& context) {
    const auto person = find_person(context.db, context.person().id);
    if (!person) return http::not_found();
    return http::ok(details_page(context.view, *person, {}));
}

Response save_details(Accounts& accounts, const Request&, Context& context) {
    auto person = find_person(context.db, context.person().id);
    if (!person) return http::not_found();
    const bool is_newest = context.form.text("rev") == std::to_string(person->rev);
    person->name = context.form.text("name");
    person->language = context.form.text("language");

    Problems problems;
    add_fault(problems, "name", name_fault(person->name));
    if (!person->language.empty() && !accounts.languages.find(person->language))
        problems.add("language", "Choose one of the languages in the list");
    if (!is_newest)
        problems.add("", "Your details were changed on another page. Check them, then save again");
    if (!problems.empty())
        return http::unprocessable(details_page(context.view, *person, problems));
    return context.save([&](store::Writer& db) {
        if (!save_person(db, context.stamp(), *person)) return http::bare(http::Status::conflict);
        Response response = http::see_other(html::url("/account?done=details"));
        // What was chosen on this browser before no longer goes before it.
        const http::Header gone =
            access::cookie(access::kLanguageCookie, "", context.secure, "; Max-Age=0");
        response.headers.add(gone.name, gone.value);
        return response;
    });
}

Response show_password(Accounts&, const Request&, Context& context) {
    return http::ok(change_password_page(context.view, context.person().email, {}));
}

Response change_password(Accounts& accounts, const Request& request, Context& context) {
    const auto person = find_person(context.db, context.person().id);
    if (!person) return http::not_found();
    const std::string_view password = context.form.as_typed("password");
    Problems problems;
    const auto again = [&] {
        return http::unprocessable(change_password_page(context.view, person->email, problems));
    };
    const Guess guess =
        check_own_password(accounts, person->id, visitor_of(request, accounts.settings),
                           context.form.as_typed("current"), context.now);
    if (guess.wait_until) return too_many_attempts(context, *guess.wait_until);
    if (!guess.right) problems.add("current", "Check your current password: it is not right");
    for (const Problem& problem : check_new_password(accounts, password, *person))
        problems.add(problem.field, problem.sentence);
    if (!problems.empty()) return again();

    const std::string hash = accounts.hash_password(password);
    return context.save([&](store::Writer& db) {
        const std::string& session = context.session->id;
        save_password(db, context.stamp(), person->id, hash, session);
        accounts.outbox.queue(
            db, changed_letter(accounts, words_for(accounts, *person, *context.view.words),
                               person->email, Changed::password, context.now));
        Response response = http::see_other(html::url("/account?done=password"));
        const http::Header cookie =
            session_cookie(accounts.settings, refresh_session(db, session, context.now));
        response.headers.add(cookie.name, cookie.value);
        return response;
    });
}

Response show_email(Accounts& accounts, const Request&, Context& context) {
    return http::ok(email_page(accounts, context.view, context.person().email, "", {}));
}

Response save_email(Accounts& accounts, const Request&, Context& context) {
    const std::string email = normal_email(context.form.text("email"));
    Problems problems;
    add_fault(problems, "email", email_fault(email));
    if (email == context.person().email) problems.add("email", "Enter another address than now");
    const auto again = [&] {
        return http::unprocessable(email_page(accounts, context.view, context.person().email,
                                              context.form.text("email"), problems));
    };
    if (!problems.empty()) return again();
    const PersonId person = context.person().id;
    return context.save([&](store::Writer& db) {
        if (accounts.settings.sends_mail) {
            ask_for_email(accounts, db, *context.view.words, person, email, context.stamp());
            return http::see_other(html::url("/account?done=link"));
        }
        if (!change_email(accounts, db, *context.view.words, person, email, context.stamp())) {
            problems.add("email", "Another account has this address: enter another one");
            return again();
        }
        return http::see_other(html::url("/account?done=email"));
    });
}

Response show_email_confirmation(Accounts&, const Request& request, Context& context) {
    const std::string token = request.parameter("t").value_or("");
    const auto email = find_email_to_confirm(context.db, context.person().id, token, context.now);
    if (!email) return link_is_used(context);
    return without_referrer(http::ok(confirm_email_page(context.view, token, *email)));
}

Response take_email_confirmation(Accounts& accounts, const Request&, Context& context) {
    return context.save([&](store::Writer& db) {
        if (!confirm_email(accounts, db, *context.view.words, context.person().id,
                           context.form.text("link"), context.stamp()))
            return link_is_used(context);
        return http::see_other(html::url("/account?done=email"));
    });
}

Response show_sessions(Accounts&, const Request&, Context& context) {
    return http::ok(sessions_page(context.view,
                                  sessions_of(context.db, context.person().id, context.now),
                                  context.session->id));
}

/// One session of the person's own, or all but this one where none is named.
Response end_some_sessions(Accounts&, const Request&, Context& context) {
    const std::string_view session = context.form.text("session");
    return context.save([&](store::Writer& db) {
        const PersonId person = context.person().id;
        if (session.empty())
            end_sessions(db, person, context.session->id);
        else
            end_session(db, person, session);
        record(db, context.stamp(), "people.end_sessions", person);
        return http::see_other(html::url("/account/sessions"));
    });
}

}  // namespace

void add_account_routes(access::Routes& routes, Accounts& accounts) {
    namespace policy = access::policy;
    routes.get("/account", policy::signed_in, with(accounts, show_account));
    routes.get("/account/details", policy::signed_in, with(accounts, show_details));
    routes.post("/account/details", policy::signed_in, with(accounts, save_details));
    routes.get("/account/password", policy::signed_in, with(accounts, show_password));
    routes.post("/account/password", policy::signed_in, with(accounts, change_password));
    routes.get("/account/email", policy::signed_in_freshly, with(accounts, show_email));
    routes.post("/account/email", policy::signed_in_freshly, with(accounts, save_email));
    routes.get("/account/email/confirmation", policy::signed_in,
               with(accounts, show_email_confirmation));
    routes.post("/account/email/confirmation", policy::signed_in,
                with(accounts, take_email_confirmation));
    routes.get("/account/sessions", policy::signed_in, with(accounts, show_sessions));
    routes.post("/account/sessions/end", policy::signed_in, with(accounts, end_some_sessions));
}

}  // namespace primum::people
