#include <algorithm>

#include "collection/entering.h"
#include "collection/grid.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/select.h"
#include "design/table.h"
#include "design/textarea.h"
#include "html/url.h"
#include "measures/address.h"
#include "measures/place.h"
#include "measures/typed_number.h"

namespace primum::collection {
namespace {

using html::html;
using html::url;

std::string value_in(const Grid& grid, const GridRow& row, Day period, bool denominator,
                     const std::string& name) {
    if (const auto typed = grid.typed.find(name); typed != grid.typed.end()) return typed->second;
    const auto found = row.points.find(period);
    if (found == row.points.end()) return {};
    const measures::Said& said = found->second.said;
    if (!said.numerator) return denominator ? "" : "n/a";
    return measures::in_form(denominator ? said.denominator : said.numerator);
}

/// A cell names itself for those who do not see the table: its row, its period, what it counts.
html::Html cell(const access::Context& context, const Grid& grid, const GridRow& row, Day period,
                bool denominator) {
    const auto& says = row.kept.on(period);
    const std::string name = cell_name(row, grid.frequency, period, denominator);
    const std::string label =
        context.view.say("{}, {}: {}", row.name, spoken_period(grid.frequency, period),
                         denominator ? says.denominator : says.numerator);
    const auto error = grid.problems.about(name);
    return html(R"(<input class="nhsuk-input{}" id="{}" name="{}" value="{}" type="text"
                   inputmode="decimal" autocomplete="off" aria-label="{}" aria-invalid="{}">)",
                error.empty() ? "" : " nhsuk-input--error", name, name,
                value_in(grid, row, period, denominator, name), label,
                design::unless_empty(error.empty() ? "" : "true"));
}

html::Html cells_of(const access::Context& context, const Grid& grid, const GridRow& row) {
    html::Html cells;
    for (const Day period : grid.periods) {
        const bool divides = row.kept.on(period).divides();
        cells += html("<td>{}</td>", cell(context, grid, row, period, false));
        if (grid.divides)
            cells += divides ? html("<td>{}</td>", cell(context, grid, row, period, true))
                             : html("<td></td>");
    }
    return cells;
}

/// What two cells of a period are: the definition's words where it is one measure.
html::Html second_heading(const design::View& view, const Grid& grid) {
    if (!grid.divides) return {};
    html::Html cells;
    for (std::size_t i = 0; i < grid.periods.size(); ++i)
        cells +=
            html(R"(<th scope="col">{}</th><th scope="col">{}</th>)",
                 grid.measure ? grid.measure->now().numerator : std::string(view.say("Number")),
                 grid.measure ? grid.measure->now().denominator : std::string(view.say("Out of")));
    return html("<tr><td></td>{}</tr>", cells);
}

html::Html table(const access::Context& context, const Grid& grid) {
    const design::View& view = context.view;
    html::Html head;
    for (const Day period : grid.periods)
        head += html(R"(<th scope="colgroup" colspan="{}">{}</th>)", grid.divides ? 2 : 1,
                     spoken_period(grid.frequency, period));
    html::Html rows;
    for (const GridRow& row : grid.rows)
        rows +=
            html(R"(<tr><th scope="row">{}</th>{}</tr>)", row.name, cells_of(context, grid, row));
    return html(R"(<div class="pr-grid" tabindex="0" role="region" aria-label="{}">
        <table data-grid=""><caption class="nhsuk-u-visually-hidden">{}</caption>
        <thead><tr><td></td>{}</tr>{}</thead><tbody>{}</tbody></table></div>)",
                view.say("Grid of numbers"), view.say("Grid of numbers"), head,
                second_heading(view, grid), rows);
}

html::Html remembered(const access::Context& context, const Grid& grid) {
    return html("{}{}{}{}{}", design::hidden("measure", grid.measure ? grid.measure->code : ""),
                design::hidden("every", name(grid.frequency)),
                design::hidden("until", iso_period(grid.frequency, grid.periods.back())),
                design::hidden("periods", std::to_string(grid.periods.size())),
                opened_field(context));
}

html::Url address(const Grid& grid) {
    return url("/organisations/{}/measures/grid", grid.here.id().text());
}

html::Html choice(const access::Context& context, const Grid& grid) {
    const design::View& view = context.view;
    std::vector<design::Option> measures = {
        {.value = "", .label = view.say("All measures of {}", grid.here.organisation.name)}};
    for (const measures::Measure& measure : grid.choices)
        measures.push_back({.value = measure.code, .label = measure.name()});
    return design::search_form(
        {.action = address(grid), .classes = "pr-choice"},
        html(R"(<div class="pr-due__fields">{}{}{}</div>{})",
             design::select(view, {.name = "measure",
                                   .label = view.say("Measure"),
                                   .options = measures,
                                   .value = grid.measure ? grid.measure->code : ""}),
             design::input(view, {.name = "until",
                                  .label = view.say("Up to"),
                                  .value = iso_period(grid.frequency, grid.periods.back()),
                                  .width = 10}),
             design::input(view, {.name = "periods",
                                  .label = view.say("How many periods"),
                                  .value = std::to_string(grid.periods.size()),
                                  .width = 3,
                                  .inputmode = "numeric"}),
             design::button({.label = view.say("Show"), .look = design::ButtonLook::secondary})));
}

