#include "events/event_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "access/context.h"
#include "base/utf8.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/input.h"
#include "design/select.h"
#include "design/textarea.h"
#include "events/choices.h"
#include "language/zone.h"

namespace primum::events {
namespace {

using html::html;
using language::sentence;
using organisations::TypedDay;

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 5000;
constexpr int kMostSeats = 100'000;

std::string text(const http::Form& form, std::string_view field) {
    return std::string(form.text(field));
}

std::string clock_time(Instant at, std::string_view zone) {
    const auto wall = language::wall_clock(at, zone);
    return fmt::format("{}:{:02}", wall.hour, wall.minute);
}

std::optional<std::int64_t> whole(std::string_view typed) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc() || end != typed.data() + typed.size()) return {};
    return number;
}

/// Nothing where the field is empty, and a problem where it holds no number of at least `least`.
std::optional<std::int64_t> check_number(std::string_view typed, const char* field,
                                         std::int64_t least, Problems& problems) {
    if (typed.empty()) return {};
    const auto number = whole(typed);
    if (number && *number >= least && *number <= kMostSeats) return number;
    problems.add(field, least == 0 ? sentence("Enter a whole number, for example 40.")
                                   : sentence("Enter a whole number above 0, for example 6."));
    return {};
}

void check_length(std::string_view typed, std::size_t longest, const char* field,
                  const char* complaint, Problems& problems) {
    if (typed.size() > longest) problems.add(field, complaint);
}

/// A moment out of a day and a time that were typed.
std::optional<Instant> check_moment(std::optional<Day> day, const std::string& time,
                                    const char* field, const std::string& zone,
                                    Problems& problems) {
    const auto minutes = read_time(time);
    if (!minutes) {
        problems.add(field, sentence("Enter a time, for example 9:30 or 2pm."));
        return {};
    }
    if (!day || !language::is_zone(zone)) return {};
    const auto at = language::moment_of({*day, *minutes / 60, *minutes % 60}, zone);
    if (!at)
        problems.add(field,
                     sentence("The clocks go forward over that time on that day. Enter another."));
    return at;
}

template <class Thing>
std::optional<Id<Thing>> chosen(std::string_view id) {
    return Id<Thing>::parse(id);
}

template <class Thing>
void check_known(const std::vector<design::Option>& options, const std::string& value,
                 std::optional<Id<Thing>>& into, const char* field, Problems& problems) {
    into.reset();
    if (value.empty()) return;
    into = chosen<Thing>(value);
    const bool known = std::ranges::any_of(
        options, [&](const design::Option& option) { return option.value == value; });
    if (!into || !known) problems.add(field, sentence("Choose one from the list."));
}

}  // namespace

EventForm EventForm::from(const http::Form& form) {
    return {.owner = text(form, "owner"),
            .title = text(form, "title"),
            .kind = text(form, "kind"),
            .series = text(form, "series"),
            .summary = text(form, "summary"),
            .campaign = text(form, "campaign"),
            .programme = text(form, "programme"),
            .cohort = text(form, "cohort"),
            .starts = TypedDay::from(form, "starts"),
            .start_time = text(form, "start-time"),
            .ends = TypedDay::from(form, "ends"),
            .end_time = text(form, "end-time"),
            .zone = text(form, "zone"),
            .place = text(form, "place"),
            .link = text(form, "link"),
            .capacity = text(form, "capacity"),
            .books = text(form, "books"),
            .per_team = text(form, "per-team"),
            .visible = text(form, "visible"),
            .rev = text(form, "rev")};
}

EventForm EventForm::of(const Event& event, std::string_view series) {
    const auto id = [](const auto& one) { return one ? std::string(one->text()) : std::string(); };
    const Day starts = language::wall_clock(event.starts_at, event.zone).day;
    const Day ends = language::wall_clock(event.ends_at, event.zone).day;
    return {.owner = std::string(event.owner.text()),
            .title = event.title,
            .kind = event.kind,
            .series = std::string(series),
            .summary = event.summary,
            .campaign = id(event.campaign),
            .programme = id(event.programme),
            .cohort = id(event.cohort),
            .starts = TypedDay::of(starts),
            .start_time = clock_time(event.starts_at, event.zone),
            .ends = ends == starts ? TypedDay() : TypedDay::of(ends),
            .end_time = clock_time(event.ends_at, event.zone),
            .zone = event.zone,
            .place = event.place,
            .link = event.link,
            .capacity = event.capacity ? std::to_string(*event.capacity) : "",
            .books = std::string(name(event.books)),
            .per_team = event.per_team > 0 ? std::to_string(event.per_team) : "",
            .visible =
                event.status == Status::draft ? "draft" : (event.is_public ? "public" : "closed"),
            .rev = std::to_string(event.rev)};
}

