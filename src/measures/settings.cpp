// How a series is kept from now on, and its end.

#include "design/button.h"
#include "design/callouts.h"
#include "design/form.h"
#include "design/links.h"
#include "language/language.h"
#include "measures/address.h"
#include "measures/advice.h"
#include "measures/place.h"
#include "measures/point.h"
#include "measures/saving.h"
#include "measures/series_form.h"
#include "measures/setting_up_actions.h"
#include "organisations/frame.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;
using language::sentence;

/// Of this series alone: how many points, and how much is counted in one.
Experience experience_of(const access::Context& context, const Place& place) {
    Experience experience{.series = 1};
    double sum = 0;
    for (const Point& point :
         points_of(context.db, context.scope.may_read(place.here.id()), place.series.id))
        if (point.counts()) {
            ++experience.points;
            sum += *point.said.numerator;
        }
    if (experience.points > 0) experience.mean = sum / static_cast<double>(experience.points);
    return experience;
}

Html advice(const access::Context& context, const Place& place) {
    Definition says = place.measure.now();
    says.chart = place.series.chart.value_or(says.chart);
    Html lines;
    for (const char* line : advice_on(says, experience_of(context, place)))
        lines.append("<p>{}</p>", context.view.say(line));
    return lines.empty() ? Html() : design::inset_text(context.view, lines);
}

Html page_of(const access::Context& context, const Place& place, const std::vector<Keeper>& keepers,
             const SeriesForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const auto where =
        url("/organisations/{}/measures/{}/settings", place.here.id().text(), place.series.code);
    return organisations::task_page(
        context, place.here, view.say("Settings of “{}”", place.name()), problems,
        html("{}{}<p>{}</p>", advice(context, place),
             design::form(view, {.action = where},
                          html("{}{}{}", design::hidden("rev", std::to_string(form.rev)),
                               series_inputs(view, form, problems,
                                             {.keepers = keepers,
                                              .may_end = true,
                                              .chart = place.measure.now().chart}),
                               design::button({.label = view.say("Save"), .once = true}))),
             design::link(series_address(place.series), view.say("Cancel and go back"))));
}

Problems overtaken() {
    Problems problems;
    problems.add("", sentence("Somebody else has changed this series since you opened the form. "
                              "Check what you entered and send it again."));
    return problems;
}

void check_points(const access::Context& context, const Place& place, const Series& after,
                  Problems& problems) {
    const auto points =
        points_of(context.db, context.scope.may_read(place.here.id()), place.series.id);
    const Frequency frequency = place.measure.now().frequency;
    if (!points.empty() && points.front().said.period < period_of(frequency, after.starts))
        problems.add("starts-day", sentence("Enter a day that is not after the first number that "
                                            "has been entered."));
    if (!points.empty() && after.ends && points.back().said.period > *after.ends)
        problems.add("ends-day", sentence("Enter a day that is not before the last number that has "
                                          "been entered."));
}

void check_chart(const Place& place, const Series& after, Problems& problems) {
    if (!after.chart) return;
    Definition says = place.measure.now();
    says.chart = *after.chart;
    Problems wrong;
    check_definition(says, wrong);
    if (!wrong.empty())
        problems.add("chart", sentence("Choose a chart that fits the definition: shares and rates "
                                       "need a denominator, counts and t charts have none."));
}

}  // namespace

http::Response ask_for_settings(const http::Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const auto key = context.scope.may_read(place->here.id());
    return http::ok(page_of(context, *place, keepers_of(context.db, key, context.today),
                            SeriesForm::of(place->series), {}));
}

http::Response save_settings(const http::Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place || !context.scope.can_write(place->here.id())) return http::not_found();
    const auto owner = context.scope.may_write(place->here.id());
    const auto keepers = keepers_of(context.db, owner, context.today);
    auto form = SeriesForm::from_request(context.form);
    if (form.rev != place->series.rev) {
        form.rev = place->series.rev;  // who sends it again has seen that it was changed
        return http::page(http::Status::conflict,
                          page_of(context, *place, keepers, form, overtaken()));
    }
    Problems problems;
    const Series after = check_series(place->series, form, keepers, problems);
    check_chart(*place, after, problems);
    check_points(context, *place, after, problems);
    if (!problems.empty())
        return http::unprocessable(page_of(context, *place, keepers, form, problems));
    return context.save([&](store::Writer& db) {
        if (!save_series(db, owner, context.stamp(), place->series, after))
            return http::page(http::Status::conflict,
                              page_of(context, *place, keepers, form, overtaken()));
        refresh_reading(db, owner, context.stamp(),
                        find_series(db, owner, place->series.id).value(), context.today);
        return http::see_other(series_address(place->series, "settings"));
    });
}

}  // namespace primum::measures
