// One series: what it says, its chart, and all that it is made of.

#include "design/button.h"
#include "design/heading.h"
#include "design/notification_banner.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/point_form.h"
#include "measures/series_view.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;

/// What has just happened, from ?done=…; nothing where it is no word of ours.
Html news(const http::Request& request, const design::View& view) {
    const std::string done = request.parameter("done").value_or("");
    std::string_view what;
    if (done == "saved") what = view.say("Saved. This is the chart with your number.");
    if (done == "excluded") what = view.say("The point takes no part any more.");
    if (done == "included") what = view.say("The point counts again.");
    if (done == "removed") what = view.say("The point has been taken away.");
    if (done == "phase") what = view.say("A new phase has begun.");
    if (done == "baseline") what = view.say("The lines are fixed.");
    if (done == "withdrawn") what = view.say("The decision has been withdrawn.");
    if (done == "target") what = view.say("The target has been set.");
    if (what.empty()) return {};
    return design::notification_banner(
        view, {.notice = design::Notice::success, .heading = what, .body = {}});
}

Html enter_button(const design::View& view, const SeriesView& series) {
    if (!series.may_enter) return {};
    return design::button({.label = series.frequency() == Frequency::event
                                        ? view.say("Enter an event")
                                        : view.say("Enter a number"),
                           .where = new_point_address(series.place.series)});
}

}  // namespace

http::Response show_series(const Around& around, const http::Request& request,
                           access::Context& context) {
    auto place = place_of(request, context);
    if (!place) return http::not_found();
    const design::View& view = context.view;
    const auto key = context.scope.may_read(place->here.id());
    SeriesView series{.place = *place,
                      .material = material_of(context.db, key, place->measure, place->series),
                      .drawn = {},
                      .revisions = revisions_of(context.db, key, place->series.id),
                      .may_enter = may(context, access::policy::data_enterers, place->here.id()),
                      .may_decide = may(context, access::policy::data_keepers, place->here.id())};
    series.drawn = around.charts.of(series.material);
    series.missing = missing_periods(series.material, context.today);
    if (series.frequency() == Frequency::event && !series.material.points.empty())
        series.days_since = (context.today - series.material.points.back().said.period).count();
    Html panels;
    for (const Panel& panel : around.neighbours.panels)
        panels += panel(context, place->here, series.material);
    return http::ok(design::page(
        view, {.title = place->name(), .breadcrumb = crumbs(context, *place, false)},
        html("{}{}{}{}{}{}{}{}{}{}{}{}", news(request, view),
             design::page_heading(place->name(), place->here.organisation.name),
             headline(view, series), enter_button(view, series), signals_section(view, series),
             new_lines_section(view, series), panels, missing_section(view, series),
             points_section(view, series), recipe_section(view, series),
             history_section(view, series), downloads_section(view, series))));
}

}  // namespace primum::measures
