#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/textarea.h"
#include "events/pages.h"

namespace primum::events {
namespace {

using html::html;
using html::url;

std::vector<design::Crumb> my_crumbs(const design::View& view) {
    auto way = crumbs(view);
    way.push_back({view.say("Your bookings and promises"), url("/me/events")});
    return way;
}

html::Html bookings(const access::Context& context, const std::vector<Mine>& all, bool over) {
    const design::View& view = context.view;
    design::TableWriter table({.caption = over ? view.say("Past") : view.say("Coming"),
                               .columns = {{.heading = view.say("Event")},
                                           {.heading = view.say("When")},
                                           {.heading = view.say("For")},
                                           {.heading = view.say("Booking")}},
                               .first_cell_is_heading = true});
    bool any = false;
    for (const Mine& mine : all) {
        if (mine.event.over(context.now) != over) continue;
        any = true;
        const std::string seats = view.words->count(mine.booking.seats, "{} seat", "{} seats");
        std::string state = mine.event.status == Status::cancelled
                                ? std::string(view.say("The event is cancelled"))
                            : mine.booking.state == BookingState::booked
                                ? view.say("Booked: {}", seats)
                                : view.say("Waiting list, number {}: {}",
                                           place_in_line(context.db, mine.booking), seats);
        if (over && mine.booking.attended)
            state = view.words->count(*mine.booking.attended, "{} came", "{} came");
        table.row(design::link(address(mine.event.id), mine.event.title),
                  when(*view.words, mine.event), mine.organisation,
                  over ? html("{}", state)
                       : design::link(url("/events/{}/booking/{}", mine.event.id.text(),
                                          mine.booking.id.text()),
                                      state));
    }
    if (!any)
        return over ? html::Html() : design::nothing_yet(view.say("You have nothing booked."));
    return std::move(table).done();
}

html::Html promises(const access::Context& context, const std::vector<ListedPromise>& all) {
    const design::View& view = context.view;
    if (all.empty())
        return design::nothing_yet(
            view.say("You have made no promise yet: events end with a button for one."));
    design::TableWriter table({.caption = view.say("Promises"),
                               .columns = {{.heading = view.say("You promised")},
                                           {.heading = view.say("At")},
                                           {.heading = view.say("On")},
                                           {.heading = view.say("What became of it")}},
                               .first_cell_is_heading = true});
    for (const ListedPromise& one : all)
        table.row(one.promise.promise, one.event, view.words->day(one.promise.made_on),
                  design::link(url("/me/promises/{}", one.promise.id.text()),
                               one.promise.state == PromiseState::open
                                   ? view.say("Say what became of it")
                                   : view.say(label(one.promise.state))));
    return std::move(table).done();
}

}  // namespace

html::Html diary_page(const access::Context& context, const Diary& diary) {
    const design::View& view = context.view;
    const auto title = view.say("Your bookings and promises");
    return design::page(
        view, {.title = title, .breadcrumb = crumbs(view)},
        html(
            R"({}{}{}{}{}<h2 class="nhsuk-heading-m">{}</h2><p>{}</p><p><a class="nhsuk-link" href="{}">{}</a></p>)",
            done_banner(view, diary.done), design::page_heading(title),
            bookings(context, diary.bookings, false), promises(context, diary.promises),
            bookings(context, diary.bookings, true), view.say("In your own calendar"),
            view.say("Your calendar can show your bookings by itself, with changes."),
            url("/me/calendar"), view.say("Set up your calendar")));
}

html::Html calendar_page(const access::Context& context, std::optional<Instant> made_at,
                         const std::string& address, const std::string& done) {
    const design::View& view = context.view;
    html::Html fresh;
    if (!address.empty()) {
        html::Html webcal;
        if (const auto url = html::Url::parse("webcal" + address.substr(address.find("://"))))
            webcal = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", *url,
                          view.say("Subscribe in your calendar"));
        fresh = design::inset_text(
            view, html(R"(<p>{}</p><p class="nhsuk-u-text-break-word"><code>{}</code></p>{})",
                       view.say("This is the address of your calendar. Copy it now: it cannot be "
                                "shown again. Whoever has it sees your bookings."),
                       address, webcal));
    }
    html::Html state;
    if (made_at)
        state = html("<p>{}</p>", view.say("Your calendar has an address since {}.",
                                           view.words->moment(*made_at, view.zone)));
    else if (address.empty())
        state = html("<p>{}</p>", view.say("Your calendar has no address yet."));
    html::Html revoke;
    if (made_at || !address.empty())
        revoke = design::form(view, {.action = url("/me/calendar/revocation")},
                              design::button({.label = view.say("Make the address useless"),
                                              .look = design::ButtonLook::warning,
                                              .once = true}));
    const auto title = view.say("Your calendar");
    return design::page(
        view, {.title = title, .breadcrumb = my_crumbs(view)},
        design::two_thirds(html(
            R"({}{}<p>{}</p>{}{}{}{})", done_banner(view, done), design::page_heading(title),
            view.say("With a secret address, the calendar on your phone or computer shows what you "
                     "have booked. It asks only now and then: letters tell you at once what "
                     "changes."),
            fresh, state,
            design::form(
                view, {.action = url("/me/calendar")},
                design::button({.label = made_at || !address.empty()
                                             ? view.say("Make another address instead")
                                             : view.say("Make an address"),
                                .look = made_at || !address.empty() ? design::ButtonLook::secondary
                                                                    : design::ButtonLook::primary,
                                .once = true})),
            revoke)));
}

