// The grid of variation and assurance: a real table, whose cells name their measures.

#include <map>

#include "boards/address.h"
#include "boards/sections.h"
#include "design/links.h"

namespace primum::boards {
namespace {

using html::html;
using html::url;

html::Html cell(const Around& around, GridCell where, const std::vector<const Row*>& rows) {
    const design::View& view = around.view;
    if (rows.empty()) return html(R"(<td class="pr-board-grid__empty">{}</td>)", "–");
    html::Html links;
    for (const Row* row : rows)
        links.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)",
                     url("#{}", anchor_of(*row)), row->name);
    const Board::Words words = around.board.words_of(where);
    return html(
        R"(<td><p class="pr-board-grid__count">{}</p><p class="pr-board-grid__words">{}</p><ul class="nhsuk-list">{}</ul></td>)",
        view.words->count(static_cast<std::int64_t>(rows.size()), "{} measure", "{} measures"),
        words.own ? words.said : view.said(words.said), links);
}

}  // namespace

html::Html grid_section(const Around& around, const std::vector<const Row*>& rows) {
    const design::View& view = around.view;
    std::map<GridCell, std::vector<const Row*>> cells;
    std::vector<const Row*> unknown;
    for (const Row* row : rows) {
        const auto line = row_of(row->reading.variation);
        if (line)
            cells[{*line, column_of(row->reading.assurance)}].push_back(row);
        else
            unknown.push_back(row);
    }
    html::Html headings;
    for (const GridColumn column : kGridColumns)
        headings.append(R"(<th scope="col">{}</th>)", view.say(label(column)));
    html::Html lines;
    for (const GridRow line : kGridRows) {
        html::Html tds;
        bool any = false;
        for (const GridColumn column : kGridColumns) {
            const auto& here = cells[{line, column}];
            any = any || !here.empty();
            tds += cell(around, {line, column}, here);
        }
        // Where neither direction is better nothing can stand but in the last row.
        if (line == GridRow::changing && !any) continue;
        lines.append(R"(<tr><th scope="row">{}</th>{}</tr>)", view.say(label(line)), tds);
    }
    html::Html more;
    if (!unknown.empty())
        more.append("<p>{}</p>",
                    view.words->count(static_cast<std::int64_t>(unknown.size()),
                                      "{} measure has too few points to stand in the grid.",
                                      "{} measures have too few points to stand in the grid."));
    if (around.keeps)
        more.append(R"(<p class="pr-not-printed">{}</p>)",
                    design::link(words_address(around.board.organisation.id),
                                 view.say("Change the words of the grid")));
    return html(R"(
        <h2 class="nhsuk-heading-l" id="grid">{}</h2>
        <div class="pr-board-scroll" role="region" aria-labelledby="grid" tabindex="0">
        <table class="nhsuk-table pr-board-grid">
        <caption class="nhsuk-u-visually-hidden">{}</caption>
        <thead><tr><td></td>{}</tr></thead>
        <tbody>{}</tbody>
        </table></div>{})",
                view.say("Variation and assurance"),
                view.say("Measures by what their charts show and by how they meet their targets"),
                headings, lines, more);
}

}  // namespace primum::boards
