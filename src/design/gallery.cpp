#include "design/gallery.h"

#include <utility>

#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/date_input.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/hero.h"
#include "design/input.h"
#include "design/page.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"

namespace primum::design {

using html::html;
using html::url;

html::Html gallery(const View& view) {
    html::Html contents;
    html::Html all;
    std::string component;
    for (const Example& example : examples(view)) {
        if (example.component != component) {
            component = example.component;
            contents.append(R"(<li><a href="{}">{}</a></li>)", url("#{}", "of-" + component),
                            component);
            all.append(R"(<h2 class="nhsuk-heading-l" id="{}">{}</h2>)", "of-" + component,
                       component);
        }
        if (!example.state.empty())
            all.append(R"(<p class="nhsuk-body-s nhsuk-u-secondary-text-colour">{}</p>)",
                       example.state);
        all.append(R"(<div class="pr-example">{}</div>)", example.markup);
    }
    return page(view, {.title = "Components"},
                html(R"(
        <h1 class="nhsuk-heading-xl">Components</h1>
        <ul class="nhsuk-list pr-columns">{}</ul>{})",
                     contents, all));
}

html::Html example_public_page(const View& view) {
    const auto about = [](const char* heading, const char* text, const html::Url& where) {
        return card({.heading = heading, .level = 3, .where = where, .text = text});
    };
    const auto figures = card_group({figure_card({"140", "hospital trusts", "in 7 regions"}),
                                     figure_card({"1,284", "wards", "counting every month"}),
                                     figure_card({"312", "learning stories", "told by teams"})});
    const auto parts =
        card_group({about("Measure", "Count what harms patients, and see whether it is changing.",
                          url("/measures")),
                    about("Improve", "Try one small change at a time, and keep what works.",
                          url("/improvement")),
                    about("Learn", "Read what other wards tried, and what they would do again.",
                          url("/learning"))});
    return page(
        view,
        {.title = "",
         .hero =
             hero({.heading = "No avoidable harm, on any ward",
                   .text = "Hospitals across the country work together so that patients are safer "
                           "this year than last.",
                   .actions = html("{}{}",
                                   button({.label = "Join the campaign",
                                           .look = ButtonLook::reverse,
                                           .where = url("/join")}),
                                   html(R"(<a href="{}">See how it works</a>)", url("/about"))),
                   .beside = falling_chart()}),
         .sections =
             section(html(R"(<h2 class="nhsuk-heading-l">How wards do it</h2>{})", parts), true)},
        html(R"(<h2 class="nhsuk-heading-l">Together so far</h2>{})", figures));
}

html::Html example_form_page(const View& view) {
    Problems problems;
    problems.add("name", "Enter the name of the ward");
    problems.add("opened-month", "The month must be a number from 1 to 12");
    const auto fields = html(
        "{}{}{}",
        input(view, {.name = "name", .label = "Name of the ward", .error = problems.about("name")}),
        date_input(view, {.name = "opened",
                          .legend = "When did it open?",
                          .hint = "For example, 31 3 2026",
                          .day = "1",
                          .month = "13",
                          .year = "2024",
                          .error = problems.about("opened-month"),
                          .wrong_day = false,
                          .wrong_year = false}),
        button({.label = "Add ward"}));
    return page(view, {.title = "Add a ward", .error = true, .back = url("/wards")},
                two_thirds(html("{}{}{}", error_summary(view, problems), page_heading("Add a ward"),
                                form(view, {.action = url("/wards")}, fields))));
}

html::Html example_work_page(const View& view) {
    TableWriter wards({.caption = "Wards",
                       .columns = {{"Ward"}, {"Opened"}, {"Status"}, {"Falls this month", true}},
                       .first_cell_is_heading = true});
    const auto ward = [](const char* name) {
        return html(R"(<a href="{}">{}</a>)", url("/wards/{}", name), name);
    };
    wards.row(ward("Alder"), "1 April 2024", tag("Open", Colour::green), 12);
    wards.row(ward("Beech"), "3 May 2019", tag("Open", Colour::green), 7);
    wards.row(ward("Cedar"), "12 July 2008", tag("Closed", Colour::grey), "");
    return page(
        view,
        {.title = "Northern Hospitals",
         .breadcrumb = {{"Home", url("/")}, {"North", url("/north")}}},
        html("{}{}{}{}", page_heading("Northern Hospitals", "Trust"),
             summary_list(view, {.rows = {{.key = "Code", .value = "RX1"},
                                          {.key = "Region", .value = "North"},
                                          {.key = "Opened", .value = "1 April 2001"}}}),
             std::move(wards).done(), button({.label = "Add a ward", .where = url("/wards/new")})));
}

}  // namespace primum::design
