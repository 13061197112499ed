#include "events/frame.h"

#include <algorithm>
#include <charconv>

#include "access/policy.h"
#include "design/error_summary.h"
#include "design/heading.h"
#include "design/notification_banner.h"
#include "design/tag.h"
#include "organisations/members.h"
#include "organisations/tree.h"

namespace primum::events {
namespace {

using html::html;
using html::url;

std::optional<Event> named_event(const http::Request& request, const access::Context& context) {
    const auto id = EventId::parse(request.part("event"));
    if (!id) return {};
    return find_event(context.db, *id);
}

}  // namespace

std::optional<Event> shown_event(const http::Request& request, const access::Context& context) {
    auto event = named_event(request, context);
    if (!event) return {};
    if (event->status == Status::draft && !keeps(context, event->owner)) return {};
    if (!event->is_public && !context.session) return {};
    return event;
}

std::optional<Event> kept_event(const http::Request& request, const access::Context& context) {
    auto event = named_event(request, context);
    if (!event || !context.scope.can_write(event->owner)) return {};
    return event;
}

bool keeps(const access::Context& context, OrganisationId owner) {
    if (!context.session) return false;
    const auto roles =
        organisations::roles_over(context.db, context.person(), owner, context.today);
    return std::ranges::any_of(
        roles, [](access::Role role) { return access::policy::content_keepers.roles.has(role); });
}

bool keeps_any(const access::Context& context) {
    return context.session && context.person().holds(access::policy::content_keepers.roles);
}

std::vector<design::Crumb> crumbs(const design::View& view) {
    return {{view.say("Events"), url("/events")}};
}

std::vector<design::Crumb> crumbs(const design::View& view, const Event& event) {
    auto way = crumbs(view);
    way.push_back({event.title, address(event.id)});
    return way;
}

html::Html event_task_page(const access::Context& context, const Event& event,
                           std::string_view title, const Problems& problems,
                           const html::Html& content) {
    const design::View& view = context.view;
    return design::page(
        view, {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view, event)},
        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                design::page_heading(title, event.title), content)));
}

std::vector<Place> places_of_person(const access::Context& context) {
    std::vector<Place> places;
    for (const access::Held& held : context.person().roles) {
        if (std::ranges::find(places, held.organisation, &Place::id) != places.end()) continue;
        if (auto organisation = organisations::find_organisation(context.db, held.organisation))
            places.push_back({held.organisation, organisation->name});
    }
    std::ranges::stable_sort(places, {}, &Place::name);
    return places;
}

html::Html paragraphs(std::string_view text) {
    html::Html all;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty()) all.append("<p>{}</p>", line);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return all;
}

html::Html state_tag(const design::View& view, const Event& event, const Places& places,
                     Instant now) {
    if (event.status == Status::cancelled)
        return design::tag(view.say("Cancelled"), design::Colour::red);
    if (event.status == Status::draft) return design::tag(view.say("Draft"), design::Colour::grey);
    if (event.over(now)) return {};
    if (event.books != Books::nobody && places.free() == 0)
        return design::tag(view.say("Full"), design::Colour::orange);
    return {};
}

std::string places_in_words(const design::View& view, const Event& event, const Places& places) {
    if (event.books == Books::nobody) return std::string(view.say("No booking is needed"));
    if (!places.capacity)
        return view.words->count(places.booked, "{} seat is taken; there is no limit",
                                 "{} seats are taken; there is no limit");
    std::string words = view.say("{} of {} seats are free", view.words->whole(*places.free()),
                                 view.words->whole(*places.capacity));
    if (places.waiting_list > 0)
        words +=
            "; " + view.words->count(places.waiting_list, "{} booking waits", "{} bookings wait");
    return words;
}

html::Html done_banner(const design::View& view, std::string_view done) {
    struct Said {
        std::string_view done;
        const char* sentence;
    };
    using language::sentence;
    static constexpr Said kSaid[] = {
        {"added", sentence("The event has been added.")},
        {"changed", sentence("The event has been saved.")},
        {"cancelled", sentence("The event is cancelled. Everybody who had booked is told.")},
        {"booked", sentence("Your booking has been saved.")},
        {"rebooked", sentence("Your booking has been changed.")},
        {"freed", sentence("Your booking is cancelled.")},
        {"attended", sentence("Who came has been saved.")},
        {"materials", sentence("The materials have been saved.")},
        {"promised", sentence("Your promise has been kept here. You will be asked what became of "
                              "it after 30 and after 90 days.")},
        {"answered", sentence("Thank you. What you said has been saved.")},
        {"revoked", sentence("The address of your calendar no longer works.")},
    };
    for (const Said& said : kSaid)
        if (said.done == done)
            return design::notification_banner(
                view, {.notice = design::Notice::success, .heading = view.say(said.sentence)});
    return {};
}

std::string parameter(const http::Request& request, std::string_view name) {
    return request.parameter(name).value_or("");
}

std::int64_t rev_of(const http::Form& form) {
    const std::string_view typed = form.text("rev");
    std::int64_t rev = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), rev);
    return rev;
}

}  // namespace primum::events