html::Html promise_page(const access::Context& context, const Event& event,
                        const std::vector<Place>& places, const std::string& organisation,
                        const std::string& promise, const Problems& problems) {
    const design::View& view = context.view;
    html::Html where;
    if (places.size() == 1) {
        where = design::hidden("organisation", places.front().id.text());
    } else {
        std::vector<design::Choice> choices;
        for (const Place& place : places)
            choices.push_back({.value = place.id.text(), .label = place.name});
        where =
            design::radios(view, {.name = "organisation",
                                  .legend = {view.say("Where will you do it?"), design::Size::s},
                                  .choices = std::move(choices),
                                  .value = organisation,
                                  .error = problems.about("organisation")});
    }
    return event_task_page(
        context, event, view.say("Make a promise"), problems,
        design::form(
            view, {.action = url("/events/{}/promise", event.id.text())},
            html("{}{}{}",
                 design::textarea(
                     view, {.name = "promise",
                            .label = {view.say("What will you start?"), design::Size::s},
                            .hint = view.say("One thing, small enough to begin within 30 days. "
                                             "Those who keep the event can read it; no patients' "
                                             "names"),
                            .value = promise,
                            .error = problems.about("promise"),
                            .rows = 4}),
                 where, design::button({.label = view.say("Promise"), .once = true}))));
}

html::Html answer_page(const access::Context& context, const ListedPromise& listed,
                       const std::string& state, const std::string& outcome,
                       const Problems& problems) {
    const design::View& view = context.view;
    const Promise& promise = listed.promise;
    const auto title = view.say("What became of it?");
    std::vector<design::Choice> choices;
    for (const auto one : {PromiseState::started, PromiseState::kept, PromiseState::dropped})
        choices.push_back({.value = name(one), .label = view.say(label(one))});
    return design::page(
        view, {.title = title, .error = !problems.empty(), .breadcrumb = my_crumbs(view)},
        design::two_thirds(html(
            "{}{}{}{}{}", design::error_summary(view, problems),
            design::page_heading(title, listed.event),
            design::inset_text(
                view, html("<p>{}</p><p>{}</p>",
                           view.say("On {} you promised:", view.words->day(promise.made_on)),
                           promise.promise)),
            design::form(
                view, {.action = url("/me/promises/{}", promise.id.text())},
                html(
                    "{}{}{}{}", design::hidden("rev", std::to_string(promise.rev)),
                    design::radios(view, {.name = "state",
                                          .legend = {view.say("Where is it now?"), design::Size::s},
                                          .choices = std::move(choices),
                                          .value = state,
                                          .error = problems.about("state")}),
                    design::textarea(
                        view, {.name = "outcome",
                               .label = {view.say("What happened?"), design::Size::s},
                               .hint = view.say("In a sentence or two. A promise that was dropped "
                                                "teaches as much as one that was kept"),
                               .value = outcome,
                               .error = problems.about("outcome"),
                               .rows = 4}),
                    design::button({.label = view.say("Save"), .once = true}))),
            html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", url("/me/events"),
                 view.say("Go back without saving")))));
}

}  // namespace primum::events
