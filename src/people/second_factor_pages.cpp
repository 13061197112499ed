#include "people/second_factor_pages.h"

#include "crypto/qr.h"
#include "crypto/token.h"
#include "crypto/totp.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/form.h"
#include "design/input.h"
#include "people/frame.h"

namespace primum::people {
namespace {

using html::html;

constexpr unsigned kQuiet = 4;  // modules of white around a code, as its standard asks
constexpr unsigned kModulePx = 5;

html::Html picture(const design::View& view, const std::string& address) {
    const crypto::Qr qr = crypto::qr_code(address);
    const std::string across = std::to_string(qr.width + 2 * kQuiet);
    const unsigned pixels = (qr.width + 2 * kQuiet) * kModulePx;
    const std::string box = "0 0 " + across + " " + across;
    const std::string move =
        "translate(" + std::to_string(kQuiet) + " " + std::to_string(kQuiet) + ")";
    return html(R"(
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" width="{}" height="{}"
          viewBox="{}" shape-rendering="crispEdges"><rect width="{}" height="{}" fill="#fff"></rect><path
          transform="{}" d="{}" fill="#000"></path></svg>)",
                view.say("QR code for your authenticator app"), pixels, pixels, box, across, across,
                move, qr.path);
}

/// "MZXW 6YTB …": four at a time are easy to type.
std::string in_groups(const std::string& letters) {
    std::string result;
    for (std::size_t i = 0; i < letters.size(); i += 4)
        result += (i == 0 ? "" : " ") + letters.substr(i, 4);
    return result;
}

html::Html one_button(const design::View& view, const html::Url& action, std::string_view label,
                      design::ButtonLook look) {
    return design::form(view, {.action = action}, design::button({.label = label, .look = look}));
}

}  // namespace

html::Html second_factor_page(const design::View& view, bool is_on, std::int64_t recovery_codes) {
    const auto back = html::url("/account");
    const auto title = view.say("Authenticator app");
    if (!is_on)
        return plain_page(
            view, title,
            html("<p>{}</p><p>{}</p>{}",
                 view.say("An app on your phone shows a new code every 30 seconds. With it, a "
                          "stolen password is not enough to sign in as you."),
                 view.say("Any app for codes will do, such as the one your organisation uses."),
                 one_button(view, html::url("/account/second-factor"), view.say("Set it up"),
                            design::ButtonLook::primary)),
            back);
    return plain_page(
        view, title,
        html("<p>{}</p><p>{}</p>{}{}", view.say("Signing in asks for a code from your app."),
             view.words->count(recovery_codes,
                               "You have {} recovery code left for the day on which you lose your "
                               "phone.",
                               "You have {} recovery codes left for the day on which you lose your "
                               "phone."),
             one_button(view, html::url("/account/second-factor/recovery-codes"),
                        view.say("Make new recovery codes"), design::ButtonLook::secondary),
             one_button(view, html::url("/account/second-factor/removal"),
                        view.say("Remove the app"), design::ButtonLook::warning)),
        back);
}

html::Html enrolment_page(const design::View& view, std::string_view secret, std::string_view email,
                          const Problems& problems) {
    return form_page(
        view, view.say("Set up your authenticator app"), problems,
        html(R"(<ol class="nhsuk-list nhsuk-list--number"><li>{}</li><li>{}</li><li>{}</li></ol>
            <p>{}</p><p>{}<br><code>{}</code></p>{})",
             view.say("Open the app on your phone and add an account."),
             view.say("Point the camera at this picture, or type the key below it."),
             view.say("Enter the code that the app shows."),
             picture(view, crypto::totp_address(secret, view.service, email)),
             view.say("Key, without the spaces:"), in_groups(crypto::base32(secret)),
             design::form(view, {.action = html::url("/account/second-factor/confirmation")},
                          html("{}{}",
                               design::input(view, {.name = "code",
                                                    .label = view.say("Code"),
                                                    .hint = view.say("6 digits"),
                                                    .error = problems.about("code"),
                                                    .width = 10,
                                                    .autocomplete = "one-time-code",
                                                    .inputmode = "numeric",
                                                    .spellcheck = false,
                                                    .code = true}),
                               design::button({.label = view.say("Continue")})))),
        html::url("/account/second-factor"));
}

html::Html recovery_codes_page(const design::View& view, const std::vector<std::string>& codes) {
    html::Html list;
    for (const std::string& code : codes)
        list.append<std::string>("<li><code>{}</code></li>", code);
    return plain_page(
        view, view.say("Your recovery codes"),
        html(R"({}<ul class="nhsuk-list">{}</ul>{})",
             design::warning_callout(
                 view, view.say("Keep these codes now"),
                 html("<p>{}</p>",
                      view.say("Print them or write them down: they are shown only this "
                               "once. Each lets you sign in once when you do not have "
                               "your phone.")),
                 2),
             list,
             design::button(
                 {.label = view.say("I have kept them"), .where = html::url("/account")})));
}

}  // namespace primum::people
