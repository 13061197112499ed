#include <algorithm>

#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "design/textarea.h"
#include "events/pages.h"

namespace primum::events {
namespace {

using html::html;
using html::url;

}  // namespace

html::Html edit_page(const access::Context& context, const Event* event,
                     const std::vector<Place>& owners, const EventForm& form,
                     const Problems& problems) {
    const design::View& view = context.view;
    html::Html owner;
    if (event == nullptr && owners.size() > 1) {
        std::vector<design::Choice> choices;
        for (const Place& place : owners)
            choices.push_back({.value = place.id.text(), .label = place.name});
        owner = design::radios(view, {.name = "owner",
                                      .legend = {view.say("Who keeps it?"), design::Size::s},
                                      .choices = std::move(choices),
                                      .value = form.owner,
                                      .error = problems.about("owner")});
    }
    const auto fields =
        html("{}{}{}{}", design::hidden("rev", form.rev), event_fields(context, form, problems),
             owner, design::button({.label = view.say("Save"), .once = true}));
    const auto title = event ? view.say("Change the event") : view.say("Add an event");
    const html::Html sent =
        event ? design::form(view, {.action = url("/events/{}/details", event->id.text())}, fields)
              : design::form(view, {.action = url("/events/new")}, fields);
    if (event) return event_task_page(context, *event, title, problems, sent);
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view)},
                        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                                design::page_heading(title), sent)));
}

html::Html cancellation_page(const access::Context& context, const Event& event,
                             const std::string& reason, const Problems& problems) {
    const design::View& view = context.view;
    return event_task_page(
        context, event, view.say("Cancel the event"), problems,
        html("<p>{}</p>{}",
             view.say("It stays visible as cancelled, and everybody who has booked or waits gets a "
                      "letter. This cannot be taken back."),
             design::form(view, {.action = url("/events/{}/cancellation", event.id.text())},
                          html("{}{}{}", design::hidden("rev", std::to_string(event.rev)),
                               design::textarea(
                                   view, {.name = "reason",
                                          .label = {view.say("Why? (optional)"), design::Size::s},
                                          .hint = view.say("Shown on its page and in the letter"),
                                          .value = reason,
                                          .error = problems.about("reason"),
                                          .rows = 3}),
                               design::button({.label = view.say("Cancel the event"),
                                               .look = design::ButtonLook::warning,
                                               .once = true})))));
}

