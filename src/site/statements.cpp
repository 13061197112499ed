#include "site/statements.h"

#include <vector>

#include "access/cookies.h"
#include "design/page.h"
#include "design/table.h"

namespace primum::site {

using html::html;

html::Html accessibility_page(const design::View& view) {
    const auto title = view.say("Accessibility");
    return design::page(
        view, {.title = title},
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
    const auto row = [](std::string_view name, std::string_view purpose, std::string_view ends) {
        return html("<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>", name, purpose, ends);
    };
    const std::vector<html::Html> rows = {
        row(access::kSessionCookie, view.say("Keeps you signed in"),
            view.say("When you sign out, or after 12 hours")),
        row(access::kVisitCookie, view.say("Protects the forms you send before you sign in"),
            view.say("When you close the browser")),
        row(access::kLanguageCookie, view.say("Remembers the language you chose"),
            view.say("After a year")),
    };
    return design::page(
        view, {.title = title},
        design::two_thirds(html(
            R"(
            <h1 class="nhsuk-heading-l">{}</h1>
            <p>{}</p>
            <table class="nhsuk-table">
              <caption class="nhsuk-table__caption">{}</caption>
              <thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
              <tbody>{}</tbody>
            </table>)",
            title,
            view.say("Cookies are small files that a website keeps in your browser. We set only "
                     "those that the service cannot work without, and none that follow you."),
            view.say("The cookies we set"), view.say("Name"), view.say("What it is for"),
            view.say("When it ends"), rows)));
}

}  // namespace primum::site
