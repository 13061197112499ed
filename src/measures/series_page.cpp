// One series: what it says, its chart, and all that it is made of.

#include "chart/icons.h"
#include "design/heading.h"
#include "design/page.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/place.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;

Html verdict_of(const design::View& view, const Drawn& drawn) {
    const spc::Analysis& analysis = drawn.study->analyses[0];
    Html items = html("<li>{} {}</li>", chart::icon(analysis.variation, 48),
                      view.said(std::string(chart::name_of(analysis.variation))));
    if (analysis.assurance != spc::Assurance::none)
        items.append("<li>{} {}</li>", chart::icon(analysis.assurance, 48),
                     view.said(std::string(chart::name_of(analysis.assurance))));
    return html(R"(<ul class="pr-verdict">{}</ul>)", items);
}

Html figure_of(const design::View& view, const Drawn& drawn) {
    return html(R"(
<figure class="pr-chart" aria-labelledby="headline">
<p class="nhsuk-body-l" id="headline">{}</p>
{}{}
</figure>
{})",
                drawn.sentence, drawn.key, drawn.picture, verdict_of(view, drawn));
}

}  // namespace

http::Response show_series(const Around& around, const http::Request& request,
                           access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const design::View& view = context.view;
    const auto key = context.scope.may_read(place->here.id());
    const Material material = material_of(context.db, key, place->measure, place->series);
    const auto drawn = around.charts.of(material);
    Html panels;
    for (const Panel& panel : around.neighbours.panels)
        panels += panel(context, place->here, material);
    const Html chart = drawn->study ? figure_of(view, *drawn)
                                    : html("<p>{}</p>", view.said(drawn->study.error().sentence));
    return http::ok(design::page(
        view, {.title = place->name(), .breadcrumb = crumbs(context, *place, false)},
        html("{}{}{}", design::page_heading(place->name(), place->here.organisation.name), chart,
             panels)));
}

}  // namespace primum::measures
