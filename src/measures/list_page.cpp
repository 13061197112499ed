// The series of an organisation, those that need attention first.

#include "chart/icons.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "measures/place.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;

/// A series, ready for its row.
struct Row {
    Line line;
    std::shared_ptr<const Drawn> drawn;
    Frequency frequency;
};

Row row_of(const Around& around, const access::Context& context, Line line) {
    const auto measure = find_measure(context.db, line.series.measure).value();
    const auto key = context.scope.may_read(line.series.organisation);
    auto drawn = around.charts.find(line.series.id, line.series.revision);
    if (!drawn) drawn = around.charts.of(material_of(context.db, key, measure, line.series));
    return {std::move(line), std::move(drawn), measure.now().frequency};
}

std::string name_of(const Line& line) {
    return line.series.stratum.empty() ? line.measure_name
                                       : line.measure_name + ", " + line.series.stratum;
}

std::string limits_of(const Row& row) {
    const Reading& reading = row.line.reading;
    if (!reading.lower && !reading.upper) return "–";
    return row.drawn->number(reading.lower) + " – " + row.drawn->number(reading.upper);
}

std::string latest_of(const Row& row) {
    const Reading& reading = row.line.reading;
    if (!reading.latest) return "–";
    return row.drawn->number(reading.value) + ", " + spoken_period(row.frequency, *reading.latest);
}

Html table_of(const design::View& view, const std::vector<Row>& rows) {
    design::TableWriter table({.caption = view.say("All measures, by what they say"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Measure")},
                                           {.heading = view.say("Variation")},
                                           {.heading = view.say("Assurance")},
                                           {.heading = view.say("Latest")},
                                           {.heading = view.say("Target"), .numeric = true},
                                           {.heading = view.say("Centre"), .numeric = true},
                                           {.heading = view.say("Limits"), .numeric = true},
                                           {.heading = view.say("Course")}},
                               .first_cell_is_heading = true,
                               .compact = true,
                               .classes = "pr-icon-table"});
    for (const Row& row : rows) {
        const Reading& reading = row.line.reading;
        const std::string name = name_of(row.line);
        table.row(design::link(series_address(row.line.series), name),
                  chart::icon(reading.variation), chart::icon(reading.assurance), latest_of(row),
                  row.drawn->number(reading.target), row.drawn->number(reading.centre),
                  limits_of(row), sparkline(*row.drawn, name));
    }
    return std::move(table).done();
}

Html doors_of(const Around& around, const access::Context& context,
              const organisations::Here& here) {
    Html items;
    for (const Door& door : around.neighbours.doors)
        if (const Html way = door(context, here); !way.empty()) items.append("<li>{}</li>", way);
    if (items.empty()) return {};
    return html(R"(<nav class="pr-doors" aria-label="{}"><ul>{}</ul></nav>)",
                context.view.say("Pages about this organisation’s data"), items);
}

}  // namespace

http::Response show_list(const Around& around, const http::Request& request,
                         access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    std::vector<Row> rows;
    for (Line& line : lines_of(context.db, context.scope.may_read(here->id())))
        rows.push_back(row_of(around, context, std::move(line)));
    const Html list = rows.empty()
                          ? design::nothing_yet(view.say("No measures have been set up here yet."))
                          : table_of(view, rows);
    return http::ok(design::page(
        view, {.title = view.say("Measures"), .breadcrumb = crumbs(context, *here)},
        html("{}{}{}", design::page_heading(view.say("Measures"), here->organisation.name),
             doors_of(around, context, *here), list)));
}

}  // namespace primum::measures
