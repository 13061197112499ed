// One measure at everything that lies below an organisation, or in the parts of its patients: small
// charts on one scale, those that need attention first.

#include <algorithm>
#include <charconv>
#include <optional>

#include "boards/actions.h"
#include "boards/address.h"
#include "boards/frame.h"
#include "chart/sparkline.h"
#include "design/callouts.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/pagination.h"
#include "design/table.h"
#include "measures/dictionary.h"
#include "measures/parts.h"

namespace primum::boards {
namespace {

using html::html;
using html::url;

constexpr std::size_t kOnAPage = 24;

/// The measure that series of this code are of, in whatever stratum: what lies below may keep it
/// although the organisation does not.
std::optional<measures::Measure> measure_of(const access::Context& context, std::string_view code) {
    const auto whole = code.substr(0, code.find('.'));
    for (measures::Measure& measure : measures::all_measures(context.db, context.scope))
        if (measures::series_code(measure.code, "") == whole) return std::move(measure);
    return {};
}

struct Unit {
    measures::Line line;
    std::optional<measures::Drawn> drawn;  ///< absent of a part that whoever asks does not see

    std::string name() const {
        return line.series.stratum.empty() ? line.organisation_name
                                           : line.organisation_name + ", " + line.series.stratum;
    }
};

std::size_t count_below(const access::Context& context, const store::ReadableTree& tree,
                        const measures::MeasureId& measure) {
    const auto read = [](const store::Row& row) { return row.get<std::size_t>(0); };
    return context.db
        .one(read, R"sql(
        SELECT COUNT(*)
          FROM organisation_closure c
          JOIN series s ON s.organisation_id = c.descendant_id AND s.measure_id = $2
         WHERE c.ancestor_id = $1 AND c.valid_from <= $3 AND c.valid_to >= $3
    )sql",
             tree, measure, context.today)
        .value_or(0);
}

std::vector<Unit> units_of(const access::Context& context, const store::ReadableTree& tree,
                           const measures::Measure& measure, std::size_t page) {
    std::vector<Unit> units;
    for (measures::Line& line : measures::lines_below(context.db, tree, measure.id, context.today,
                                                      (page - 1) * kOnAPage, kOnAPage)) {
        Unit unit{std::move(line), {}};
        const auto key = context.scope.may_read(unit.line.series.organisation);
        if (!measures::is_hidden_part(context, measure, unit.line.series))
            unit.drawn =
                measures::draw(measures::material_of(context.db, key, measure, unit.line.series));
        units.push_back(std::move(unit));
    }
    return units;
}

html::Html card(const design::View& view, const Unit& unit, const chart::Extent& values) {
    if (!unit.drawn)
        return html(
            R"(<li class="pr-unit-card"><h2 class="nhsuk-heading-xs">{}</h2><p class="pr-quiet">{}</p></li>)",
            unit.name(), view.say(measures::hidden_part_words()));
    return html(
        R"(<li class="pr-unit-card"><h2 class="nhsuk-heading-xs">{}</h2>{}<p>{} {}</p><p class="pr-quiet">{}</p></li>)",
        design::link(measures::series_address(unit.line.series), unit.name()),
        chart::small_multiple(unit.drawn->chart, view.say("{}, the latest points", unit.name()),
                              values),
        verdict(view, unit.line.reading.variation), verdict(view, unit.line.reading.assurance),
        unit.drawn->study ? std::string_view(unit.drawn->sentence)
                          : view.say("There is no number yet."));
}

html::Html cards(const design::View& view, const std::vector<Unit>& units) {
    if (units.empty())
        return design::nothing_yet(view.say("Nothing here or below keeps this measure."));
    // All charts of a page stand on one scale, so that their heights can be compared.
    chart::Extent values;
    const measures::Drawn* first = nullptr;
    for (const Unit& unit : units) {
        if (!unit.drawn) continue;
        if (first == nullptr) first = &*unit.drawn;
        const auto extent = chart::extent_of(unit.drawn->chart);
        if (extent.empty()) continue;
        values.include(extent.from);
        values.include(extent.to);
    }
    html::Html cards;
    for (const Unit& unit : units)
        cards += card(view, unit, values);
    const html::Html list = html(R"(<ul class="pr-unit-cards">{}</ul>)", cards);
    if (first == nullptr) return list;
    const auto end = [&](double value) {
        return chart::number(values.empty() ? 0 : value, first->format);
    };
    // "100%" says its unit itself.
    const bool percent = first->format.style == chart::NumberStyle::proportion;
    return html(R"(<p class="pr-quiet">{}</p>{})",
                view.say("Every chart on this page goes from {} to {}.", end(values.from),
                         end(values.to) + (percent ? "" : " " + first->chart.unit)),
                list);
}

std::string number_of(const design::View& view, std::int64_t count) {
    return view.words->count(count, "{} series, those that need attention first.",
                             "{} series, those that need attention first.");
}

}  // namespace

http::Response show_units(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const auto measure = measure_of(context, request.part("series"));
    if (!measure) return http::not_found();
    const design::View& view = context.view;
    const auto tree = context.scope.may_read_below(here->id());
    const std::size_t count = count_below(context, tree, measure->id);
    const std::size_t pages = std::max<std::size_t>(1, (count + kOnAPage - 1) / kOnAPage);
    std::size_t page = 1;
    const std::string typed = request.parameter("page").value_or("1");
    std::from_chars(typed.data(), typed.data() + typed.size(), page);
    if (page < 1 || page > pages) page = 1;

    const html::Html list = cards(view, units_of(context, tree, *measure, page));
    auto way = crumbs(context, *here, true);
    return http::ok(design::page(
        view,
        {.title = pages > 1 ? view.say("{}, unit by unit, page {}", measure->name(), page)
                            : view.say("{}, unit by unit", measure->name()),
         .breadcrumb = std::move(way)},
        html(R"({}<p>{}</p><p>{}</p>{}{})",
             design::page_heading(measure->name(), here->organisation.name),
             number_of(view, static_cast<std::int64_t>(count)),
             view.say("Places differ in whom they care for: look at how each changes, not at who "
                      "stands higher."),
             list,
             design::pagination(view,
                                {.current = page, .count = pages, .where = [&](std::size_t other) {
                                     return url("/organisations/{}/measures/{}/units?page={}",
                                                here->id().text(),
                                                measures::series_code(measure->code, ""), other);
                                 }}))));
}

}  // namespace primum::boards
