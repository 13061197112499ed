#include "events/letters.h"

#include "html/html.h"
#include "people/letters.h"
#include "people/store.h"

namespace primum::events {
namespace {

using html::html;
using language::Language;

struct Words {
    std::string subject;
    std::string before;
    std::string link;
    std::string label;
    std::string after = {};
};

html::Html in_html(const Language& words, const Words& letter) {
    html::Html link;
    if (const auto url = html::Url::parse(letter.link))
        link = html(R"(<p><a href="{}">{}</a></p><p>{}</p>)", *url, letter.label, letter.link);
    html::Html after;
    if (!letter.after.empty()) after = html("<p>{}</p>", letter.after);
    return html(R"(
        <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title></head>
        <body><p>{}</p>{}{}</body></html>)",
                words.code(),
                words.direction() == language::Direction::right_to_left ? "rtl" : "ltr",
                letter.subject, letter.before, link, after);
}

void queue(const people::Accounts& accounts, store::Writer& db, const Language& words,
           const std::string& to, const Words& letter, Instant useless_after) {
    std::string text = letter.before + "\n\n" + letter.link + "\n";
    if (!letter.after.empty()) text += "\n" + letter.after + "\n";
    accounts.outbox.queue(db, {.to = to,
                               .subject = letter.subject,
                               .text = text,
                               .html = std::string(in_html(words, letter).markup()),
                               .useless_after = useless_after});
}

/// Whoever booked, if they still have an account that may sign in.
std::optional<people::Person> reader(const store::Reader& db, const Booking& booking) {
    if (!booking.person) return {};
    auto person = people::find_person(db, *booking.person);
    if (!person || person->disabled) return {};
    return person;
}

/// To everybody who has a booking in force.
template <class Write>
void tell_all(const people::Accounts& accounts, store::Writer& db, const Event& event,
              Instant useless_after, const Write& write) {
    for (const Listed& listed : bookings_of(db, event.id)) {
        const auto person = reader(db, listed.booking);
        if (!person) continue;
        const Language& words = people::words_for(accounts, *person, accounts.languages.english());
        queue(accounts, db, words, person->email, write(words), useless_after);
    }
}

/// News of an event is of no use once it is over, but for two days at least.
Instant until_over(const Event& event, Instant now) {
    return std::max(event.ends_at, now + std::chrono::days(2));
}

std::string where(const Language& words, const Event& event) {
    if (!event.place.empty()) return event.place;
    return std::string(words.say("Over the internet"));
}

}  // namespace

void tell_moved_up(const people::Accounts& accounts, store::Writer& db,
                   const std::vector<Booking>& moved, Instant now) {
    for (const Booking& booking : moved) {
        const auto event = find_event(db, booking.event);
        const auto person = reader(db, booking);
        if (!event || !person) continue;
        const Language& words = people::words_for(accounts, *person, accounts.languages.english());
        queue(accounts, db, words, person->email,
              {.subject = words.say("You have a place: {}", event->title),
               .before = words.say(
                   "Seats have become free, and you have moved up from the waiting list for {} on "
                   "{}. You have {}.",
                   event->title, when(words, *event),
                   words.count(booking.seats, "{} seat", "{} seats")),
               .link = accounts.link("/events/" + std::string(event->id.text()) + "/booking"),
               .label = std::string(words.say("See your booking")),
               .after = std::string(words.say(
                   "If you cannot come any more, cancel it, so that the next on the list can."))},
              until_over(*event, now));
    }
}

void tell_cancelled(const people::Accounts& accounts, store::Writer& db, const Event& event,
                    Instant now) {
    tell_all(accounts, db, event, until_over(event, now), [&](const Language& words) {
        return Words{
            .subject = words.say("Cancelled: {}", event.title),
            .before = words.say("{}, which was to be on {}, is cancelled.", event.title,
                                when(words, event)) +
                      (event.cancelled_because.empty() ? "" : "\n\n" + event.cancelled_because),
            .link = accounts.link(address(event.id).text()),
            .label = std::string(words.say("See the event"))};
    });
}

void tell_changed(const people::Accounts& accounts, store::Writer& db, const Event& before,
                  const Event& after, Instant now) {
    const bool time = before.starts_at != after.starts_at || before.ends_at != after.ends_at ||
                      before.zone != after.zone;
    const bool place = before.place != after.place || before.link != after.link;
    if (!time && !place) return;
    tell_all(accounts, db, after, until_over(after, now), [&](const Language& words) {
        std::string news;
        if (time)
            news = words.say("{} has a new time: {}. It was to be on {}.", after.title,
                             when(words, after), when(words, before));
        if (place) {
            if (!news.empty()) news += "\n\n";
            news += words.say("{} has a new place: {}.", after.title, where(words, after));
        }
        return Words{
            .subject = words.say("Changed: {}", after.title),
            .before = news,
            .link = accounts.link("/events/" + std::string(after.id.text()) + "/booking"),
            .label = std::string(words.say("See your booking")),
            .after = std::string(words.say(
                "If you cannot come any more, cancel it, so that the next on the list can."))};
    });
}

void ask_about_promise(const people::Accounts& accounts, store::Writer& db, const ToAsk& ask,
                       Instant now) {
    const auto person = people::find_person(db, ask.promise.person);
    if (!person || person->disabled) return;
    const Language& words = people::words_for(accounts, *person, accounts.languages.english());
    queue(accounts, db, words, person->email,
          {.subject = words.say("What became of your promise at {}?", ask.event),
           .before = words.say("On {}, at the end of {}, you promised: “{}” Have you started? "
                               "It takes a minute to say what happened, and it is fine to say that "
                               "you dropped it.",
                               words.day(ask.promise.made_on), ask.event, ask.promise.promise),
           .link = accounts.link("/me/promises/" + std::string(ask.promise.id.text())),
           .label = std::string(words.say("Say what became of it"))},
          now + std::chrono::days(30));
}

}  // namespace primum::events
