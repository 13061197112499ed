#include "events/latest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "design/hero.h"
#include "events/event.h"

namespace primum::events {
namespace {

using html::html;

constexpr std::size_t kShown = 3;

html::Html item(const design::View& view, const Event& event) {
    html::Html cancelled;
    if (event.status == Status::cancelled)
        cancelled = html(R"( <span class="pr-latest__note">{}</span>)", view.say("(cancelled)"));
    const Day day = first_day(event);
    return html(R"(
        <li class="pr-latest__event"><time class="pr-latest__day" datetime="{}">{}</time>
        <a class="nhsuk-link" href="{}">{}</a>{}</li>)",
                iso_day(day), short_day(*view.words, day), address(event.id), event.title,
                cancelled);
}

html::Html list(const design::View& view, const std::vector<Event>& events) {
    html::Html items;
    for (const Event& event : events)
        items += item(view, event);
    return html(R"(<ul class="pr-latest">{}</ul>)", items);
}

}  // namespace

const char* ordinal_ending(unsigned number) {
    const unsigned teens = number % 100;
    if (teens >= 11 && teens <= 13) return "th";
    switch (number % 10) {
        case 1:
            return "st";
        case 2:
            return "nd";
        case 3:
            return "rd";
        default:
            return "th";
    }
}

std::string short_day(const language::Language& words, Day day) {
    if (words.code() != "en") return words.day(day);
    constexpr std::array kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::year_month_day date(day);
    const auto number = static_cast<unsigned>(date.day());
    return fmt::format("{}, {} {}{}", kWeekdays[std::chrono::weekday(day).c_encoding()],
                       kMonths[static_cast<unsigned>(date.month()) - 1], number,
                       ordinal_ending(number));
}

html::Html latest_band(const store::Reader& db, const design::View& view, Instant now) {
    const auto coming = coming_events(db, {}, now, kShown);
    std::vector<Event> past;
    if (coming.size() < kShown) past = past_events(db, {}, now, 0, kShown - coming.size());
    if (coming.empty() && past.empty()) return {};
    html::Html content =
        html(R"(<h2 class="nhsuk-heading-m">{}</h2>)", view.say("Latest Safer Care Events"));
    if (!coming.empty()) content += list(view, coming);
    if (!past.empty())
        content.append(
            R"(<h3 class="nhsuk-heading-s">{}</h3>{})",
            coming.empty() ? view.say("None is coming. The latest were") : view.say("Before that"),
            list(view, past));
    content.append(
        R"(<p class="nhsuk-u-margin-bottom-0"><a class="nhsuk-link" href="{}">{}</a></p>)",
        html::url("/events"), view.say("All events"));
    return design::section(content);
}

}  // namespace primum::events
