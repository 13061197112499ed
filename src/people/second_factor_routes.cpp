#include <optional>
#include <string>
#include <vector>

#include "people/frame.h"
#include "people/letters.h"
#include "people/routes.h"
#include "people/second_factor.h"
#include "people/second_factor_pages.h"
#include "people/store.h"

namespace primum::people {
namespace {

using access::Context;
using http::Request;
using http::Response;

html::Url here() {
    return html::url("/account/second-factor");
}

void tell(Accounts& accounts, store::Writer& db, const Context& context, Changed what) {
    accounts.outbox.queue(db, changed_letter(accounts, *context.view.words, context.person().email,
                                             what, context.now));
}

/// The session goes on under another token.
void renew_token(Accounts& accounts, store::Writer& db, const Context& context,
                 Response& response) {
    const http::Header cookie =
        session_cookie(accounts.settings, refresh_session(db, context.session->id, context.now));
    response.headers.add(cookie.name, cookie.value);
}

Response show(Accounts&, const Request&, Context& context) {
    const PersonId person = context.person().id;
    return http::ok(second_factor_page(context.view, has_second_factor(context.db, person),
                                       recovery_codes_left(context.db, person)));
}

Response begin(Accounts& accounts, const Request&, Context& context) {
    const PersonId person = context.person().id;
    if (!find_password(context.db, person)) return http::not_found();
    return context.save([&](store::Writer& db) {
        const bool begun = begin_enrolment(db, accounts.seal, person, context.now);
        return http::see_other(begun ? html::url("/account/second-factor/new") : here());
    });
}

Response show_new(Accounts& accounts, const Request&, Context& context) {
    const auto app = find_app(context.db, accounts.seal, context.person().id);
    if (!app || app->confirmed) return http::see_other(here());
    return http::ok(enrolment_page(context.view, app->secret, context.person().email, {}));
}

// The answers with recovery codes are not kept for a second request, as those of save() are: the
// database must not have the codes. A second request finds its code used, or makes other codes.
Response confirm(Accounts& accounts, const Request&, Context& context) {
    const PersonId person = context.person().id;
    const auto app = find_app(context.db, accounts.seal, person);
    if (!app || app->confirmed) return http::see_other(here());
    Response response;
    const auto codes = accounts.store.write([&](store::Writer& db) {
        auto made = confirm_enrolment(db, accounts.seal, context.stamp(), person,
                                      context.form.text("code"), context.session->id);
        response = {};
        if (!made) return made;
        tell(accounts, db, context, Changed::second_factor_added);
        renew_token(accounts, db, context, response);
        return made;
    });
    if (!codes) {
        Problems problems;
        problems.add("code", "Check the code and enter the one that your app shows now");
        return http::unprocessable(
            enrolment_page(context.view, app->secret, context.person().email, problems));
    }
    Response shown = http::ok(recovery_codes_page(context.view, *codes));
    for (const http::Header& header : response.headers)
        shown.headers.add(header.name, header.value);
    return shown;
}

Response renew_codes(Accounts& accounts, const Request&, Context& context) {
    const PersonId person = context.person().id;
    if (!has_second_factor(context.db, person)) return http::see_other(here());
    return http::ok(recovery_codes_page(context.view, accounts.store.write([&](store::Writer& db) {
        return renew_recovery_codes(db, context.stamp(), person);
    })));
}

Response remove(Accounts& accounts, const Request&, Context& context) {
    return context.save([&](store::Writer& db) {
        remove_second_factor(db, context.stamp(), context.person().id, context.session->id);
        tell(accounts, db, context, Changed::second_factor_removed);
        Response response = http::see_other(html::url("/account?done=second-factor"));
        renew_token(accounts, db, context, response);
        return response;
    });
}

}  // namespace

void add_second_factor_routes(access::Routes& routes, Accounts& accounts) {
    namespace policy = access::policy;
    routes.get("/account/second-factor", policy::signed_in_freshly, with(accounts, show));
    routes.post("/account/second-factor", policy::signed_in_freshly, with(accounts, begin));
    routes.get("/account/second-factor/new", policy::signed_in_freshly, with(accounts, show_new));
    routes.post("/account/second-factor/confirmation", policy::signed_in_freshly,
                with(accounts, confirm));
    routes.post("/account/second-factor/recovery-codes", policy::signed_in_freshly,
                with(accounts, renew_codes));
    routes.post("/account/second-factor/removal", policy::signed_in_freshly,
                with(accounts, remove));
}

}  // namespace primum::people
