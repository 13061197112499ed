// Events for other programs: calendars and news.

#include <algorithm>

#include "atom/feed.h"
#include "calendar/calendar.h"
#include "crypto/hash.h"
#include "events/actions.h"
#include "events/calendar_key.h"
#include "events/pages.h"
#include "http/etag.h"

namespace primum::events {
namespace {

constexpr std::size_t kMost = 500;
constexpr std::size_t kNews = 50;
constexpr std::chrono::days kCancelledFor{90};
constexpr std::chrono::days kPastFor{365};

/// "primum.example": what makes names of ours the world's.
std::string host_of(const Accounts& accounts) {
    const std::string& url = accounts.settings.public_url;
    const std::size_t begin = url.find("://") == url.npos ? 0 : url.find("://") + 3;
    return url.substr(begin, url.find_first_of(":/", begin) - begin);
}

/// What is cancelled stays in calendars for a while, so that it goes from those that have it.
bool still_told(const Event& event, Instant now) {
    return event.status != Status::cancelled || event.changed_at + kCancelledFor > now;
}

calendar::Entry entry_of(const Accounts& accounts, const access::Context& context,
                         const Event& event, std::string_view note = {}) {
    std::string description = event.summary;
    const std::string link = accounts.link(address(event.id).text());
    if (!note.empty()) description = std::string(note) + "\n\n" + description;
    if (!event.cancelled_because.empty()) description += "\n\n" + event.cancelled_because;
    return {.uid = "event-" + std::string(event.id.text()) + '@' + host_of(accounts),
            .sequence = event.revision,
            .changed_at = event.changed_at,
            .starts_at = event.starts_at,
            .ends_at = event.ends_at,
            .zone = event.zone,
            .summary = event.title,
            .description = description,
            .location = event.place.empty()
                            ? event.link.empty() || event.books != Books::nobody
                                  ? std::string(context.view.say("Over the internet"))
                                  : event.link
                            : event.place,
            .url = link,
            .category = kind_label(*context.view.words, event.kind),
            .cancelled = event.status == Status::cancelled};
}

http::Response sent(const http::Request& request, std::string type, std::string body,
                    const char* keep) {
    http::Response response = http::text(http::Status::ok, std::move(body));
    response.headers.set("Content-Type", std::move(type));
    response.headers.set("Cache-Control", keep);
    http::tag_or_spare(request, response);
    return response;
}

http::Response calendar_answer(const http::Request& request, const calendar::Calendar& calendar,
                               const char* keep = "public, max-age=300") {
    return sent(request, "text/calendar; charset=utf-8", calendar::text(calendar), keep);
}

}  // namespace

http::Response send_calendar(const Accounts& accounts, const http::Request& request,
                             access::Context& context) {
    calendar::Calendar calendar{.name = context.view.say("Events – {}", accounts.settings.service),
                                .entries = {}};
    auto events = past_events(context.db, {}, context.now, 0, kMost);
    std::erase_if(events,
                  [&](const Event& event) { return event.ends_at + kPastFor < context.now; });
    std::ranges::reverse(events);
    for (Event& event : coming_events(context.db, {}, context.now, kMost))
        events.push_back(std::move(event));
    for (const Event& event : events)
        if (still_told(event, context.now))
            calendar.entries.push_back(entry_of(accounts, context, event));
    return calendar_answer(request, calendar);
}

http::Response send_one(const Accounts& accounts, const http::Request& request,
                        access::Context& context) {
    const auto event = shown_event(request, context);
    if (!event || event->status == Status::draft) return http::not_found();
    http::Response response = calendar_answer(
        request, {.name = event->title, .entries = {entry_of(accounts, context, *event)}},
        event->is_public ? "public, max-age=300" : "private, no-cache");
    response.headers.set("Content-Disposition", "attachment; filename=\"event.ics\"");
    return response;
}

http::Response send_own_calendar(const Accounts& accounts, const http::Request& request,
                                 access::Context& context) {
    const auto person = owner_of_calendar(context.db, request.part("secret"));
    if (!person) return http::not_found();
    calendar::Calendar calendar{
        .name = context.view.say("My events – {}", accounts.settings.service), .entries = {}};
    for (const Mine& mine : bookings_of_person(context.db, *person)) {
        if (!still_told(mine.event, context.now) || mine.event.ends_at + kPastFor < context.now)
            continue;
        const bool booked = mine.booking.state == BookingState::booked;
        auto entry =
            entry_of(accounts, context, mine.event,
                     booked ? context.view.words->count(mine.booking.seats, "{} seat is booked.",
                                                        "{} seats are booked.")
                            : std::string(context.view.say("On the waiting list.")));
        if (!booked) entry.summary = context.view.say("{} (waiting list)", mine.event.title);
        if (booked && !mine.event.link.empty()) entry.description += "\n\n" + mine.event.link;
        entry.sequence += mine.booking.rev;
        calendar.entries.push_back(std::move(entry));
    }
    http::Response response = calendar_answer(request, calendar, "private, no-cache");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("X-Robots-Tag", "noindex");
    return response;
}

http::Response send_news(const Accounts& accounts, const http::Request& request,
                         access::Context& context) {
    const std::string host = host_of(accounts);
    atom::Feed feed{.id = "tag:" + host + ",2026:events",
                    .title = context.view.say("Events – {}", accounts.settings.service),
                    .author = accounts.settings.service,
                    .self = accounts.link("/events.atom"),
                    .page = accounts.link("/events"),
                    .updated = {},
                    .entries = {}};
    auto events = coming_events(context.db, {}, context.now, kNews);
    for (Event& event : past_events(context.db, {}, context.now, 0, kNews))
        events.push_back(std::move(event));
    std::ranges::stable_sort(events, std::greater<>(), &Event::changed_at);
    if (events.size() > kNews) events.resize(kNews);
    for (const Event& event : events) {
        feed.updated = std::max(feed.updated, event.changed_at);
        std::string summary = when(*context.view.words, event);
        if (!event.place.empty()) summary += ". " + event.place;
        if (event.status == Status::cancelled) summary = context.view.say("Cancelled: {}", summary);
        if (!event.summary.empty()) summary += "\n\n" + event.summary;
        feed.entries.push_back({.id = "tag:" + host + ",2026:event-" + std::string(event.id.text()),
                                .title = event.title,
                                .link = accounts.link(address(event.id).text()),
                                .updated = event.changed_at,
                                .summary = summary,
                                .category = kind_label(*context.view.words, event.kind)});
    }
    return sent(request, "application/atom+xml; charset=utf-8", atom::text(feed),
                "public, max-age=300");
}

}  // namespace primum::events
