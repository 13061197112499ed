#include "boards/board_page.h"

#include "boards/address.h"
#include "boards/sections.h"
#include "boards/sentences.h"
#include "design/button.h"
#include "design/details.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/select.h"
#include "design/table.h"

namespace primum::boards {
namespace {

using html::html;
using html::url;

html::Html filter_form(const design::View& view, const BoardPage& page) {
    const auto option = [&](std::string_view value, std::string_view words) {
        return design::Option{.value = value, .label = words};
    };
    std::vector<design::Option> interventions = {option("", view.say("All"))};
    for (const auto& [code, name] : page.interventions)
        interventions.push_back(option(code, name));
    html::Html fields;
    if (page.month)
        fields +=
            design::hidden("month", measures::iso_period(measures::Frequency::month, *page.month));
    fields += design::select(
        view, {.name = "shown",
               .label = view.say("Show"),
               .options = {option("all", view.say("All measures")),
                           option("signal", view.say("With a signal")),
                           option("failing", view.say("Falling short of the target")),
                           option("improving", view.say("Improving"))},
               .value = name(page.filter.shown)});
    fields += design::select(
        view, {.name = "kind",
               .label = view.say("Kind"),
               .options = {option("", view.say("All")), option("outcome", view.say("Outcome")),
                           option("process", view.say("Process")),
                           option("balancing", view.say("Balancing"))},
               .value = page.filter.kind ? measures::name(*page.filter.kind) : ""});
    if (interventions.size() > 1)
        fields += design::select(view, {.name = "intervention",
                                        .label = view.say("Intervention"),
                                        .options = interventions,
                                        .value = page.filter.intervention});
    fields += design::select(view, {.name = "order",
                                    .label = view.say("Order"),
                                    .options = {option("signal", view.say("By signal")),
                                                option("chosen", view.say("As the board chose")),
                                                option("name", view.say("By name"))},
                                    .value = name(page.filter.order)});
    fields += design::button(
        {.label = view.say("Show"), .look = design::ButtonLook::secondary, .small = true});
    return design::search_form({.action = board_address(page.board.organisation.id),
                                .classes = "pr-board-filter pr-not-printed"},
                               fields);
}

html::Html downloads(const design::View& view, const BoardPage& page) {
    const auto& id = page.board.organisation.id;
    const std::string month =
        page.month ? measures::iso_period(measures::Frequency::month, *page.month) : std::string();
    const html::Html files =
        html("<li>{}</li><li>{}</li><li>{}</li>",
             design::link(url("/organisations/{}/board/pack.pdf?month={}", id.text(), month),
                          view.say("Board pack (PDF)")),
             design::link(url("/organisations/{}/board/pack.xlsx?month={}", id.text(), month),
                          view.say("Numbers (Excel)")),
             design::link(url("/organisations/{}/board/pack.csv?month={}", id.text(), month),
                          view.say("Numbers (CSV)")));
    html::Html settings;
    for (const design::Crumb& thread : page.threads)
        settings.append("<li>{}</li>", design::link(thread.where, thread.label));
    if (page.keeps)
        settings.append("<li>{}</li>", design::link(settings_address(id),
                                                    view.say("Choose the measures of this board")));
    return html(R"(<ul class="nhsuk-list pr-ways pr-not-printed">{}{}</ul>)", files, settings);
}

html::Html how_to_read(const design::View& view) {
    const auto how = design::details(
        {.summary = view.say("How to read this page in five minutes")},
        html(R"(<ol><li>{}</li><li>{}</li><li>{}</li></ol><p>{}</p>)",
             view.say("Look at the icons first. A wave says that the numbers vary as they always "
                      "do: leave them alone, or change the process. A letter H or L says that "
                      "something has changed: ask what."),
             view.say("Then at the second icon. P: the target is met again and again. F: it cannot "
                      "be met as things are. A question mark: chance decides."),
             view.say("Then at the charts of what has changed, and at what people say of them. "
                      "Where words claim more than the chart shows, that is said beside them."),
             view.say("Two numbers are not compared here, and nothing is ranked: the question is "
                      "whether care is changing.")));
    return html(R"(<div class="pr-not-printed">{}</div>)", how);
}

html::Html silent(const design::View& view, const Board& board) {
    if (board.silent.empty()) return {};
    html::Html names;
    for (const std::string& name : board.silent)
        names.append("<li>{}</li>", name);
    return html("<p>{}</p><ul>{}</ul>", view.say("Of these there is no number yet:"), names);
}

}  // namespace

html::Html board_page(const design::View& view, const BoardPage& page) {
    const Board& board = page.board;
    const Around around{view, board, page.kinds, page.keeps};
    const auto rows = rows_of(board, page.filter);
    std::vector<const Row*> flagged;
    std::vector<const Row*> others;
    for (const Row* row : rows)
        (row->is_flagged() || contradicts(row->judgement) ? flagged : others).push_back(row);

    html::Html body;
    if (board.rows.empty()) {
        body = html("{}<p>{}</p>", design::nothing_yet(view.say("There is no number here yet.")),
                    design::link(measures::list_address(board.organisation.id),
                                 view.say("See the measures of this organisation")));
    } else {
        const html::Html charts = charts_section(around, flagged);
        html::Html more = charts_section(around, others);
        if (!more.empty())
            more = design::details({.summary = view.say("Charts of measures that vary as usual")},
                                   more);
        body = html(R"({}{}{}<h2 class="nhsuk-heading-l" id="charts">{}</h2>{}{})",
                    filter_form(view, page), icons_section(around, rows),
                    grid_section(around, rows), view.say("What needs attention"),
                    charts.empty()
                        ? html("<p>{}</p>", view.say("Nothing has changed, and no target is "
                                                     "consistently missed."))
                        : charts,
                    more);
    }
    const std::string when = page.month ? view.words->month(*page.month)
                                        : view.say("As of {}", view.words->day(board.until));
    return design::page(
        view, {.title = view.say("Board of {}", board.organisation.name), .breadcrumb = page.way},
        html(
            R"(<div class="pr-board">{}{}<p class="nhsuk-body-l">{}</p><p class="pr-quiet">{}</p>{}{}{}{}</div>)",
            page.news, design::page_heading(board.organisation.name, view.say("Board")),
            summary_sentence(view, board), when, how_to_read(view), downloads(view, page), body,
            silent(view, board)));
}

}  // namespace primum::boards
