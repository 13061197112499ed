#include "signals/letters.h"

#include <algorithm>

#include "html/html.h"
#include "people/letters.h"
#include "people/store.h"

namespace primum::signals {
namespace {

using html::html;
using language::Language;

constexpr std::chrono::days kLetterLife{7};

bool is_thanks(const Told& told) {
    return told.signal.says == Says::improvement;
}

/// What is said of one, without any number of its chart.
std::string words_about(const Language& words, const Told& told) {
    if (is_thanks(told))
        return words.say(
            "{}: the chart says that things have become better. Thank you. What "
            "helped, so that others can do it too?",
            told.name());
    return words.say("{}: {} Data or care? {}", told.name(),
                     words.say(rule_in_words(told.signal.rule)),
                     words.say(question_of(told.signal.rule)));
}

std::string subject(const Language& words, const std::vector<Told>& told) {
    const auto all = static_cast<std::int64_t>(told.size());
    return std::ranges::all_of(told, is_thanks)
               ? words.count(all, "{} chart shows an improvement", "{} charts show an improvement")
               : words.count(all, "{} chart has a new signal", "{} charts have new signals");
}

}  // namespace

std::string path_of(const Signal& signal) {
    return "/organisations/" + std::string(signal.organisation.text()) + "/signals/" +
           std::string(signal.id.text());
}

mail::Letter letter_about(const people::Accounts& accounts, const Language& words,
                          const std::string& to, const std::vector<Told>& told,
                          const std::string& unsubscribe_path, Instant now) {
    std::string text(words.say("This is new on charts that you look after."));
    html::Html items;
    for (const Told& one : told) {
        const std::string about = words_about(words, one);
        const std::string link = accounts.link(path_of(one.signal));
        text += "\n\n- " + about + "\n  " + link;
        if (const auto url = html::Url::parse(link))
            items += html(R"(<li>{} <a href="{}">{}</a></li>)", about, *url,
                          words.say("Look at the chart"));
    }
    const std::string unsubscribe = accounts.link(unsubscribe_path);
    const std::string end(words.say("No more of these letters"));
    text += "\n\n" + end + ":\n" + unsubscribe + "\n";
    html::Html feet;
    if (const auto url = html::Url::parse(unsubscribe))
        feet = html(R"(<p><a href="{}">{}</a></p>)", *url, end);
    return {.to = to,
            .subject = subject(words, told),
            .text = std::move(text),
            .html = std::string(
                html(R"(
        <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title></head>
        <body><p>{}</p><ul>{}</ul><hr>{}</body></html>)",
                     words.code(),
                     words.direction() == language::Direction::right_to_left ? "rtl" : "ltr",
                     subject(words, told), words.say("This is new on charts that you look after."),
                     items, feet)
                    .markup()),
            .useless_after = now + kLetterLife,
            .unsubscribe = unsubscribe};
}

bool queue_letter(const people::Accounts& accounts,
                  const announcements::Unsubscribing& unsubscribing, store::Writer& db,
                  PersonId person, const std::vector<Told>& told, Instant now) {
    const auto reader = people::find_person(db, person);
    if (!reader || reader->disabled) return false;
    const Language& words = people::words_for(accounts, *reader, accounts.languages.english());
    accounts.outbox.queue(db, letter_about(accounts, words, reader->email, told,
                                           unsubscribing.path_for(person), now));
    return true;
}

}  // namespace primum::signals