html::Html paste(const access::Context& context, const Grid& grid) {
    const design::View& view = context.view;
    return design::form(
        view, {.action = address(grid), .id = "paste"},
        html("{}{}{}", remembered(context, grid),
             design::textarea(
                 view,
                 {.name = "block",
                  .label = {view.say("Paste from a spreadsheet"), design::Size::s},
                  .hint = view.say("With the names of rows and periods, or the numbers alone in "
                                   "the order of the grid. 1,234 and 1 234 are read; n/a means "
                                   "that there is no number. You see the grid filled in before "
                                   "anything is saved."),
                  .value = grid.block,
                  .error = grid.problems.about("block"),
                  .rows = 4}),
             design::button({.label = view.say("Fill in the grid"),
                             .look = design::ButtonLook::secondary,
                             .name = "fill",
                             .value = "1"})));
}

html::Html news(const design::View& view, const Grid& grid) {
    if (grid.filled) {
        html::Html body;
        for (std::size_t i = 0; i < std::min<std::size_t>(grid.lost.size(), 10); ++i)
            body += html("<p>{}</p>",
                         view.say("{} is not in the grid: it was left out.", grid.lost[i]));
        if (grid.outside > 0)
            body += html("<p>{}</p>",
                         view.words->count(static_cast<std::int64_t>(grid.outside),
                                           "One cell lies outside the grid: it was left out.",
                                           "{} cells lie outside the grid: they were left out."));
        return design::notification_banner(
            view,
            {.heading = view.say("The grid is filled in. Check it, then save it."), .body = body});
    }
    if (grid.saved == 0 && grid.taken == 0) return {};
    html::Html body;
    if (grid.taken > 0)
        body = html("<p>{}</p>",
                    view.words->count(static_cast<std::int64_t>(grid.taken),
                                      "One number was not saved: somebody has changed it while "
                                      "you had the grid open. It is shown as it is now.",
                                      "{} numbers were not saved: somebody has changed them while "
                                      "you had the grid open. They are shown as they are now."));
    return design::notification_banner(
        view, {.notice = design::Notice::success,
               .heading = view.words->count(static_cast<std::int64_t>(grid.saved),
                                            "One number is saved.", "{} numbers are saved."),
               .body = body});
}

html::Html ways(const access::Context& context, const Grid& grid) {
    const design::View& view = context.view;
    html::Html items;
    if (grid.periods.size() > 1)
        items += html(
            "<li>{}</li>",
            design::link(url("/organisations/{}/measures/grid?measure={}&every={}"
                             "&until={}&periods=1",
                             grid.here.id().text(), grid.measure ? grid.measure->code : "",
                             name(grid.frequency), iso_period(grid.frequency, grid.periods.back())),
                         view.say("One period on one page: {}",
                                  spoken_period(grid.frequency, grid.periods.back()))));
    return html(R"(<nav class="pr-doors"><ul>{}<li>{}</li></ul></nav>)", items,
                design::link(measures::list_address(grid.here.id()), view.say("All measures")));
}

html::Html form(const access::Context& context, const Grid& grid) {
    const design::View& view = context.view;
    if (grid.rows.empty())
        return design::nothing_yet(
            view.say("No series of this measure and rhythm is kept here. Choose another measure."));
    html::Html left_out;
    if (grid.left_out > 0)
        left_out =
            html("<p>{}</p>",
                 view.say("{} more rows do not fit: show fewer periods at once.", grid.left_out));
    return html(
        "{}{}{}", paste(context, grid),
        design::form(
            view, {.action = address(grid)},
            html("{}{}{}{}", remembered(context, grid), table(context, grid),
                 html("<p>{}</p>", view.say("An empty cell changes nothing. All changes are "
                                            "saved together, or none.")),
                 design::button({.label = view.say("Save the grid"), .once = true}))),
        left_out);
}

}  // namespace

html::Html grid_page(const access::Context& context, const Grid& grid) {
    const design::View& view = context.view;
    const std::string title =
        grid.periods.size() == 1
            ? view.say("Numbers of {}", spoken_period(grid.frequency, grid.periods.front()))
            : std::string(view.say("Grid of numbers"));
    html::Html main = design::error_summary(view, grid.problems);
    main += news(view, grid);
    main += design::page_heading(title, grid.here.organisation.name);
    main += ways(context, grid);
    main += choice(context, grid);
    main += form(context, grid);
    return design::page(view,
                        {.title = title,
                         .error = !grid.problems.empty(),
                         .breadcrumb = measures::crumbs(context, grid.here)},
                        main);
}

}  // namespace primum::collection
