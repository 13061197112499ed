#include "people/openid_pages.h"

#include "design/button.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/page.h"

namespace primum::people {
namespace {

using html::Html;
using html::html;
using language::sentence;

Html words(const design::View& view, const std::string& title, std::string_view text,
           const Html& next) {
    const Html main =
        design::two_thirds(html(R"({}<p>{}</p>{})", design::page_heading(title), text, next));
    return design::page(view, {.title = title}, main);
}

Html to_sign_in(const design::View& view) {
    return design::button(
        {.label = view.say("Go to the sign-in page"), .where = html::url("/sign-in")});
}

struct Words {
    Arrival why;
    const char* title;
    const char* text;
};

constexpr Words kSentences[] = {
    {Arrival::no_role, sentence("You have no role here yet"),
     sentence("We know who you are, but not what you do here. Ask the person who looks after your "
              "organisation to give you a role, then sign in again.")},
    {Arrival::no_email, sentence("Your email address is missing"),
     sentence("The service that you signed in with did not tell us your email address, which every "
              "account "
              "needs. Ask the people who run this service to have it added, then sign in again.")},
    {Arrival::email_taken, sentence("There is an account with your email address already"),
     sentence(
         "Sign in with its password, as before. If it is not yours, tell the people who run this "
         "service.")},
    {Arrival::disabled, sentence("Your account has been closed"),
     sentence("Ask the person who looks after your organisation here if you think that it should "
              "be open.")},
    {Arrival::somebody_else, sentence("That is somebody else's account"),
     sentence(
         "You are signed in here as another person. Go back and confirm who you are with your own "
         "account, or sign out first.")},
};

}  // namespace

Html openid_start_page(const design::View& view, const openid::Provider& provider,
                       const html::Url& return_to, bool again) {
    const std::string title = view.say("Sign in with {}", provider.label);
    const Html fields = html(R"({}{})", design::hidden("return", return_to.text()),
                             design::button({.label = view.say("Continue")}));
    return words(
        view, title,
        again ? view.say("We need to be sure that it is still you. You will be asked who "
                         "you are on another site, and then come back here.")
              : view.say("You will sign in on another site, and then come back here."),
        design::form(view, {.action = html::url("/sign-in/with/{}", provider.key)}, fields));
}

Html openid_leaving_page(const design::View& view, std::string_view heading, std::string_view label,
                         const html::Url& where) {
    return words(view, std::string(heading),
                 view.say("If nothing happens within a few seconds, use the button."),
                 design::button({.label = std::string(label), .where = where}));
}

Html openid_refused_page(const design::View& view, const char* sentence) {
    return words(view, std::string(view.say("You are not signed in")), view.say(sentence),
                 to_sign_in(view));
}

Html openid_turned_away_page(const design::View& view, Arrival why, std::string_view email,
                             std::string_view label) {
    for (const Words& one : kSentences)
        if (one.why == why) {
            const std::string who = email.empty()
                                        ? view.say("You signed in with {}.", label)
                                        : view.say("You signed in with {}, as {}.", label, email);
            return words(view, std::string(view.say(one.title)), who,
                         html(R"(<p>{}</p>{})", view.say(one.text), to_sign_in(view)));
        }
    return openid_refused_page(view, openid::kUnproven);
}

}  // namespace primum::people
