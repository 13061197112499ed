// An organisation's own words in the cells of the grid.

#include "base/characters.h"
#include "boards/actions.h"
#include "boards/address.h"
#include "boards/frame.h"
#include "design/textarea.h"

namespace primum::boards {
namespace {

using html::html;

constexpr std::size_t kMostWords = 300;

std::string field_of(GridCell cell) {
    return std::string(name(cell.first)) + "-" + std::string(name(cell.second));
}

/// Those of the form; a sentence that is ours is none of the organisation's.
GridWords typed(const access::Context& context) {
    GridWords words;
    for (const GridRow row : kGridRows)
        for (const GridColumn column : kGridColumns) {
            const GridCell cell{row, column};
            const auto said = context.form.text(field_of(cell));
            if (!said.empty() && said != context.view.said(default_words(cell))) words[cell] = said;
        }
    return words;
}

Problems check(const GridWords& words) {
    Problems problems;
    for (const auto& [cell, said] : words)
        if (characters(said) > kMostWords)
            problems.add(field_of(cell), "Use at most 300 characters.");
    return problems;
}

html::Html form_page(const access::Context& context, const organisations::Here& here,
                     const GridWords& words, const Problems& problems) {
    const design::View& view = context.view;
    html::Html fields;
    for (const GridRow row : kGridRows)
        for (const GridColumn column : kGridColumns) {
            const GridCell cell{row, column};
            const auto own = words.find(cell);
            fields += design::textarea(
                view, {.name = field_of(cell),
                       .label = html("{} · {}", view.say(label(row)), view.say(label(column))),
                       .value = own != words.end() ? own->second : view.said(default_words(cell)),
                       .error = problems.about(field_of(cell)),
                       .rows = 2});
        }
    return settling_page(
        context, here,
        {.title = view.say("The words of the grid"),
         .why =
             view.say("What it means for your board when a measure stands in a cell. Ask rather "
                      "than blame: a cell says nothing of anybody’s work. An empty field gets our "
                      "words back."),
         .fields = std::move(fields),
         .action = words_address(here.id())},
        problems);
}

}  // namespace

http::Response ask_for_words(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const auto words = grid_words(context.db, context.scope.may_read(here->id()));
    return http::ok(form_page(context, *here, words, {}));
}

http::Response change_words(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const GridWords words = typed(context);
    const Problems problems = check(words);
    if (!problems.empty()) return http::unprocessable(form_page(context, *here, words, problems));
    return context.save([&](store::Writer& db) {
        save_grid_words(db, context.scope.may_write(here->id()), context.stamp(), words);
        return http::see_other(html::url("/organisations/{}/board?done=words", here->id().text()));
    });
}

}  // namespace primum::boards
