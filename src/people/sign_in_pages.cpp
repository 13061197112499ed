#include "people/sign_in_pages.h"

#include "design/button.h"
#include "design/details.h"
#include "design/form.h"
#include "design/input.h"
#include "design/notification_banner.h"
#include "people/frame.h"

namespace primum::people {
namespace {

using html::html;

/// Buttons to the organisations' own sign-in pages.
html::Html providers(const Accounts& accounts, const design::View& view,
                     const std::string& return_to) {
    html::Html buttons;
    for (const Provider& provider : accounts.settings.providers)
        buttons +=
            design::form(view, {.action = provider.where},
                         html("{}{}", design::hidden("return", return_to),
                              design::button({.label = view.say("Sign in with {}", provider.label),
                                              .look = design::ButtonLook::secondary})));
    return buttons;
}

html::Html code_input(const design::View& view, const Problems& problems) {
    return design::input(view, {.name = "code",
                                .label = view.say("Code"),
                                .hint = view.say("6 digits from your authenticator app, or one of "
                                                 "your recovery codes"),
                                .error = problems.about("code"),
                                .width = 20,
                                .autocomplete = "one-time-code",
                                .spellcheck = false,
                                .code = true});
}

}  // namespace

html::Html sign_in_page(const Accounts& accounts, const design::View& view, const SignInForm& form,
                        const Problems& problems, std::string_view done) {
    html::Html content;
    if (!done.empty())
        content +=
            design::notification_banner(view, {.notice = design::Notice::success, .heading = done});
    content += design::form(
        view, {.action = html::url("/sign-in")},
        html("{}{}{}{}", design::hidden("return", form.return_to),
             design::input(view, {.name = "email",
                                  .label = view.say("Email address"),
                                  .value = form.email,
                                  .error = problems.about("email"),
                                  .type = "email",
                                  .autocomplete = "username",
                                  .spellcheck = false}),
             design::password_input(
                 view, {.label = view.say("Password"), .error = problems.about("password")}),
             design::button({.label = view.say("Sign in")})));
    content.append<html::Url, std::string_view>(R"(<p><a href="{}">{}</a></p>)",
                                                html::url("/password-reset"),
                                                view.say("I have forgotten my password"));
    content += providers(accounts, view, form.return_to);
    return form_page(view, view.say("Sign in"), problems, content);
}

html::Html code_page(const design::View& view, const std::string& return_to,
                     const Problems& problems) {
    return form_page(
        view, view.say("Enter a code"), problems,
        html("{}{}",
             design::form(
                 view, {.action = html::url("/sign-in/code")},
                 html("{}{}{}", design::hidden("return", return_to), code_input(view, problems),
                      design::button({.label = view.say("Continue")}))),
             design::details(
                 {.summary = view.say("I have neither my phone nor a recovery code")},
                 html("<p>{}</p>", view.say("Ask the people who run this service to remove the "
                                            "authenticator app from your account.")))),
        html::url("/sign-in"));
}

html::Html again_page(const Accounts& accounts, const design::View& view, const AgainForm& form,
                      const Problems& problems) {
    html::Html content = html("<p>{}</p>", view.say("What you want to do is well protected. Show "
                                                    "once more that it is you."));
    if (form.has_password)
        content += design::form(
            view, {.action = html::url("/reauthenticate")},
            html("{}{}{}{}", design::hidden("return", form.return_to),
                 design::password_input(
                     view, {.label = view.say("Password"), .error = problems.about("password")}),
                 form.asks_code ? code_input(view, problems) : html::Html(),
                 design::button({.label = view.say("Continue")})));
    else
        content += providers(accounts, view, form.return_to);
    return form_page(view, view.say("Confirm that it is you"), problems, content);
}

}  // namespace primum::people
