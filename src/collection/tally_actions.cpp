#include <algorithm>
#include <charconv>

#include "access/policy.h"
#include "collection/burden.h"
#include "collection/entering.h"
#include "collection/tally_pages.h"
#include "collection/typed.h"
#include "html/url.h"
#include "language/language.h"
#include "measures/note.h"
#include "measures/place.h"

namespace primum::collection {
namespace {

using access::Context;
using html::url;
using http::Request;
using http::Response;
using language::sentence;

constexpr std::size_t kMostElements = 20;
constexpr std::chrono::days kLateAtMost{7};  // a form that waited on a phone counts on its own day

bool may(const Context& context, const access::Policy& policy, const Place& place) {
    return measures::may(context, policy, place.here.id());
}

int number_in(const Request& request, std::string_view name, int most) {
    const std::string text = request.parameter(name).value_or("");
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp(number, 0, most);
}

std::string answer_field(std::size_t element) {
    return "element-" + std::to_string(element + 1);
}

Counting counting_at(const Request& request, const Context& context, Place place, Sheet sheet) {
    const auto readable = place.readable(context);
    const Day first = period_of(place.kept.measure.now().frequency, context.today);
    Counting counting{.place = std::move(place), .sheet = std::move(sheet)};
    const auto series = counting.place.kept.series.id;
    counting.today =
        sum_of(observations_of(context.db, readable, series, context.today, context.today));
    counting.period = sum_of(observations_of(context.db, readable, series, first, context.today));
    counting.beds = number_in(request, "beds", 200);
    counting.many = number_in(request, "many", 50);
    if (counting.beds > 0 && counting.many > 0)
        counting.draw = draw_for(series.text(), context.today, counting.beds, counting.many);
    counting.may_keep = may(context, access::policy::data_keepers, counting.place);
    counting.may_count = may(context, access::policy::data_enterers, counting.place);
    return counting;
}

/// The letters of the answers, where all are given.
std::string read_answers(const Context& context, const Sheet& sheet, Counting& counting) {
    std::string letters;
    for (std::size_t i = 0; i < sheet.elements.size(); ++i) {
        const std::string answer(context.form.text(answer_field(i)));
        counting.answers.push_back(answer);
        const bool known =
            answer == "y" || answer == "n" || (answer == "x" && sheet.elements[i].exception);
        if (known)
            letters += answer;
        else
            counting.problems.add(answer_field(i),
                                  sentence("Choose whether this was done for the patient."));
    }
    counting.reasons = context.form.text("reasons");
    const bool excepted = letters.find('x') != letters.npos;
    if (const auto fit = measures::check_note(counting.reasons); !fit)
        counting.problems.add("reasons", fit.error().sentence);
    else if (excepted && counting.reasons.empty())
        counting.problems.add("reasons", sentence("Enter the reason of the exception."));
    return letters;
}

/// The day on which the form was filled in, as the phone says, if it is not too long ago.
Day day_of(const Context& context) {
    const auto day = parse_iso_day(context.form.text("day"));
    if (!day || *day > context.today || context.today - *day > kLateAtMost) return context.today;
    return *day;
}

Response back_to(const Place& place, std::string_view done) {
    return http::see_other(url("/organisations/{}/measures/{}/tally?done={}",
                               place.here.id().text(), place.kept.series.code, done));
}

/// One element a line; "(exception)" behind those that may be left out for a reason.
std::vector<Element> elements_in(std::string_view lines) {
    std::vector<Element> elements;
    constexpr std::string_view kMark = "(exception)";
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        std::string line(lines.substr(0, end));
        lines = end == lines.npos ? std::string_view() : lines.substr(end + 1);
        const bool exception = line.ends_with(kMark);
        if (exception) line.resize(line.size() - kMark.size());
        while (!line.empty() && line.back() == ' ')
            line.pop_back();
        if (!line.empty()) elements.push_back({.words = line, .exception = exception});
    }
    return elements;
}

Choosing choosing_at(const Context& context, Place place) {
    auto offered = library_sheets(context.db, place.kept.measure, context.today);
    Choosing choosing{.place = std::move(place), .offered = std::move(offered)};
    const auto now =
        sheet_of(context.db, choosing.place.readable(context), choosing.place.kept, context.today);
    if (!now) return choosing;
    choosing.chosen = now->bundle.empty() ? "own" : now->bundle;
    if (now->bundle.empty())
        for (const Element& element : now->elements)
            choosing.own += element.words + (element.exception ? " (exception)" : "") + "\n";
    return choosing;
}

std::optional<Sheet> chosen_sheet(Choosing& choosing) {
    for (const Sheet& sheet : choosing.offered)
        if (sheet.bundle == choosing.chosen) return sheet;
    if (choosing.chosen != "own" && !choosing.offered.empty()) {
        choosing.problems.add("bundle", sentence("Choose what is tallied."));
        return {};
    }
    Sheet sheet{.elements = elements_in(choosing.own)};
    const bool long_one = std::ranges::any_of(
        sheet.elements, [](const Element& one) { return one.words.size() > 300; });
    if (sheet.elements.empty())
        choosing.problems.add("own", sentence("Enter the elements, one a line."));
    else if (sheet.elements.size() > kMostElements || long_one)
        choosing.problems.add(
            "own", sentence("Enter at most 20 elements of at most 300 characters each."));
    else
        return sheet;
    return {};
}

}  // namespace

