// How often letters come, and how they end.

#include <charconv>

#include "announcements/actions.h"
#include "announcements/letters.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/notification_banner.h"
#include "design/page.h"

namespace primum::announcements {
namespace {

using html::html;
using html::url;

html::Html letters_page(const design::View& view, std::string_view chosen, std::int64_t rev,
                        bool done, const Problems& problems) {
    const std::string title(view.say("Your letters"));
    html::Html banner;
    if (done)
        banner = design::notification_banner(view, {.notice = design::Notice::success,
                                                    .heading = view.say("Your choice is saved."),
                                                    .body = {}});
    const auto choice = [&](Rhythm rhythm, std::string_view label, std::string_view hint) {
        return design::Choice{
            .value = name(rhythm), .label = label, .hint = hint, .then_ask = {}, .divider = {}};
    };
    return design::page(
        view, {.title = title, .error = !problems.empty(), .back = url("/account")},
        design::two_thirds(html(
            "{}{}{}<p>{}</p>{}", banner, design::error_summary(view, problems),
            design::page_heading(title),
            view.say("A letter in the morning tells what is new for you: news, signposts, tasks, "
                     "your events and promises. Where nothing is new, none comes. Letters about "
                     "your account, such as a new password, always come."),
            design::form(
                view, {.action = url("/account/letters"), .id = {}, .classes = {}},
                html("{}{}{}", design::hidden("rev", std::to_string(rev)),
                     design::radios(
                         view, {.name = "digest",
                                .legend = {view.say("How often may it come?"), design::Size::m},
                                .hint = {},
                                .choices = {choice(Rhythm::daily, view.say("Every day"),
                                                   view.say("At most one a day")),
                                            choice(Rhythm::weekly, view.say("Every week"),
                                                   view.say("On Mondays")),
                                            choice(Rhythm::never, view.say("Never"), "")},
                                .value = chosen,
                                .error = problems.about("digest")}),
                     design::button({.label = view.say("Save"), .once = true}))))));
}

/// The same whether a link is broken or somebody else's.
http::Response bad_link(const access::Context& context) {
    const design::View& view = context.view;
    return http::page(
        http::Status::not_found,
        design::page(view, {.title = view.say("This link does not work")},
                     design::two_thirds(html(
                         R"({}<p>{}</p><p><a class="nhsuk-link" href="{}">{}</a></p>)",
                         design::page_heading(view.say("This link does not work")),
                         view.say("It may have been cut in your letter. Copy all of it, or sign in "
                                  "and choose how often letters come."),
                         url("/account/letters"), view.say("Choose how often letters come")))));
}

std::string parameter(const http::Request& request, std::string_view name) {
    return request.parameter(name).value_or("");
}

http::Response quiet(http::Response response) {
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

}  // namespace

http::Response ask_for_letters(const http::Request& request, access::Context& context) {
    const auto choice = choice_of(context.db, context.person().id);
    return http::ok(letters_page(context.view, name(choice.rhythm), choice.rev,
                                 parameter(request, "done") == "saved", {}));
}

http::Response save_letters(const http::Request&, access::Context& context) {
    const PersonId person = context.person().id;
    LetterChoice before = choice_of(context.db, person);
    const auto rhythm = parse_rhythm(context.form.text("digest"));
    if (!rhythm) {
        Problems problems;
        problems.add("digest", "Choose how often letters may come.");
        return http::unprocessable(
            letters_page(context.view, name(before.rhythm), before.rev, false, problems));
    }
    const std::string_view rev = context.form.text("rev");
    const std::int64_t now = before.rev;
    before.rev = -1;
    std::from_chars(rev.data(), rev.data() + rev.size(), before.rev);
    return context.save([&](store::Writer& db) {
        if (!save_choice(db, context.stamp(), person, before, *rhythm)) {
            Problems problems;
            problems.add("", "This was changed on another page. Check it and save again.");
            return http::page(http::Status::conflict,
                              letters_page(context.view, name(*rhythm), now, false, problems));
        }
        return http::see_other(url("/account/letters?done=saved"));
    });
}

http::Response ask_to_unsubscribe(const Unsubscribing& unsubscribing, const http::Request& request,
                                  access::Context& context) {
    const design::View& view = context.view;
    const std::string id = parameter(request, "p");
    const std::string token = parameter(request, "t");
    const auto person = unsubscribing.person(id, token);
    if (!person) return quiet(bad_link(context));
    const bool ended = choice_of(context.db, *person).rhythm == Rhythm::never;
    html::Html content;
    if (ended)
        content =
            html(R"({}<p>{}</p><p><a class="nhsuk-link" href="{}">{}</a></p>)",
                 design::page_heading(view.say("No more letters come")),
                 view.say("Letters about your account still do, such as one with a new password."),
                 url("/account/letters"), view.say("Have letters again"));
    else
        content = html(
            "{}<p>{}</p>{}", design::page_heading(view.say("No more of these letters?")),
            view.say("Letters about your account, such as one with a new password, still come."),
            design::form(view,
                         {.action = url("/letters/unsubscribe?p={}&t={}", id, token),
                          .id = {},
                          .classes = {}},
                         design::button({.label = view.say("No more letters"), .once = true})));
    return quiet(
        http::ok(design::page(view, {.title = view.say("Letters")}, design::two_thirds(content))));
}

http::Response unsubscribe(const Unsubscribing& unsubscribing, const http::Request& request,
                           access::Context& context) {
    const std::string id = parameter(request, "p");
    const std::string token = parameter(request, "t");
    const auto person = unsubscribing.person(id, token);
    if (!person) return quiet(bad_link(context));
    return context.save([&](store::Writer& db) {
        store::Stamp stamp = context.stamp();
        stamp.person = *person;
        end_letters(db, stamp, *person);
        return http::see_other(url("/letters/unsubscribe?p={}&t={}", id, token));
    });
}

}  // namespace primum::announcements
