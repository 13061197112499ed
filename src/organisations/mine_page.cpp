#include "design/button.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "design/tag.h"
#include "organisations/frame.h"
#include "organisations/pages.h"

namespace primum::organisations {
namespace {

using html::html;
using html::url;

std::string role_labels(const design::View& view, const std::vector<access::Role>& roles) {
    std::string labels;
    for (const access::Role role : roles)
        (labels += labels.empty() ? "" : ", ") += view.say(access::label(role));
    return labels;
}

html::Html table_of_mine(const design::View& view, const Kinds& kinds,
                         const std::vector<Mine>& mine) {
    if (mine.empty())
        return design::nothing_yet(
            view.say("You hold no role in any organisation yet. Ask the person who invited you, or "
                     "an administrator, to give you one."));
    design::TableWriter table({.caption = view.say("Where you hold roles"),
                               .columns = {{.heading = view.say("Name")},
                                           {.heading = view.say("Kind")},
                                           {.heading = view.say("Your roles")}},
                               .first_cell_is_heading = true});
    for (const Mine& one : mine)
        table.row(design::link(address(one.organisation.id), one.organisation.name),
                  kind_label(view, kinds, one.organisation.kind), role_labels(view, one.roles));
    return std::move(table).done();
}

html::Html search(const access::Context& context, const Kinds& kinds, const std::string& text,
                  const std::vector<Organisation>& found) {
    const design::View& view = context.view;
    html::Html results;
    if (!text.empty())
        results = found.empty() ? design::nothing_yet(view.say(
                                      "Nothing was found. Try a shorter part of its name or code."))
                                : organisation_table(context, kinds, std::string(view.say("Found")),
                                                     found, context.today);
    return html(
        "{}{}",
        design::search_form(
            {.action = url("/organisations"), .id = {}, .classes = {}},
            html("{}{}",
                 design::input(view, {.name = "search",
                                      .label = {view.say("Find an organisation"), design::Size::m},
                                      .hint = view.say("Part of its name or code"),
                                      .value = text,
                                      .type = "search",
                                      .width = 30}),
                 design::button(
                     {.label = view.say("Search"), .look = design::ButtonLook::secondary}))),
        results);
}

}  // namespace

std::string kind_label(const design::View& view, const Kinds& kinds, std::string_view kind) {
    const Kind* known = kinds.find(kind);
    return known == nullptr ? std::string(kind) : view.said(known->singular);
}

html::Html organisation_table(const access::Context& context, const Kinds& kinds,
                              const std::string& caption,
                              const std::vector<Organisation>& organisations, Day day) {
    const design::View& view = context.view;
    design::TableWriter table({.caption = caption,
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Name")},
                                           {.heading = view.say("Kind")},
                                           {.heading = view.say("Code")},
                                           {.heading = view.say("Status")}},
                               .first_cell_is_heading = true});
    for (const Organisation& one : organisations)
        table.row(
            design::link(address(one.id), one.name), kind_label(view, kinds, one.kind), one.code,
            one.open_on(day)
                ? design::tag(view.say("Open"), design::Colour::green)
                : design::tag(view.say(one.closed && *one.closed < day ? "Closed" : "Not yet open"),
                              design::Colour::grey));
    return std::move(table).done();
}

html::Html mine_page(const access::Context& context, const Kinds& kinds,
                     const std::vector<Mine>& mine, const html::Html& waiting,
                     const std::string& text, const std::vector<Organisation>& found) {
    const design::View& view = context.view;
    const auto title = view.say("Your organisations");
    return design::page(
        view, {.title = title},
        html("{}{}{}{}", design::page_heading(title), waiting, table_of_mine(view, kinds, mine),
             mine.empty() ? html::Html() : search(context, kinds, text, found)));
}

}  // namespace primum::organisations