std::optional<int> read_time(std::string_view typed) {
    std::string plain;
    for (const char c : typed)
        if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    int add = 0;
    bool half_day = false;
    if (plain.ends_with("am") || plain.ends_with("pm")) {
        half_day = true;
        add = plain.ends_with("pm") ? 12 : 0;
        plain.resize(plain.size() - 2);
    }
    const std::size_t mark = plain.find_first_of(":.");
    const auto hour = whole(std::string_view(plain).substr(0, mark));
    const auto minute = mark == std::string::npos ? std::optional<std::int64_t>(0)
                                                  : whole(std::string_view(plain).substr(mark + 1));
    if (!hour || !minute || *minute < 0 || *minute > 59 || *hour < 0) return {};
    if (mark != std::string::npos && plain.size() - mark != 3) return {};
    if (!half_day && *hour > 23) return {};
    if (half_day && (*hour < 1 || *hour > 12)) return {};
    const auto hours = half_day ? *hour % 12 + add : *hour;
    return static_cast<int>(hours * 60 + *minute);
}

Valid<Event> check(const store::Reader& db, const EventForm& form, const Event& before) {
    Problems problems;
    Event event = before;
    event.title = form.title;
    if (form.title.empty()) problems.add("title", sentence("Enter what the event is called."));
    check_length(form.title, kLongestTitle, "title",
                 sentence("Shorten the title to 200 characters or fewer."), problems);
    event.kind = form.kind;
    if (!is_kind(form.kind)) problems.add("kind", sentence("Choose what kind of event it is."));
    check_length(form.series, kLongestTitle, "series",
                 sentence("Shorten the name of the series to 200 characters or fewer."), problems);
    event.summary = form.summary;
    check_length(form.summary, kLongestText, "summary",
                 sentence("Shorten what it is about to 5,000 characters or fewer."), problems);
    check_known(campaign_options(db, ""), form.campaign, event.campaign, "campaign", problems);
    check_known(programme_options(db, ""), form.programme, event.programme, "programme", problems);
    check_known(cohort_options(db, ""), form.cohort, event.cohort, "cohort", problems);

    const auto first = organisations::check_day(form.starts, "starts",
                                                sentence("Enter the day of the event."), problems);
    const auto starts = check_moment(first, form.start_time, "start-time", form.zone, problems);
    const auto last =
        form.ends.empty() ? first : organisations::check_day(form.ends, "ends", "", problems);
    const auto ends = check_moment(last, form.end_time, "end-time", form.zone, problems);
    if (starts && ends && *ends < *starts)
        problems.add("end-time", sentence("Enter an end that is not before the beginning."));
    if (starts) event.starts_at = *starts;
    if (ends) event.ends_at = *ends;
    event.zone = form.zone;
    if (!language::is_zone(form.zone))
        problems.add("zone", sentence("Enter a time zone, for example Europe/London."));

    event.place = form.place;
    check_length(form.place, kLongestTitle, "place",
                 sentence("Shorten the place to 200 characters or fewer."), problems);
    event.link = form.link;
    if (!form.link.empty() && (!html::Url::parse(form.link) || !form.link.starts_with("http")))
        problems.add("link", sentence("Enter a web address that begins with https://."));
    check_length(form.link, kLongestTitle * 5, "link",
                 sentence("Shorten the web address to 1,000 characters or fewer."), problems);
    if (form.place.empty() && form.link.empty())
        problems.add("place", sentence("Enter a place, or a web address where people take part."));

    if (form.books == "person")
        event.books = Books::person;
    else if (form.books == "team")
        event.books = Books::team;
    else if (form.books == "nobody")
        event.books = Books::nobody;
    else
        problems.add("books", sentence("Choose who books."));
    event.capacity = check_number(form.capacity, "capacity", 0, problems);
    event.per_team = check_number(form.per_team, "per-team", 1, problems).value_or(0);

    if (form.visible != "public" && form.visible != "closed" && form.visible != "draft")
        problems.add("visible", sentence("Choose who sees it."));
    event.is_public = form.visible != "closed";
    if (before.status != Status::cancelled)
        event.status = form.visible == "draft" ? Status::draft : Status::planned;
    event.rev = whole(form.rev).value_or(0);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return event;
}

