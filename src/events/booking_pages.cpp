#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/input.h"
#include "design/summary_list.h"
#include "design/textarea.h"
#include "events/pages.h"

namespace primum::events {
namespace {

using html::html;
using html::url;
using language::sentence;

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostSeats = 200;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        while (!line.empty() && line.front() == ' ')
            line.remove_prefix(1);
        while (!line.empty() && line.back() == ' ')
            line.remove_suffix(1);
        if (!line.empty()) lines.emplace_back(line);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

std::string state_in_words(const design::View& view, const store::Reader& db, const Mine& mine) {
    const std::string seats = view.words->count(mine.booking.seats, "{} seat", "{} seats");
    if (mine.booking.state == BookingState::booked) return view.say("Booked: {}", seats);
    return view.say("On the waiting list, number {}: {}", place_in_line(db, mine.booking), seats);
}

html::Html team_fields(const design::View& view, const Event& event, const BookingForm& form,
                       const Problems& problems) {
    const std::string most =
        event.per_team > 0 ? view.words->count(event.per_team, "A team may bring {} person at most",
                                               "A team may bring {} people at most")
                           : std::string();
    return html("{}{}",
                design::input(view, {.name = "seats",
                                     .label = {view.say("How many people?"), design::Size::s},
                                     .hint = most,
                                     .value = form.seats,
                                     .error = problems.about("seats"),
                                     .width = 3,
                                     .inputmode = "numeric"}),
                design::textarea(
                    view, {.name = "names",
                           .label = {view.say("Who comes? (optional)"), design::Size::s},
                           .hint = view.say("One name a line. You can add or change names until "
                                            "the event begins"),
                           .value = form.names,
                           .error = problems.about("names"),
                           .rows = 5}));
}

html::Html organisation_field(const design::View& view, const std::vector<Place>& places,
                              const BookingForm& form, const Problems& problems) {
    if (places.size() == 1)
        return html(R"({}<p>{}</p>)", design::hidden("organisation", places.front().id.text()),
                    view.say("You book for {}.", places.front().name));
    std::vector<design::Choice> choices;
    for (const Place& place : places)
        choices.push_back({.value = place.id.text(), .label = place.name});
    return design::radios(view, {.name = "organisation",
                                 .legend = {view.say("For which organisation?"), design::Size::s},
                                 .choices = std::move(choices),
                                 .value = form.organisation,
                                 .error = problems.about("organisation")});
}

html::Html event_facts(const design::View& view, const Event& event, const Places& places) {
    return design::summary_list(
        view,
        {.rows = {{.key = view.say("When"), .value = when(*view.words, event)},
                  {.key = view.say("Where"),
                   .value = event.place.empty() ? view.say("Over the internet")
                                                : std::string_view(event.place)},
                  {.key = view.say("Seats"), .value = places_in_words(view, event, places)}}});
}

html::Html my_bookings(const access::Context& context, const BookingDesk& desk) {
    const design::View& view = context.view;
    html::Html all;
    for (const Mine& mine : desk.mine)
        all += design::inset_text(
            view,
            html(
                R"(<h2 class="nhsuk-heading-s">{}</h2><p>{}</p><p><a class="nhsuk-link" href="{}">{}</a></p>)",
                mine.organisation, state_in_words(view, context.db, mine),
                url("/events/{}/booking/{}", mine.event.id.text(), mine.booking.id.text()),
                view.say("Change or cancel this booking")));
    return all;
}

}  // namespace

Valid<Wish> check(const BookingForm& form, const Event& event, const std::vector<Place>& places,
                  const std::string& own_name) {
    Problems problems;
    Wish wish{.organisation = {}, .seats = 1, .names = {own_name}};
    const auto known = std::ranges::find_if(
        places, [&](const Place& place) { return place.id.text() == form.organisation; });
    if (known != places.end())
        wish.organisation = known->id;
    else
        problems.add("organisation", sentence("Choose for which organisation you book."));
    if (event.books == Books::team) {
        wish.names = lines_of(form.names);
        const char* begin = form.seats.data();
        const char* end = begin + form.seats.size();
        const auto [stopped, error] = std::from_chars(begin, end, wish.seats);
        if (form.seats.empty() && !wish.names.empty()) {
            wish.seats = static_cast<std::int64_t>(wish.names.size());
        } else if (error != std::errc() || stopped != end || wish.seats < 1 ||
                   wish.seats > static_cast<std::int64_t>(kMostSeats)) {
            problems.add("seats", sentence("Enter how many people come, for example 6."));
        } else if (static_cast<std::int64_t>(wish.names.size()) > wish.seats) {
            problems.add("names", sentence("Enter no more names than people who come."));
        }
        if (wish.names.size() > kMostSeats ||
            std::ranges::any_of(wish.names,
                                [](const std::string& name) { return name.size() > kLongestName; }))
            problems.add("names", sentence("Shorten each name to 200 characters or fewer."));
        if (problems.empty() && event.per_team > 0 && wish.seats > event.per_team)
            problems.add("seats", sentence("Enter fewer people: that is more than one team may "
                                           "bring."));
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return wish;
}

html::Html booking_page(const access::Context& context, const BookingDesk& desk,
                        const BookingForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const Event& event = desk.event;
    std::vector<Place> open;  // where there is no booking yet
    for (const Place& place : desk.places_of_person)
        if (std::ranges::none_of(
                desk.mine, [&](const Mine& mine) { return mine.booking.organisation == place.id; }))
            open.push_back(place);
    const bool bookable = event.status == Status::planned && event.starts_at > context.now &&
                          event.books != Books::nobody;
    const bool done = event.books == Books::person && !desk.mine.empty();
    html::Html ask;
    if (!bookable) {
        ask = design::inset_text(
            view, html("<p>{}</p>",
                       event.status == Status::cancelled ? view.say("The event is cancelled.")
                       : event.books == Books::nobody
                           ? view.say("No booking is needed.")
                           : view.say("The event has begun: nobody can book any more.")));
    } else if (!done && !open.empty()) {
        const bool full = desk.places.free() == 0;
        html::Html waiting;
        if (full)
            waiting = design::inset_text(
                view,
                html("<p>{}</p>", view.say("The event is full. You can join the waiting "
                                           "list: when seats become free, you get a letter.")));
        html::Html team;
        if (event.books == Books::team) team = team_fields(view, event, form, problems);
        html::Html heading;
        if (!desk.mine.empty())
            heading = html(R"(<h2 class="nhsuk-heading-m">{}</h2>)",
                           view.say("Book for another organisation"));
        ask =
            html("{}{}{}", heading, waiting,
                 design::form(view, {.action = url("/events/{}/booking", event.id.text())},
                              html("{}{}{}", organisation_field(view, open, form, problems), team,
                                   design::button({.label = full ? view.say("Join the waiting list")
                                                                 : view.say("Book"),
                                                   .once = true}))));
    }
    const auto title =
        event.books == Books::team ? view.say("Book a team") : view.say("Book a place");
    return event_task_page(
        context, event, title, problems,
        html("{}{}{}{}{}", done_banner(view, desk.done), event_facts(view, event, desk.places),
             my_bookings(context, desk), ask,
             design::details(
                 {.summary = view.say("How places are given")},
                 html("<p>{}</p>",
                      view.say("Places go in the order in which bookings came. A team is booked "
                               "whole or waits whole. When seats become free, they go to the first "
                               "on the waiting list whose whole team fits.")))));
}

html::Html change_booking_page(const access::Context& context, const Mine& mine,
                               const std::vector<Seat>& seats, const BookingForm& form,
                               const Problems& problems) {
    const design::View& view = context.view;
    const Event& event = mine.event;
    const std::string_view id = event.id.text();
    const bool open = event.starts_at > context.now && event.status == Status::planned;
    html::Html names;
    for (const Seat& seat : seats)
        if (!seat.name.empty()) names.append("<div>{}</div>", seat.name);
    design::SummaryList facts{
        .rows = {{.key = view.say("Organisation"), .value = mine.organisation},
                 {.key = view.say("When"), .value = when(*view.words, event)},
                 {.key = view.say("Booking"), .value = state_in_words(view, context.db, mine)}}};
    if (!names.empty()) facts.rows.push_back({.key = view.say("Who comes"), .value = names});
    html::Html change;
    if (open && event.books == Books::team)
        change =
            design::form(view, {.action = url("/events/{}/booking/{}", id, mine.booking.id.text())},
                         html("{}{}{}", design::hidden("rev", std::to_string(mine.booking.rev)),
                              team_fields(view, event, form, problems),
                              design::button({.label = view.say("Save"), .once = true})));
    html::Html cancel;
    if (open)
        cancel = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{})", view.say("Cancel this booking"),
            view.say("Its seats go to the next on the waiting list at once."),
            design::form(
                view,
                {.action = url("/events/{}/booking/{}/cancellation", id, mine.booking.id.text())},
                design::button({.label = view.say("Cancel the booking"),
                                .look = design::ButtonLook::warning,
                                .once = true})));
    return event_task_page(context, event, view.say("Your booking"), problems,
                           html("{}{}{}", design::summary_list(view, facts), change, cancel));
}

}  // namespace primum::events
