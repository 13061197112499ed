#include "people/letters.h"

#include "people/one_time_token.h"

namespace primum::people {
namespace {

using html::html;
using language::Language;

/// Paragraphs, and perhaps a link between the first and the rest.
struct Body {
    std::string before;
    std::string link;  ///< may be empty
    std::string label;
    std::string after;
};

std::string in_text(const Body& body) {
    std::string text = body.before + "\n\n";
    if (!body.link.empty()) text += body.link + "\n\n";
    return text + body.after + "\n";
}

html::Html in_html(const Language& words, const Body& body) {
    html::Html link;
    if (const auto url = html::Url::parse(body.link); url && !body.link.empty())
        link = html(R"(<p><a href="{}">{}</a></p><p>{}</p>)", *url, body.label, body.link);
    return html(R"(
        <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title></head>
        <body><p>{}</p>{}<p>{}</p></body></html>)",
                words.code(),
                words.direction() == language::Direction::right_to_left ? "rtl" : "ltr", body.label,
                body.before, link, body.after);
}

mail::Letter letter(const Language& words, const std::string& to, std::string subject,
                    const Body& body, Instant useless_after) {
    return {.to = to,
            .subject = std::move(subject),
            .text = in_text(body),
            .html = in_html(words, body).markup(),
            .useless_after = useless_after};
}

constexpr std::chrono::days kNoticeLife{2};

std::string what_was_done(const Language& words, const std::string& service, Changed what) {
    switch (what) {
        case Changed::password:
            return words.say("The password of your account with {} has been changed.", service);
        case Changed::email:
            return words.say("The email address of your account with {} has been changed.",
                             service);
        case Changed::second_factor_added:
            return words.say(
                "Signing in to {} asks for a code from your authenticator app from now on.",
                service);
        case Changed::second_factor_removed:
            return words.say(
                "Signing in to {} no longer asks for a code from an authenticator app.", service);
    }
    return {};
}

}  // namespace

const Language& words_for(const Accounts& accounts, const Person& person,
                          const Language& otherwise) {
    const Language* chosen = accounts.languages.find(person.language);
    return chosen ? *chosen : otherwise;
}

mail::Letter reset_letter(const Accounts& accounts, const Language& words, const std::string& to,
                          const std::string& token, Instant now) {
    const std::string& service = accounts.settings.service;
    return letter(
        words, to, words.say("Choose a new password for {}", service),
        {.before = words.say("Somebody, we hope you, asked for a new password for {}. To choose "
                             "one, open this link within 30 minutes:",
                             service),
         .link = accounts.link("/password-reset/new?t=" + token),
         .label = std::string(words.say("Choose a new password")),
         .after = std::string(
             words.say("If it was not you, do nothing: your password stays as it is."))},
        now + *lifetime(Purpose::reset));
}

mail::Letter confirm_email_letter(const Accounts& accounts, const Language& words,
                                  const std::string& to, const std::string& token, Instant now) {
    const std::string& service = accounts.settings.service;
    return letter(
        words, to, words.say("Confirm your email address for {}", service),
        {.before = words.say("To use this email address for your account with {}, open this link "
                             "within 24 hours:",
                             service),
         .link = accounts.link("/account/email/confirmation?t=" + token),
         .label = std::string(words.say("Confirm this email address")),
         .after = std::string(
             words.say("If you did not ask for this, do nothing: no account uses your address."))},
        now + *lifetime(Purpose::email));
}

mail::Letter invitation_letter(const Accounts& accounts, const Language& words,
                               const Invited& invited, const std::string& token, Instant now) {
    const std::string& service = accounts.settings.service;
    return letter(
        words, invited.email, words.say("{} invites you to {}", invited.inviter, service),
        {.before = words.say("{} invites you to take part in {} for {}. To accept, open this link "
                             "within 7 days:",
                             invited.inviter, service, invited.organisation),
         .link = accounts.link("/invitation?t=" + token),
         .label = std::string(words.say("Accept the invitation")),
         .after = std::string(words.say("If you do not know what this is about, do nothing."))},
        now + *lifetime(Purpose::invitation));
}

mail::Letter changed_letter(const Accounts& accounts, const Language& words, const std::string& to,
                            Changed what, Instant now) {
    return letter(
        words, to, words.say("Your account with {} has changed", accounts.settings.service),
        {.before = what_was_done(words, accounts.settings.service, what),
         .after = std::string(words.say("If it was not you, choose a new password now and tell the "
                                        "people who run this service."))},
        now + kNoticeLife);
}

}  // namespace primum::people
