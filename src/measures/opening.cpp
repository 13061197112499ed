// Opening series of several measures, here and in units below, on one form.

#include <algorithm>
#include <span>

#include "design/button.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/links.h"
#include "design/table.h"
#include "language/language.h"
#include "library/intervention.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "measures/series_form.h"
#include "measures/setting_up_actions.h"
#include "organisations/frame.h"
#include "organisations/tree.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;
using language::sentence;
using organisations::Here;
using organisations::Organisation;

constexpr std::size_t kMostUnits = 500;
constexpr std::size_t kMostProcess = 3;

/// What may be opened: few first, then the rest.
struct Offer {
    std::vector<Measure> suggested;
    std::vector<Measure> more;
};

struct Opening {
    Offer offer;
    std::vector<Organisation> units;  ///< here first
    std::vector<Keeper> keepers;
    std::vector<std::string> measures;  ///< codes that are ticked
    std::vector<std::string> places;    ///< ids that are ticked
    SeriesForm form;
};

/// Of one intervention: an outcome, up to three processes, a balancing one.
std::vector<std::string> few_of(const std::vector<library::Item>& rows) {
    std::vector<std::string> few;
    const auto take = [&](std::string_view kind, std::size_t most) {
        for (const library::Item& row : rows)
            if (row["type"] == kind && most > 0) {
                few.push_back(row.code);
                --most;
            }
    };
    take("outcome", 1);
    take("process", kMostProcess);
    take("balancing", 1);
    return few;
}

Offer offer_for(const Chosen& chosen, const access::Context& context, const Here& here) {
    std::vector<OrganisationId> path{here.id()};
    for (const Organisation& above : here.path)
        path.push_back(above.id);
    std::vector<std::string> few;
    for (const std::string& code : chosen(context.db, path, context.today))
        if (const auto item = library::find_item(context.db, "interventions", code, context.today))
            for (std::string& row :
                 few_of(library::whole_package_of(context.db, *item, context.today).measures))
                few.push_back(std::move(row));
    Offer offer;
    for (Measure& measure : all_measures(context.db, context.scope)) {
        if (measure.status != Status::agreed) continue;
        // Somebody else's own is no measure of this organisation's.
        const bool ours =
            measure.owner == here.id() || std::ranges::find(path, measure.owner) != path.end();
        if (!ours) continue;
        const bool named = std::ranges::find(few, measure.library_code) != few.end();
        (named ? offer.suggested : offer.more).push_back(std::move(measure));
    }
    std::ranges::stable_sort(offer.suggested, {},
                             [](const Measure& one) { return one.now().kind; });
    return offer;
}

std::vector<Organisation> units_of(const access::Context& context, const Here& here) {
    std::vector<Organisation> units{here.organisation};
    const auto key = context.scope.may_read_below(here.id());
    const organisations::Wanted wanted{.day = context.today, .all_levels = true};
    for (Organisation& unit : organisations::below(context.db, key, wanted, 0, kMostUnits))
        units.push_back(std::move(unit));
    return units;
}

Html measure_choices(const design::View& view, std::string_view legend,
                     const std::vector<Measure>& measures, const Opening& opening,
                     std::string_view error, std::string_view id = "measure") {
    if (measures.empty()) return {};
    std::vector<design::Choice> choices;
    for (const Measure& measure : measures)
        choices.push_back({.value = measure.code,
                           .label = measure.name(),
                           .hint = html("{} · {} · {}", view.say(label(measure.now().kind)),
                                        view.say(label(measure.now().frequency)), measure.code)});
    return design::checkboxes(view, {.name = "measure",
                                     .legend = {legend, design::Size::s},
                                     .choices = std::move(choices),
                                     .values = opening.measures,
                                     .error = error,
                                     .small = true,
                                     .id = id});
}

Html measures_input(const design::View& view, const Opening& opening, const Problems& problems) {
    const auto error = problems.about("measure");
    if (opening.offer.suggested.empty())
        return measure_choices(view, view.say("Which measures?"), opening.offer.more, opening,
                               error);
    Html suggested = measure_choices(view, view.say("For the interventions that were chosen"),
                                     opening.offer.suggested, opening, error);
    Html more = measure_choices(view, view.say("Other measures"), opening.offer.more, opening, {},
                                "other-measure");
    if (more.empty()) return suggested;
    const bool open = std::ranges::any_of(opening.offer.more, [&](const Measure& one) {
        return std::ranges::find(opening.measures, one.code) != opening.measures.end();
    });
    return html("<p>{}</p>{}{}",
                view.say("Few measures that everybody believes are better than many: an outcome, "
                         "two or three processes, and one that would show harm elsewhere."),
                suggested,
                design::details({.summary = view.say("Other measures"), .open = open}, more));
}

