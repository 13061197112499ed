// Icons first: a table with a row a measure, as boards read it.

#include "boards/address.h"
#include "boards/frame.h"
#include "boards/sections.h"
#include "boards/sentences.h"
#include "chart/sparkline.h"
#include "design/links.h"
#include "design/table.h"

namespace primum::boards {
namespace {

using html::html;
using html::url;

/// The series' own page; sums have none, so that their chart on this page is what there is.
html::Html name_of(const Around& around, const Row& row) {
    const html::Html unit = row.says().unit.empty()
                                ? html::Html()
                                : html(R"(<br><span class="pr-unit">{}</span>)", row.says().unit);
    const auto where = row.sums
                           ? units_address(around.board.organisation.id, row.material.series.code)
                           : measures::series_address(row.material.series);
    return html("{}{}", design::link(where, row.name), unit);
}

}  // namespace

html::Html icons_section(const Around& around, const std::vector<const Row*>& rows) {
    const design::View& view = around.view;
    const html::Html heading =
        html(R"(<h2 class="nhsuk-heading-l" id="icons">{}</h2>)", view.say("All measures"));
    if (rows.empty())
        return html("{}{}", heading,
                    design::nothing_yet(view.say("No measure is shown with this filter.")));
    design::TableWriter table({.caption = view.say("The latest of each measure"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Measure")},
                                           {.heading = view.say("Latest")},
                                           {.heading = view.say("Value"), .numeric = true},
                                           {.heading = view.say("Target"), .numeric = true},
                                           {.heading = view.say("Variation")},
                                           {.heading = view.say("Assurance")},
                                           {.heading = view.say("Mean"), .numeric = true},
                                           {.heading = view.say("Lower limit"), .numeric = true},
                                           {.heading = view.say("Upper limit"), .numeric = true},
                                           {.heading = view.say("Course")}},
                               .first_cell_is_heading = true,
                               .compact = true,
                               .classes = "pr-board-icons"});
    for (const Row* row : rows) {
        const measures::Drawn& drawn = row->drawn;
        const measures::Reading& reading = row->reading;
        table.row(name_of(around, *row), period_of(view, *row), drawn.number(reading.value),
                  drawn.number(reading.target), verdict(view, reading.variation),
                  verdict(view, reading.assurance), drawn.number(reading.centre),
                  drawn.number(reading.lower), drawn.number(reading.upper),
                  measures::sparkline(drawn, view.say("{}, the latest points", row->name)));
    }
    return html(R"({}<div class="pr-board-scroll">{}</div>)", heading, std::move(table).done());
}

}  // namespace primum::boards
