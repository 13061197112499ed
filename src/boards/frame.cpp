#include "boards/frame.h"

#include <chrono>

#include "boards/address.h"
#include "chart/icons.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "measures/parts.h"
#include "organisations/frame.h"

namespace primum::boards {
namespace {

using html::html;

constexpr int kIconPx = 32;

html::Html beside(const html::Html& icon, std::string_view word) {
    return html(R"(<span class="pr-board-verdict">{} <span>{}</span></span>)", icon, word);
}

}  // namespace

bool may_keep(const access::Context& context, const OrganisationId& organisation) {
    return context.scope_under(access::policy::data_keepers).can_write(organisation);
}

std::vector<design::Crumb> crumbs(const access::Context& context, const organisations::Here& here,
                                  bool and_board) {
    auto way = organisations::crumbs(context.view, context, here, true);
    if (and_board) way.push_back({context.view.say("Board"), board_address(here.id())});
    return way;
}

html::Html settling_page(const access::Context& context, const organisations::Here& here,
                         const Settling& settling, const Problems& problems) {
    const design::View& view = context.view;
    return design::page(
        view,
        {.title = settling.title,
         .error = !problems.empty(),
         .breadcrumb = crumbs(context, here, true)},
        design::two_thirds(
            html("{}{}<p>{}</p>{}<p>{}</p>", design::error_summary(view, problems),
                 design::page_heading(settling.title, here.organisation.name), settling.why,
                 design::form(view, {.action = settling.action},
                              html("{}{}", settling.fields,
                                   design::button({.label = view.say("Save"), .once = true}))),
                 design::link(board_address(here.id()), view.say("Cancel and go back")))));
}

Board board_for(const access::Context& context, const organisations::Here& here, Day until) {
    Board board = board_of(context.db, context.scope.may_read(here.id()), here.organisation, until);
    std::erase_if(board.rows, [&](const Row& row) {
        return measures::is_hidden_part(context, row.material.measure, row.material.series);
    });
    return board;
}

Day until(const http::Request& request, const access::Context& context) {
    using namespace std::chrono;
    const auto month =
        measures::parse_period(measures::Frequency::month, request.parameter("month").value_or(""));
    if (!month) return context.today;
    return measures::next_period(measures::Frequency::month, *month) - days(1);
}

Filter filter_of(const http::Request& request) {
    Filter filter;
    filter.shown = parse_shown(request.parameter("shown").value_or("")).value_or(Shown::all);
    filter.order = parse_order(request.parameter("order").value_or("")).value_or(Order::signal);
    filter.kind = measures::parse_kind(request.parameter("kind").value_or(""));
    filter.intervention = request.parameter("intervention").value_or("");
    return filter;
}

html::Html verdict(const design::View& view, spc::Variation variation) {
    const auto row = row_of(variation);
    return beside(chart::icon(variation, kIconPx),
                  row ? view.say(label(*row)) : view.say("Too few points"));
}

html::Html verdict(const design::View& view, spc::Assurance assurance) {
    return beside(chart::icon(assurance, kIconPx), view.say(label(column_of(assurance))));
}

}  // namespace primum::boards
