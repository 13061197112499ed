// Which measures a board shows, in what order.

#include <algorithm>
#include <charconv>

#include "boards/actions.h"
#include "boards/address.h"
#include "boards/frame.h"
#include "boards/sums.h"
#include "design/input.h"
#include "measures/dictionary.h"

namespace primum::boards {
namespace {

constexpr int kMostPlaces = 99;

/// A measure that could stand on the board, and the place that was typed for it.
struct Place {
    measures::Measure measure;
    std::string typed;
};

/// What the organisation has, and what reports below it.
std::vector<Place> places_of(const access::Context& context, const OrganisationId& organisation) {
    const auto key = context.scope.may_read(organisation);
    std::vector<measures::MeasureId> ids = chosen_measures(context.db, key);
    const std::size_t chosen = ids.size();
    const auto add = [&](const measures::MeasureId& id) {
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    for (const measures::Series& series : measures::series_of(context.db, key))
        add(series.measure);
    for (const auto& id : measures_below(context.db, key))
        add(id);
    std::vector<Place> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (auto measure = measures::find_measure(context.db, ids[i]))
            places.push_back(
                {std::move(*measure), i < chosen ? std::to_string(i + 1) : std::string()});
    return places;
}

std::string field_of(const Place& place) {
    return "place-" + place.measure.code;
}

Valid<std::vector<measures::MeasureId>> check(const std::vector<Place>& places) {
    Problems problems;
    std::vector<std::pair<int, measures::MeasureId>> chosen;
    for (const Place& place : places) {
        if (place.typed.empty()) continue;
        int number = 0;
        const char* end = place.typed.data() + place.typed.size();
        const auto [read, error] = std::from_chars(place.typed.data(), end, number);
        if (error != std::errc() || read != end || number < 1 || number > kMostPlaces)
            problems.add(field_of(place),
                         "Enter its place as a whole number from 1 to 99, or leave it empty.");
        chosen.emplace_back(number, place.measure.id);
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    std::ranges::stable_sort(chosen, {}, [](const auto& one) { return one.first; });
    std::vector<measures::MeasureId> ids;
    for (const auto& [number, id] : chosen)
        ids.push_back(id);
    return ids;
}

html::Html form_page(const access::Context& context, const organisations::Here& here,
                     const std::vector<Place>& places, const Problems& problems) {
    const design::View& view = context.view;
    html::Html fields;
    for (const Place& place : places)
        fields += design::input(view, {.name = field_of(place),
                                       .label = place.measure.name(),
                                       .value = place.typed,
                                       .error = problems.about(field_of(place)),
                                       .width = 2,
                                       .inputmode = "numeric"});
    return settling_page(
        context, here,
        {.title = view.say("Choose the measures of this board"),
         .why = view.say(
             "Give each measure that the board should see a place: 1 comes first. Measures "
             "without a place are left out. With no place at all the board shows what "
             "there is: the organisation’s own series, then sums of what lies below."),
         .fields = std::move(fields),
         .action = settings_address(here.id())},
        problems);
}

}  // namespace

http::Response ask_for_measures(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    return http::ok(form_page(context, *here, places_of(context, here->id()), {}));
}

http::Response choose_measures(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    auto places = places_of(context, here->id());
    for (Place& place : places)
        place.typed = context.form.text(field_of(place));
    const auto chosen = check(places);
    if (!chosen) return http::unprocessable(form_page(context, *here, places, chosen.error()));
    return context.save([&](store::Writer& db) {
        save_chosen(db, context.scope.may_write(here->id()), context.stamp(), *chosen);
        return http::see_other(
            html::url("/organisations/{}/board?done=measures", here->id().text()));
    });
}

}  // namespace primum::boards