Html places_input(const access::Context& context, const Here& here, const Opening& opening,
                  const Problems& problems) {
    if (opening.units.size() == 1) return design::hidden("place", here.id().text());
    const design::View& view = context.view;
    std::vector<design::Choice> choices;
    for (const Organisation& unit : opening.units) {
        const auto* kind = here.kinds.find(unit.kind);
        choices.push_back(
            {.value = unit.id.text(),
             .label = unit.name,
             .hint = kind ? design::Content(view.said(kind->singular)) : design::Content()});
    }
    return design::checkboxes(view, {.name = "place",
                                     .legend = {view.say("Where is it counted?"), design::Size::s},
                                     .hint = view.say("Each gets series of its own; what lies "
                                                      "above adds them up."),
                                     .choices = std::move(choices),
                                     .values = opening.places,
                                     .error = problems.about("place"),
                                     .small = true});
}

Html page_of(const access::Context& context, const Here& here, const Opening& opening,
             const Problems& problems) {
    const design::View& view = context.view;
    const auto back =
        html("<p>{}</p>", design::link(list_address(here.id()), view.say("Cancel and go back")));
    if (opening.offer.suggested.empty() && opening.offer.more.empty())
        return organisations::task_page(
            context, here, view.say("Set up measures"), problems,
            html("{}<p>{}</p>{}",
                 design::nothing_yet(view.say("There are no agreed measures yet.")),
                 design::link(dictionary_address(), view.say("The dictionary of measures")), back));
    return organisations::task_page(
        context, here, view.say("Set up measures"), problems,
        html("{}{}",
             design::form(
                 view, {.action = url("/organisations/{}/measures/new", here.id().text())},
                 html("{}{}{}{}", measures_input(view, opening, problems),
                      places_input(context, here, opening, problems),
                      series_inputs(view, opening.form, problems, {.keepers = opening.keepers}),
                      design::button({.label = view.say("Set up"), .once = true}))),
             back));
}

std::vector<std::string> all(const http::Form& form, std::string_view field) {
    std::vector<std::string> values;
    for (const std::string_view value : form.all(field))
        values.emplace_back(value);
    return values;
}

/// The measures that were ticked and are offered.
std::vector<Measure> ticked_measures(const Opening& opening) {
    std::vector<Measure> ticked;
    for (const auto* measures : {&opening.offer.suggested, &opening.offer.more})
        for (const Measure& measure : *measures)
            if (std::ranges::find(opening.measures, measure.code) != opening.measures.end())
                ticked.push_back(measure);
    return ticked;
}

std::vector<OrganisationId> ticked_places(const access::Context& context, const Opening& opening) {
    std::vector<OrganisationId> ticked;
    for (const Organisation& unit : opening.units)
        if (std::ranges::find(opening.places, unit.id.text()) != opening.places.end() &&
            context.scope.can_write(unit.id))
            ticked.push_back(unit.id);
    return ticked;
}

}  // namespace

http::Response ask_for_series(const Chosen& chosen, const http::Request& request,
                              access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    Opening opening{
        .offer = offer_for(chosen, context, *here),
        .units = units_of(context, *here),
        .keepers = keepers_of(context.db, context.scope.may_read(here->id()), context.today),
        .measures = {},
        .places = {},
        .form = {}};
    opening.form.starts = organisations::TypedDay::of(period_of(Frequency::month, context.today));
    if (opening.units.size() == 1) opening.places.emplace_back(here->id().text());
    return http::ok(page_of(context, *here, opening, {}));
}

http::Response open_chosen(const Chosen& chosen, const http::Request& request,
                           access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const Opening opening{
        .offer = offer_for(chosen, context, *here),
        .units = units_of(context, *here),
        .keepers = keepers_of(context.db, context.scope.may_read(here->id()), context.today),
        .measures = all(context.form, "measure"),
        .places = all(context.form, "place"),
        .form = SeriesForm::from_request(context.form)};
    const auto measures = ticked_measures(opening);
    const auto places = ticked_places(context, opening);
    Problems problems;
    if (measures.empty()) problems.add("measure", sentence("Tick at least one measure."));
    if (places.empty()) problems.add("place", sentence("Tick at least one place."));
    const Series like = check_series({}, opening.form, opening.keepers, problems);
    const auto again = [&] {
        return http::unprocessable(page_of(context, *here, opening, problems));
    };
    if (!problems.empty()) return again();
    return context.save([&](store::Writer& db) {
        std::size_t opened = 0;
        for (const OrganisationId& place : places)
            for (const Measure& measure : measures) {
                const auto key = context.scope.may_write(place);
                if (find_series_by_code(db, key, series_code(measure.code, ""))) continue;
                open_series(db, key, context.stamp(), measure, like);
                ++opened;
            }
        if (opened > 0)
            return http::see_other(
                url("/organisations/{}/measures?opened={}", here->id().text(), opened));
        problems.add("measure", sentence("All of these are kept there already: tick others."));
        return again();
    });
}

}  // namespace primum::measures