html::Html attendance_page(const access::Context& context, const Event& event,
                           const std::vector<Listed>& bookings, const std::string& done) {
    const design::View& view = context.view;
    const bool begun = event.starts_at <= context.now;
    design::TableWriter booked(
        {.caption = view.say("Who has a place"),
         .columns = {{.heading = view.say("Organisation")},
                     {.heading = view.say("Booked by")},
                     {.heading = begun ? view.say("Who came") : view.say("Who comes")}},
         .first_cell_is_heading = true});
    design::TableWriter waiting({.caption = view.say("Waiting list, in order"),
                                 .columns = {{.heading = view.say("Number"), .numeric = true},
                                             {.heading = view.say("Organisation")},
                                             {.heading = view.say("Booked by")},
                                             {.heading = view.say("Seats"), .numeric = true}}});
    std::int64_t seats = 0;
    std::size_t in_line = 0;
    for (const Listed& listed : bookings) {
        html::Html by = html("{}", listed.person);
        if (!listed.person_email.empty())
            if (const auto mail = html::Url::parse("mailto:" + listed.person_email))
                by = design::link(*mail, listed.person);
        if (listed.booking.state == BookingState::waiting) {
            waiting.row(++in_line, listed.organisation, by, listed.booking.seats);
            continue;
        }
        seats += listed.booking.seats;
        html::Html people;
        std::vector<design::Choice> choices;
        std::vector<std::string> came;
        for (const Seat& seat : listed.seats) {
            const std::string who =
                seat.name.empty() ? view.say("Person {}, no name given", seat.position) : seat.name;
            people.append("<div>{}</div>", who);
            choices.push_back({.value = seat.id.text(), .label = who});
            if (seat.attended.value_or(false)) came.emplace_back(seat.id.text());
        }
        if (begun) {
            people = {};
            for (std::size_t i = 0; i < choices.size(); ++i) {
                const bool ticked = std::ranges::find(came, choices[i].value) != came.end();
                people.append(R"(<div class="nhsuk-checkboxes__item nhsuk-checkboxes--small">
                    <input class="nhsuk-checkboxes__input" id="seat-{}" name="came" type="checkbox"
                      value="{}" checked="{}">
                    <label class="nhsuk-label nhsuk-checkboxes__label" for="seat-{}">{}</label></div>)",
                              choices[i].value, choices[i].value, ticked, choices[i].value,
                              choices[i].label);
            }
            people =
                html(R"(<div class="nhsuk-checkboxes nhsuk-checkboxes--small">{}</div>)", people);
        }
        booked.row(listed.organisation, by, people);
    }
    html::Html grid = seats > 0 ? std::move(booked).done()
                                : design::nothing_yet(view.say("Nobody has booked yet."));
    if (begun && seats > 0)
        grid = design::form(
            view, {.action = url("/events/{}/attendance", event.id.text())},
            html("{}{}", grid, design::button({.label = view.say("Save who came"), .once = true})));
    html::Html line;
    if (in_line > 0) line = std::move(waiting).done();
    const auto title = view.say("Bookings and attendance");
    return design::page(
        view, {.title = title, .breadcrumb = crumbs(view, event)},
        html("{}{}<p>{}</p>{}{}", done_banner(view, done), design::page_heading(title, event.title),
             view.words->count(seats, "{} seat is booked.", "{} seats are booked."), grid, line));
}

html::Html promises_page(const access::Context& context, const Event& event,
                         const PromiseCount& count, const std::vector<ListedPromise>& promises) {
    const design::View& view = context.view;
    html::Html list;
    if (promises.empty()) {
        list = design::nothing_yet(view.say("Nobody has promised anything yet."));
    } else {
        design::TableWriter table({.caption = view.say("What was promised, and what became of it"),
                                   .columns = {{.heading = view.say("Who")},
                                               {.heading = view.say("Promise")},
                                               {.heading = view.say("State")},
                                               {.heading = view.say("What happened")}},
                                   .first_cell_is_heading = true});
        for (const ListedPromise& one : promises)
            table.row(html("{}<br>{}", one.person, one.organisation), one.promise.promise,
                      view.say(label(one.promise.state)), one.promise.outcome);
        list = std::move(table).done();
    }
    const auto title = view.say("Promises");
    return design::page(
        view, {.title = title, .breadcrumb = crumbs(view, event)},
        html("{}<p>{}</p>{}", design::page_heading(title, event.title),
             view.say("{}: {} kept, {} started, {} dropped, {} without an answer yet.",
                      view.words->count(count.all, "{} promise", "{} promises"), count.kept,
                      count.started, count.dropped, count.open),
             list));
}

html::Html materials_page(const access::Context& context, const Event& event,
                          const std::string& words, const std::vector<std::string>& chosen,
                          const std::vector<Material>& offered, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> choices;
    for (const Material& material : offered)
        choices.push_back({.value = material.id, .label = material.title});
    html::Html tools;
    if (!choices.empty())
        tools = design::checkboxes(
            view, {.name = "resources",
                   .legend = {view.say("Tools and documents of the library"), design::Size::s},
                   .choices = std::move(choices),
                   .values = chosen,
                   .small = true});
    return event_task_page(
        context, event, view.say("Materials"), problems,
        design::form(view, {.action = url("/events/{}/materials", event.id.text())},
                     html("{}{}{}{}", design::hidden("rev", std::to_string(event.rev)),
                          design::textarea(
                              view, {.name = "materials",
                                     .label = {view.say("What to read or bring"), design::Size::s},
                                     .value = words,
                                     .error = problems.about("materials"),
                                     .rows = 5}),
                          tools, design::button({.label = view.say("Save"), .once = true}))));
}

}  // namespace primum::events