html::Url tally_address(const Place& place) {
    return url("/organisations/{}/measures/{}/tally", place.here.id().text(),
               place.kept.series.code);
}

html::Url missed_address(const Place& place) {
    return url("/organisations/{}/measures/{}/tally/missed", place.here.id().text(),
               place.kept.series.code);
}

html::Url elements_address(const Place& place) {
    return url("/organisations/{}/measures/{}/tally/elements", place.here.id().text(),
               place.kept.series.code);
}

Response show_tally(const Request& request, Context& context) {
    auto place = place_of(request, context);
    if (!place || !is_tallied(place->kept.measure.now())) return http::not_found();
    auto sheet = sheet_of(context.db, place->readable(context), place->kept, context.today);
    if (!sheet) {
        if (may(context, access::policy::data_keepers, *place))
            return http::see_other(elements_address(*place));
        sheet = Sheet();
    }
    Counting counting = counting_at(request, context, std::move(*place), std::move(*sheet));
    counting.done = request.parameter("done").value_or("");
    return http::ok(tally_page(context, counting));
}

Response count_patient(const Request& request, Context& context) {
    auto place = place_of(request, context);
    if (!place || !context.scope.can_write(place->here.id())) return http::not_found();
    auto sheet = sheet_of(context.db, place->readable(context), place->kept, context.today);
    if (!sheet || !is_tallied(place->kept.measure.now())) return http::not_found();
    Counting counting = counting_at(request, context, std::move(*place), std::move(*sheet));
    const std::string answers = read_answers(context, counting.sheet, counting);
    if (!counting.problems.empty()) return http::unprocessable(tally_page(context, counting));
    const Kept& kept = counting.place.kept;
    const Observation observation{
        .day = day_of(context), .answers = answers, .reasons = counting.reasons};
    const auto owner = context.scope.may_write(kept.series.organisation);
    return context.save([&](store::Writer& db) {
        const auto counted = observe(db, owner, context.stamp(), kept, counting.sheet, observation,
                                     std::string(context.form.text("once")) + answers);
        if (!counted) {
            Counting again = counting;
            again.problems.add("", counted.error().sentence);
            return http::unprocessable(tally_page(context, again));
        }
        note_time(db, owner, kept.series.id, context.today,
                  static_cast<double>(time_taken(context).count()), 1);
        return back_to(counting.place, observation.met() ? "met" : "missed");
    });
}

Response take_back(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    if (!place || !context.scope.can_write(place->here.id())) return http::not_found();
    const auto owner = context.scope.may_write(place->here.id());
    return context.save([&](store::Writer& db) {
        const bool undone = undo_last(db, owner, context.stamp(), place->kept, context.today);
        return back_to(*place, undone ? "undone" : "nothing");
    });
}

Response ask_for_sheet(const Request& request, Context& context) {
    auto place = place_of(request, context);
    if (!place || !is_tallied(place->kept.measure.now())) return http::not_found();
    return http::ok(sheet_page(context, choosing_at(context, std::move(*place))));
}

Response choose_sheet(const Request& request, Context& context) {
    auto place = place_of(request, context);
    if (!place || !context.scope.can_write(place->here.id()) ||
        !is_tallied(place->kept.measure.now()))
        return http::not_found();
    Choosing choosing = choosing_at(context, std::move(*place));
    choosing.chosen = context.form.text("bundle");
    choosing.own = context.form.text("own");
    const auto sheet = chosen_sheet(choosing);
    if (!sheet) return http::unprocessable(sheet_page(context, choosing));
    const auto owner = context.scope.may_write(choosing.place.here.id());
    return context.save([&](store::Writer& db) {
        save_sheet(db, owner, context.stamp(), choosing.place.kept.series.id, *sheet);
        return back_to(choosing.place, "sheet");
    });
}

Response show_missed(const Request& request, Context& context) {
    auto place = place_of(request, context);
    if (!place || !is_tallied(place->kept.measure.now())) return http::not_found();
    MissedElements missed{.place = std::move(*place),
                          .from = context.today - std::chrono::days(364),
                          .until = context.today};
    const auto read = [&](std::string_view name, Day& day) {
        const std::string text = request.parameter(name).value_or("");
        if (text.empty()) return;
        if (const auto typed = parse_iso_day(text))
            day = *typed;
        else
            missed.problems.add(std::string(name), sentence("Enter a day as 2026-03-31."));
    };
    read("from", missed.from);
    read("until", missed.until);
    return http::ok(missed_page(context, missed));
}

}  // namespace primum::collection
