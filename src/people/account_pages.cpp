#include "people/account_pages.h"

#include "design/button.h"
#include "design/form.h"
#include "design/input.h"
#include "design/notification_banner.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"
#include "people/frame.h"
#include "people/password_form.h"

namespace primum::people {
namespace {

using html::html;

std::string_view language_name(const design::View& view, std::string_view code) {
    for (const language::Language* language : *view.languages)
        if (language->code() == code) return language->own_name();
    return view.say("As your browser asks");
}

design::SummaryRow row(const design::View& view, std::string_view key, std::string_view value,
                       html::Url where, std::string_view what) {
    return {.key = key,
            .value = value,
            .actions = {
                {.where = std::move(where), .label = view.say("Change"), .hidden_label = what}}};
}

std::string second_factor_in_words(const design::View& view, const AccountSummary& summary) {
    if (!summary.has_second_factor) return std::string(view.say("Off"));
    return std::string(view.say("On")) + ", " +
           view.words->count(summary.recovery_codes, "{} recovery code left",
                             "{} recovery codes left");
}

}  // namespace

html::Html account_page(const design::View& view, const AccountSummary& summary,
                        std::string_view done) {
    const Person& person = summary.person;
    design::SummaryList list;
    list.rows = {
        row(view, view.say("Name"), person.name, html::url("/account/details"), view.say("name")),
        row(view, view.say("Language"), language_name(view, person.language),
            html::url("/account/details"), view.say("language")),
        row(view, view.say("Email address"), person.email, html::url("/account/email"),
            view.say("email address")),
    };
    if (summary.has_password) {
        list.rows.push_back(row(view, view.say("Password"), view.say("Set"),
                                html::url("/account/password"), view.say("password")));
        list.rows.push_back(
            row(view, view.say("Authenticator app"), second_factor_in_words(view, summary),
                html::url("/account/second-factor"), view.say("authenticator app")));
    }
    list.rows.push_back(row(
        view, view.say("Signed in on"),
        view.words->count(static_cast<std::int64_t>(summary.sessions), "{} device", "{} devices"),
        html::url("/account/sessions"), view.say("devices")));
    list.rows.push_back(row(view, view.say("Letters"), view.say("What is new for you"),
                            html::url("/account/letters"), view.say("letters")));
    html::Html banner;
    if (!done.empty())
        banner =
            design::notification_banner(view, {.notice = design::Notice::success, .heading = done});
    return plain_page(view, view.say("Your account"),
                      html("{}{}", banner, design::summary_list(view, list)));
}

html::Html details_page(const design::View& view, const Person& typed, const Problems& problems) {
    std::vector<design::Option> languages = {{"", view.say("As your browser asks")}};
    for (const language::Language* language : *view.languages)
        languages.push_back({language->code(), language->own_name()});
    return form_page(view, view.say("Your name and language"), problems,
                     design::form(view, {.action = html::url("/account/details")},
                                  html("{}{}{}{}", design::hidden("rev", std::to_string(typed.rev)),
                                       design::input(view, {.name = "name",
                                                            .label = view.say("Your name"),
                                                            .value = typed.name,
                                                            .error = problems.about("name"),
                                                            .autocomplete = "name"}),
                                       design::select(view, {.name = "language",
                                                             .label = view.say("Language"),
                                                             .options = languages,
                                                             .value = typed.language,
                                                             .error = problems.about("language")}),
                                       design::button({.label = view.say("Save")}))),
                     html::url("/account"));
}

html::Html change_password_page(const design::View& view, std::string_view email,
                                const Problems& problems) {
    return form_page(
        view, view.say("Change your password"), problems,
        html("<p>{}</p>{}", view.say("You are signed out everywhere else."),
             design::form(view, {.action = html::url("/account/password")},
                          html("{}{}{}{}", account_name(email),
                               design::password_input(view, {.name = "current",
                                                             .label = view.say("Current password"),
                                                             .error = problems.about("current")}),
                               new_password_input(view, problems),
                               design::button({.label = view.say("Change my password")})))),
        html::url("/account"));
}

html::Html email_page(const Accounts& accounts, const design::View& view, std::string_view present,
                      std::string_view typed, const Problems& problems) {
    const auto what_happens =
        accounts.settings.sends_mail
            ? view.say(
                  "We send a link to the new address. It becomes yours once you open the link.")
            : view.say(
                  "This service cannot send email yet, so the new address is not checked: "
                  "read it twice.");
    return form_page(
        view, view.say("Change your email address"), problems,
        html("<p>{}</p><p>{}</p>{}", view.say("You sign in with {}.", present), what_happens,
             design::form(view, {.action = html::url("/account/email")},
                          html("{}{}",
                               design::input(view, {.name = "email",
                                                    .label = view.say("New email address"),
                                                    .value = typed,
                                                    .error = problems.about("email"),
                                                    .type = "email",
                                                    .autocomplete = "email",
                                                    .spellcheck = false}),
                               design::button({.label = view.say("Continue")})))),
        html::url("/account"));
}

html::Html confirm_email_page(const design::View& view, const std::string& token,
                              std::string_view email) {
    return plain_page(
        view, view.say("Confirm your email address"),
        html("<p>{}</p>{}", view.say("From now on you sign in with {}.", email),
             design::form(view, {.action = html::url("/account/email/confirmation")},
                          html("{}{}", design::hidden("link", token),
                               design::button({.label = view.say("Confirm this address")})))));
}

html::Html sessions_page(const design::View& view, const std::vector<OpenSession>& sessions,
                         std::string_view present) {
    design::TableWriter table({.caption = view.say("Where you are signed in"),
                               .columns = {{.heading = view.say("Device")},
                                           {.heading = view.say("Network address")},
                                           {.heading = view.say("Signed in")},
                                           {.heading = view.say("Last used")},
                                           {.heading = view.say("What to do")}},
                               .first_cell_is_heading = true});
    for (const OpenSession& session : sessions) {
        const std::string browser =
            session.browser.empty() ? std::string(view.say("Unknown browser")) : session.browser;
        const html::Html action =
            session.id == present
                ? design::tag(view.say("This device"), design::Colour::green)
                : design::form(
                      view, {.action = html::url("/account/sessions/end")},
                      html("{}{}", design::hidden("session", session.id),
                           design::button(
                               {.label =
                                    html(R"({}<span class="nhsuk-u-visually-hidden">: {}</span>)",
                                         view.say("Sign out"), browser),
                                .look = design::ButtonLook::secondary,
                                .small = true})));
        table.row(browser, session.network, view.words->moment(session.created_at, view.zone),
                  view.words->moment(session.last_seen_at, view.zone), action);
    }
    html::Html others;
    if (sessions.size() > 1)
        others = design::form(view, {.action = html::url("/account/sessions/end")},
                              design::button({.label = view.say("Sign out on all other devices"),
                                              .look = design::ButtonLook::warning}));
    return design::page(
        view, {.title = view.say("Your devices"), .back = html::url("/account")},
        html("{}<p>{}</p>{}{}", design::page_heading(view.say("Your devices")),
             view.say("If you do not know one of these, sign it out and change your "
                      "password."),
             std::move(table).done(), others));
}

}  // namespace primum::people
