#include "design/button.h"
#include "design/callouts.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/table.h"
#include "design/tag.h"
#include "events/latest.h"
#include "events/pages.h"
#include "html/url.h"

namespace primum::events {
namespace {

using html::html;
using html::url;

html::Html filter(const access::Context& context, const EventList& list) {
    const design::View& view = context.view;
    std::vector<design::Option> kind_options{{.value = "", .label = view.say("All kinds")}};
    for (const Kind& kind : kinds())
        kind_options.push_back({.value = kind.code, .label = view.say(kind.label)});
    const auto id = [](const auto& one) { return one ? std::string(one->text()) : std::string(); };
    return design::search_form(
        {.action = url("/events"), .classes = "pr-ask"},
        html("{}{}{}{}",
             design::select(view, {.name = "campaign",
                                   .label = view.say("Campaign"),
                                   .options = campaign_options(context.db, view.say("All")),
                                   .value = id(list.wanted.campaign)}),
             design::select(view, {.name = "programme",
                                   .label = view.say("Programme"),
                                   .options = programme_options(context.db, view.say("All")),
                                   .value = id(list.wanted.programme)}),
             design::select(view, {.name = "kind",
                                   .label = view.say("Kind of event"),
                                   .options = kind_options,
                                   .value = list.wanted.kind}),
             design::button({.label = view.say("Show"), .look = design::ButtonLook::secondary})));
}

html::Html row(const access::Context& context, const Event& event, const Places& places) {
    const design::View& view = context.view;
    const Day day = first_day(event);
    html::Html details = html("{}", kind_label(*view.words, event.kind));
    details.append(" · {}", event.place.empty() ? view.say("Over the internet")
                                                : std::string_view(event.place));
    html::Html seats;
    if (event.status == Status::planned && !event.over(context.now))
        seats = html(R"(<p class="pr-event__seats">{}</p>)", places_in_words(view, event, places));
    return html(R"(
        <li class="pr-event"><p class="pr-event__day"><time datetime="{}">{}</time></p>
        <div><h3 class="nhsuk-heading-s pr-event__title"><a class="nhsuk-link" href="{}">{}</a> {}</h3>
        <p class="pr-event__what">{}</p>{}</div></li>)",
                iso_day(day), short_day(*view.words, day), address(event.id), event.title,
                state_tag(view, event, places, context.now), details, seats);
}

html::Html coming(const access::Context& context, const EventList& list) {
    const design::View& view = context.view;
    if (list.coming.empty()) return design::nothing_yet(view.say("No such event is planned yet."));
    html::Html rows;
    for (std::size_t i = 0; i < list.coming.size(); ++i)
        rows += row(context, list.coming[i], list.places[i]);
    return html(R"(<ul class="pr-events">{}</ul>)", rows);
}

/// By month, the latest first.
html::Html past(const access::Context& context, const EventList& list) {
    const design::View& view = context.view;
    if (list.past.empty()) return design::nothing_yet(view.say("No such event has been yet."));
    html::Html months;
    html::Html rows;
    std::string month;
    const auto close = [&] {
        if (!month.empty())
            months.append(R"(<h3 class="nhsuk-heading-s">{}</h3><ul class="pr-past">{}</ul>)",
                          month, rows);
        rows = {};
    };
    for (const Event& event : list.past) {
        const Day day = first_day(event);
        const std::string here = view.words->month(day);
        if (here != month) {
            close();
            month = here;
        }
        html::Html cancelled;
        if (event.status == Status::cancelled) cancelled = html(" {}", view.say("(cancelled)"));
        rows.append(
            R"(<li><time datetime="{}">{}</time> <a class="nhsuk-link" href="{}">{}</a>{}</li>)",
            iso_day(day), short_day(*view.words, day), address(event.id), event.title, cancelled);
    }
    close();
    const auto id = [](const auto& one) { return one ? std::string(one->text()) : std::string(); };
    const Wanted& wanted = list.wanted;
    months += design::pagination(
        view, {.current = list.page,
               .count = (list.past_count + kPastOnAPage - 1) / kPastOnAPage,
               .where = [&](std::size_t page) {
                   return url("/events?campaign={}&programme={}&kind={}&page={}",
                              id(wanted.campaign), id(wanted.programme), wanted.kind, page);
               }});
    return months;
}

html::Html subscribe(const access::Context& context, const EventList& list) {
    const design::View& view = context.view;
    html::Html links;
    if (const auto webcal = html::Url::parse(list.webcal))
        links.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", *webcal,
                     view.say("Subscribe in your calendar"));
    links.append(
        R"(<li><a class="nhsuk-link" href="{}">{}</a></li><li><a class="nhsuk-link" href="{}">{}</a></li>)",
        url("/events.ics"), view.say("Calendar file (iCalendar)"), url("/events.atom"),
        view.say("News feed (Atom)"));
    links.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", url("/me/calendar"),
                 view.say("Your own bookings in your calendar"));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p><ul class="nhsuk-list">{}</ul>)",
                view.say("Keep up with events"),
                view.say("A calendar that subscribes shows every event and what changes, but it "
                         "asks only now and then: it may lag by a day."),
                links);
}

}  // namespace

html::Html list_page(const access::Context& context, const EventList& list) {
    const design::View& view = context.view;
    html::Html keeper;
    if (keeps_any(context))
        keeper = design::button({.label = view.say("Add an event"),
                                 .look = design::ButtonLook::secondary,
                                 .where = url("/events/new")});
    html::Html mine;
    if (view.signed_in())
        mine = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", url("/me/events"),
                    view.say("Your bookings and promises"));
    return design::page(
        view, {.title = view.say("Events")},
        html(R"({}{}<p class="nhsuk-lede-text">{}</p>{}{}{}
             <h2 class="nhsuk-heading-m">{}</h2>{}<h2 class="nhsuk-heading-m" id="past">{}</h2>{}{})",
             done_banner(view, list.done), design::page_heading(view.say("Events")),
             view.say("Masterclasses, academies, follow-up days and webinars: what is coming, and "
                      "what has been."),
             mine, keeper, filter(context, list), view.say("Coming"), coming(context, list),
             view.say("Past events"), past(context, list), subscribe(context, list)));
}

}  // namespace primum::events
