#include "site/statements.h"

#include <utility>

#include "access/cookies.h"
#include "design/page.h"
#include "design/table.h"
#include "people/session.h"

namespace primum::site {

using html::html;

html::Html accessibility_page(const design::View& view) {
    const auto title = view.say("Accessibility");
    return design::page(
        view, {.title = title, .latest = true},
        design::two_thirds(html(
            R"(
            <h1 class="nhsuk-heading-l">{}</h1>
            <p>{}</p>
            <p>{}</p>
            <h2 class="nhsuk-heading-m">{}</h2>
            <p>{}</p>)",
            title,
            view.say("We want everybody to be able to use this service: with a keyboard, a screen "
                     "reader, large print, high contrast, an old phone or no JavaScript."),
            view.say(
                "Every page is made from the components of the NHS digital service manual and "
                "is checked by a program against the Web Content Accessibility Guidelines 2.2, "
                "level AA, at the width of a phone and of a desk, each time the software "
                "changes. A program finds only some of the barriers that people meet."),
            view.say("If something keeps you from using it"),
            view.say(
                "Tell the people who run this service for your organisation what you wanted to "
                "do and what stood in the way."))));
}

html::Html cookies_page(const design::View& view) {
    const auto title = view.say("Cookies");
    design::TableWriter cookies({.caption = view.say("The cookies we set"),
                                 .columns = {{.heading = view.say("Name")},
                                             {.heading = view.say("What it is for")},
                                             {.heading = view.say("When it ends")}},
                                 .first_cell_is_heading = true});
    cookies.row(access::kSessionCookie, view.say("Keeps you signed in"),
                view.say("When you sign out, or after 12 hours"));
    cookies.row(access::kVisitCookie, view.say("Protects the forms you send before you sign in"),
                view.say("When you close the browser"));
    cookies.row(people::kDeviceCookie,
                view.say("Lets you sign in from a device you have used before while somebody else "
                         "is guessing your password"),
                view.say("After 180 days"));
    cookies.row(people::kCodeCookie,
                view.say("Keeps your place between your password and the code of your app"),
                view.say("When you have signed in, or after 10 minutes"));
    cookies.row(access::kLanguageCookie, view.say("Remembers the language you chose"),
                view.say("After a year"));
    return design::page(
        view, {.title = title, .latest = true},
        design::two_thirds(html(
            R"(
            <h1 class="nhsuk-heading-l">{}</h1>
            <p>{}</p>
            {})",
            title,
            view.say("Cookies are small files that a website keeps in your browser. We set only "
                     "those that the service cannot work without, and none that follow you."),
            std::move(cookies).done())));
}

}  // namespace primum::site
