// The series of an organisation, those that need attention first.

#include <algorithm>
#include <charconv>

#include "chart/icons.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/table.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "measures/parts.h"
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

/// Nothing where whoever asks does not see it.
std::optional<Row> row_of(const Around& around, const access::Context& context, Line line) {
    const auto measure = find_measure(context.db, line.series.measure).value();
    if (is_hidden_part(context, measure, line.series)) return {};
    const auto key = context.scope.may_read(line.series.organisation);
    auto drawn = around.charts.find(line.series.id, line.series.revision);
    if (!drawn) drawn = around.charts.of(material_of(context.db, key, measure, line.series));
    return Row{std::move(line), std::move(drawn), measure.now().frequency};
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

/// What a list may be narrowed to.
struct Filter {
    std::string_view word;  ///< in the address; empty is all
    const char* label;
    std::vector<datasets::Standing> shows;

    bool lets(const Row& row) const {
        return shows.empty() || std::ranges::find(shows, row.line.reading.standing) != shows.end();
    }
};

const std::vector<Filter>& filters() {
    using enum datasets::Standing;
    static const std::vector<Filter> all = {
        {"", language::sentence("All"), {}},
        {"concern", language::sentence("Concern"), {concern_and_fail, concern}},
        {"target", language::sentence("Will not reach its target"), {concern_and_fail, fail}},
        {"improvement", language::sentence("Improvement"), {improvement}},
        {"ordinary", language::sentence("Ordinary variation"), {common}}};
    return all;
}

const Filter& chosen(const http::Request& request) {
    const std::string show = request.parameter("show").value_or("");
    for (const Filter& filter : filters())
        if (filter.word == show) return filter;
    return filters().front();
}

/// Each filter with how many it shows.
Html filters_of(const design::View& view, const organisations::Here& here,
                const std::vector<Row>& rows, const Filter& current) {
    Html items;
    for (const Filter& filter : filters()) {
        const auto count =
            std::ranges::count_if(rows, [&](const Row& row) { return filter.lets(row); });
        const std::string words = view.say("{} ({})", view.say(filter.label), count);
        if (&filter == &current)
            items.append(R"(<li aria-current="page">{}</li>)", words);
        else if (count > 0)
            items.append("<li>{}</li>", design::link(html::url("/organisations/{}/measures?show={}",
                                                               here.id().text(), filter.word),
                                                     words));
    }
    return html(R"(<nav class="pr-doors" aria-label="{}"><ul>{}</ul></nav>)",
                view.say("Which measures"), items);
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

Html opened_banner(const design::View& view, const http::Request& request) {
    const auto text = request.parameter("opened").value_or("");
    std::int64_t opened = 0;
    std::from_chars(text.data(), text.data() + text.size(), opened);
    if (opened < 1) return {};
    return design::notification_banner(
        view,
        {.notice = design::Notice::success,
         .heading = view.words->count(opened, "{} series is set up.", "{} series are set up.")});
}

}  // namespace

http::Response show_list(const Around& around, const http::Request& request,
                         access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    std::vector<Row> rows;
    for (Line& line : lines_of(context.db, context.scope.may_read(here->id())))
        if (auto row = row_of(around, context, std::move(line))) rows.push_back(std::move(*row));
    const Filter& filter = chosen(request);
    Html list;
    if (rows.empty()) {
        list = design::nothing_yet(view.say("No measures have been set up here yet."));
    } else {
        list = filters_of(view, *here, rows, filter);
        std::erase_if(rows, [&](const Row& row) { return !filter.lets(row); });
        list += table_of(view, rows);
    }
    return http::ok(
        design::page(view, {.title = view.say("Measures"), .breadcrumb = crumbs(context, *here)},
                     html("{}{}{}{}", opened_banner(view, request),
                          design::page_heading(view.say("Measures"), here->organisation.name),
                          doors_of(around, context, *here), list)));
}

}  // namespace primum::measures