namespace {

html::Html what_fields(const access::Context& context, const EventForm& form,
                       const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> kind_options{{.value = "", .label = view.say("Choose")}};
    for (const Kind& kind : kinds())
        kind_options.push_back({.value = kind.code, .label = view.say(kind.label)});
    return html(
        "{}{}{}{}",
        design::input(view, {.name = "title",
                             .label = {view.say("Title"), design::Size::s},
                             .hint = view.say("As it stands in lists: LIPS III – Masterclass"),
                             .value = form.title,
                             .error = problems.about("title")}),
        design::select(view, {.name = "kind",
                              .label = {view.say("Kind of event"), design::Size::s},
                              .options = kind_options,
                              .value = form.kind,
                              .error = problems.about("kind")}),
        design::input(view, {.name = "series",
                             .label = {view.say("Series (optional)"), design::Size::s},
                             .hint = view.say("Events with the same name here belong together"),
                             .value = form.series,
                             .error = problems.about("series")}),
        design::textarea(view, {.name = "summary",
                                .label = {view.say("What it is about"), design::Size::s},
                                .value = form.summary,
                                .error = problems.about("summary"),
                                .rows = 5}));
}

html::Html belonging_fields(const access::Context& context, const EventForm& form,
                            const Problems& problems) {
    const design::View& view = context.view;
    const std::string none(view.say("None"));
    return html("{}{}{}",
                design::select(view, {.name = "campaign",
                                      .label = {view.say("Campaign (optional)"), design::Size::s},
                                      .options = campaign_options(context.db, none),
                                      .value = form.campaign,
                                      .error = problems.about("campaign")}),
                design::select(view, {.name = "programme",
                                      .label = {view.say("Programme (optional)"), design::Size::s},
                                      .options = programme_options(context.db, none),
                                      .value = form.programme,
                                      .error = problems.about("programme")}),
                design::select(view, {.name = "cohort",
                                      .label = {view.say("Cohort (optional)"), design::Size::s},
                                      .hint = view.say("Its programme is known by it"),
                                      .options = cohort_options(context.db, none),
                                      .value = form.cohort,
                                      .error = problems.about("cohort")}));
}

html::Html when_fields(const design::View& view, const EventForm& form, const Problems& problems) {
    auto starts = organisations::date_fields("starts", {view.say("Day"), design::Size::s},
                                             form.starts, problems);
    starts.hint = view.say("For example, 23 4 2026");
    auto ends = organisations::date_fields(
        "ends", {view.say("Last day (optional)"), design::Size::s}, form.ends, problems);
    ends.hint = view.say("Leave it empty where it is one day");
    const auto time = [&](const char* name, std::string_view label, const std::string& value) {
        return design::input(view, {.name = name,
                                    .label = {label, design::Size::s},
                                    .hint = view.say("For example, 9:30 or 2pm"),
                                    .value = value,
                                    .error = problems.about(name),
                                    .width = 5,
                                    .spellcheck = false});
    };
    return html("{}{}{}{}{}", design::date_input(view, starts),
                time("start-time", view.say("Begins at"), form.start_time),
                design::date_input(view, ends),
                time("end-time", view.say("Ends at"), form.end_time),
                design::input(view, {.name = "zone",
                                     .label = {view.say("Time zone"), design::Size::s},
                                     .hint = view.say("In which these times are meant"),
                                     .value = form.zone,
                                     .error = problems.about("zone"),
                                     .width = 20,
                                     .spellcheck = false}));
}

html::Html where_fields(const design::View& view, const EventForm& form, const Problems& problems) {
    return html(
        "{}{}",
        design::input(view, {.name = "place",
                             .label = {view.say("Place"), design::Size::s},
                             .hint = view.say("Building and town. Leave it empty for an event over "
                                              "the internet"),
                             .value = form.place,
                             .error = problems.about("place")}),
        design::input(view,
                      {.name = "link",
                       .label = {view.say("Web address to take part (optional)"), design::Size::s},
                       .hint = view.say("Shown to people who have a place"),
                       .value = form.link,
                       .error = problems.about("link"),
                       .type = "url",
                       .spellcheck = false}));
}

html::Html booking_fields(const design::View& view, const EventForm& form,
                          const Problems& problems) {
    return html(
        "{}{}{}{}",
        design::radios(
            view,
            {.name = "books",
             .legend = {view.say("Who books?"), design::Size::s},
             .choices = {{.value = "person", .label = view.say("Each person for themselves")},
                         {.value = "team",
                          .label = view.say("An organisation for its team"),
                          .hint = view.say("A team is booked whole or waits whole")},
                         {.value = "nobody", .label = view.say("Nobody: no booking is needed")}},
             .value = form.books,
             .error = problems.about("books")}),
        design::input(view, {.name = "capacity",
                             .label = {view.say("Seats (optional)"), design::Size::s},
                             .hint = view.say("Leave it empty where there is no limit"),
                             .value = form.capacity,
                             .error = problems.about("capacity"),
                             .width = 5,
                             .inputmode = "numeric"}),
        design::input(view, {.name = "per-team",
                             .label = {view.say("The most that one team may bring (optional)"),
                                       design::Size::s},
                             .value = form.per_team,
                             .error = problems.about("per-team"),
                             .width = 5,
                             .inputmode = "numeric"}),
        design::radios(
            view, {.name = "visible",
                   .legend = {view.say("Who sees it?"), design::Size::s},
                   .choices = {{.value = "public", .label = view.say("Everybody")},
                               {.value = "closed", .label = view.say("People who are signed in")},
                               {.value = "draft",
                                .label = view.say("Only those who keep it: it is a draft")}},
                   .value = form.visible,
                   .error = problems.about("visible")}));
}

}  // namespace

html::Html event_fields(const access::Context& context, const EventForm& form,
                        const Problems& problems) {
    const design::View& view = context.view;
    return html("{}{}{}{}{}", what_fields(context, form, problems),
                when_fields(view, form, problems), where_fields(view, form, problems),
                booking_fields(view, form, problems), belonging_fields(context, form, problems));
}

}  // namespace primum::events
