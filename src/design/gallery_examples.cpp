#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/details.h"
#include "design/error_summary.h"
#include "design/file_upload.h"
#include "design/form.h"
#include "design/gallery.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tabs.h"
#include "design/tag.h"
#include "design/task_list.h"
#include "design/textarea.h"

namespace primum::design {
namespace {

using html::html;
using html::url;
using Examples = std::vector<Example>;

void add_headings(Examples& all) {
    all.push_back({"Heading", "large, with a caption",
                   heading({.words = "Falls on older people's wards",
                            .level = 3,
                            .size = Size::l,
                            .caption = "Measures"})});
    all.push_back({"Heading", "medium and small",
                   html("{}{}", heading({.words = "Aim", .level = 3}),
                        heading({.words = "Next steps", .level = 4, .size = Size::s}))});
}

void add_buttons(Examples& all) {
    const auto one = [](const char* label, ButtonLook look) {
        return button({.label = label, .look = look});
    };
    all.push_back(
        {"Button", "the one thing to do next", one("Save and continue", ButtonLook::primary)});
    all.push_back({"Button", "others",
                   button_group(html("{}{}{}", one("Save draft", ButtonLook::secondary),
                                     one("Save as new", ButtonLook::secondary_solid),
                                     one("Delete", ButtonLook::warning)))});
    all.push_back({"Button", "a link that looks like one",
                   button({.label = "Start now", .where = url("/start")})});
    all.push_back(
        {"Button", "small, and one that cannot be pressed",
         button_group(html(
             "{}{}", button({.label = "Add ward", .look = ButtonLook::secondary, .small = true}),
             button({.label = "Send", .small = true, .disabled = true})))});
}

void add_inputs(const View& view, Examples& all) {
    all.push_back({"Input", "plain", input(view, {.name = "ward", .label = "Name of the ward"})});
    all.push_back({"Input", "with a hint, a width and what stands beside it",
                   input(view, {.name = "rate",
                                .label = {"Falls", Size::s},
                                .hint = "Count falls with and without harm",
                                .value = "12",
                                .width = 5,
                                .inputmode = "numeric",
                                .suffix = "per 1,000 bed days"})});
    all.push_back(
        {"Input", "with an error",
         input(view,
               {.name = "email",
                .label = "Email address",
                .hint = "We will only use this to send you a link",
                .value = "ann@",
                .error = "Enter an email address in the correct format, like name@example.com",
                .type = "email",
                .autocomplete = "email",
                .spellcheck = false})});
    all.push_back({"Password input", "to sign in",
                   form(view, {.action = url("/sign-in")},
                        html("{}{}",
                             input(view, {.name = "username",
                                          .label = "Email address",
                                          .type = "email",
                                          .autocomplete = "username"}),
                             password_input(view, {.name = "password", .label = "Password"})))});
    all.push_back(
        {"Password input", "to choose one, with an error",
         form(view, {.action = url("/account/password")},
              html("{}{}",
                   input(view, {.name = "account",
                                .label = "Email address",
                                .value = "ann@example.org",
                                .type = "email",
                                .autocomplete = "username"}),
                   password_input(view, {.name = "new-password",
                                         .label = "Choose a password",
                                         .hint = "Use at least 12 characters",
                                         .error = "Enter a password of at least 12 characters",
                                         .autocomplete = "new-password"})))});
    all.push_back(
        {"Textarea", "plain",
         textarea(view, {.name = "aim", .label = "What do you want to achieve?", .rows = 3})});
    all.push_back({"Textarea", "with a limit",
                   textarea(view, {.name = "story",
                                   .label = "What did you learn?",
                                   .hint = "Do not name patients or staff",
                                   .value = "We moved the handrail.",
                                   .most_characters = 200})});
    all.push_back(
        {"Textarea", "with an error",
         textarea(view,
                  {.name = "reason", .label = "Why is it closing?", .error = "Enter a reason"})});
    all.push_back(
        {"Select", "one of many",
         select(view, {.name = "region",
                       .label = "Region",
                       .options = {{"", "Choose a region"}, {"n", "North"}, {"s", "South"}},
                       .value = "s"})});
    all.push_back({"Select", "with an error",
                   select(view, {.name = "kind",
                                 .label = "Kind of organisation",
                                 .hint = "As your country calls it",
                                 .options = {{"", "Choose a kind"}, {"trust", "Trust"}},
                                 .error = "Choose a kind of organisation"})});
}

void add_choices(const View& view, Examples& all) {
    all.push_back(
        {"Radios", "one of a few",
         radios(view,
                {.name = "better",
                 .legend = {"Which way is better?", Size::s},
                 .choices =
                     {{.value = "lower", .label = "Lower", .hint = "Falls, infections, waits"},
                      {.value = "higher", .label = "Higher", .hint = "Screening, hand hygiene"}},
                 .value = "lower"})});
    all.push_back({"Radios", "side by side, with an error",
                   radios(view, {.name = "active",
                                 .legend = {"Is the ward open?", Size::s},
                                 .choices = {{.value = "yes", .label = "Yes"},
                                             {.value = "no", .label = "No"}},
                                 .error = "Say whether the ward is open",
                                 .inline_ = true})});
    all.push_back({"Radios", "with a question that depends on the answer, and a divider",
                   radios(view, {.name = "contact",
                                 .legend = {"How should we reach you?", Size::s},
                                 .hint = "Choose one",
                                 .choices = {{.value = "email",
                                              .label = "Email",
                                              .then_ask = input(view, {.name = "contact-email",
                                                                       .label = "Email address",
                                                                       .width = 20})},
                                             {.value = "phone",
                                              .label = "Telephone",
                                              .then_ask = input(view, {.name = "contact-phone",
                                                                       .label = "Telephone number",
                                                                       .type = "tel",
                                                                       .width = 20})},
                                             {.divider = "or"},
                                             {.value = "none", .label = "Not at all"}}})});
    all.push_back(
        {"Checkboxes", "any of a few",
         checkboxes(
             view, {.name = "roles",
                    .legend = {"Roles", Size::s},
                    .hint = "Tick all that apply",
                    .choices = {{.value = "lead", .label = "Improvement lead"},
                                {.value = "analyst", .label = "Analyst"},
                                {.divider = "or"},
                                {.value = "none", .label = "None of these", .none_of_these = true}},
                    .values = {"lead"}})});
    all.push_back(
        {"Checkboxes", "a single one",
         checkboxes(view, {.name = "agree",
                           .choices = {{.value = "yes", .label = "Remember me on this device"}}})});
    all.push_back({"Checkboxes", "small, with an error",
                   checkboxes(view, {.name = "wards",
                                     .legend = {"Wards", Size::s},
                                     .choices = {{.value = "a", .label = "Alder"},
                                                 {.value = "b", .label = "Beech"}},
                                     .error = "Choose at least one ward",
                                     .small = true})});
}

void add_dates_and_files(const View& view, Examples& all) {
    all.push_back({"Date input", "with what was typed",
                   date_input(view, {.name = "opened",
                                     .legend = {"When did the ward open?", Size::s},
                                     .hint = "For example, 31 3 2026",
                                     .day = "1",
                                     .month = "4",
                                     .year = "2024"})});
    all.push_back({"Date input", "with an error in one part",
                   date_input(view, {.name = "closed",
                                     .legend = {"When did it close?", Size::s},
                                     .day = "31",
                                     .month = "2",
                                     .year = "2026",
                                     .error = "February has no day 31",
                                     .wrong_month = false,
                                     .wrong_year = false})});
    all.push_back({"File upload", "plain",
                   file_upload(view, {.name = "file",
                                      .label = "Upload a register",
                                      .hint = "A CSV file of up to 25 MB",
                                      .accept = ".csv"})});
    all.push_back({"File upload", "with an error",
                   file_upload(view, {.name = "file2",
                                      .label = "Upload a register",
                                      .error = "The selected file is empty"})});
}

void add_messages(const View& view, Examples& all) {
    Problems problems;
    problems.add("email", "Enter an email address in the correct format, like name@example.com");
    problems.add("closed-day", "February has no day 31");
    problems.add("", "Somebody else changed this ward while you were writing");
    all.push_back({"Error summary", "three problems", error_summary(view, problems)});
    all.push_back({"Notification banner", "important",
                   notification_banner(
                       view, {.heading = "The register of 1 April has not been imported yet."})});
    all.push_back(
        {"Inset text", "",
         inset_text(view,
                    html("<p>A ward keeps its history when its trust merges with another.</p>"))});
    all.push_back({"Warning callout", "",
                   warning_callout(view, "Patient data",
                                   html("<p>Do not enter names or numbers of patients.</p>"))});
    all.push_back({"Details", "folded and unfolded",
                   html("{}{}",
                        details({.summary = "What counts as a fall?"},
                                html("<p>Any unplanned descent to the floor.</p>")),
                        details({.summary = "What counts as harm?", .open = true},
                                html("<p>Anything that needed treatment.</p>")))});
    all.push_back({"Details", "as an expander",
                   details({.summary = "How limits are drawn", .expander = true},
                           html("<p>Three sigma to either side of the mean.</p>"))});
}

void add_lists(const View& view, Examples& all) {
    all.push_back(
        {"Summary list", "with actions",
         summary_list(view, {.rows = {{.key = "Name",
                                       .value = "Alder ward",
                                       .actions = {{url("/edit"), "Change", "name"}}},
                                      {.key = "Opened",
                                       .value = "1 April 2024",
                                       .actions = {{url("/edit"), "Change", "opening day"},
                                                   {url("/remove"), "Remove", "opening day"}}},
                                      {.key = "Closed"}}})});
    all.push_back({"Summary list", "without lines",
                   summary_list(view, {.rows = {{.key = "Code", .value = "RX1AB"},
                                                {.key = "Kind", .value = "Trust"}},
                                       .borders = false})});
    all.push_back(
        {"Task list", "every state",
         task_list(
             view,
             {{.name = "Describe the aim", .where = url("/aim"), .state = TaskState::completed},
              {.name = "Choose measures",
               .hint = "At least one outcome and one balancing measure",
               .where = url("/measures"),
               .state = TaskState::in_progress},
              {.name = "Name your team", .where = url("/team"), .state = TaskState::incomplete},
              {.name = "Enter a baseline", .where = url("/baseline")},
              {.name = "Check the numbers", .where = url("/numbers"), .state = TaskState::problem},
              {.name = "Share with the board", .state = TaskState::cannot_start_yet}})});
    all.push_back({"Tabs", "",
                   tabs(view, {{.id = "tab-wards",
                                .label = "Wards",
                                .panel = html("<h3>Wards</h3><p>24 wards on 2 sites.</p>")},
                               {.id = "tab-people",
                                .label = "People",
                                .panel = html("<h3>People</h3><p>61 people hold a role.</p>")}})});
    all.push_back({"Tag", "every colour",
                   html("<p>{} {} {} {} {} {} {} {} {} {} {}</p>", tag("Standard"),
                        tag("Draft", Colour::white), tag("Closed", Colour::grey),
                        tag("Open", Colour::green), tag("Active", Colour::aqua_green),
                        tag("Invited", Colour::blue), tag("Merged", Colour::purple),
                        tag("Moved", Colour::pink), tag("Overdue", Colour::red),
                        tag("Suspended", Colour::orange), tag("Waiting", Colour::yellow))});
}

void add_tables(Examples& all) {
    TableWriter plain({.caption = "Wards by falls",
                       .columns = {{"Ward"}, {"Site"}, {"Falls", true}, {"Bed days", true}},
                       .first_cell_is_heading = true});
    plain.row("Alder", "General", 12, "1,204")
        .row("Beech", "General", 7, 986)
        .row("Cedar", "Infirmary", 0, 412);
    all.push_back({"Table", "numbers to the right, a list on a phone", std::move(plain).done()});

    TableWriter sorted(
        {.caption = "People",
         .caption_size = Size::s,
         .columns = {{.heading = "Name", .sort = url("?sort=name"), .sorted = Sorted::ascending},
                     {.heading = "Role", .sort = url("?sort=role"), .sorted = Sorted::none},
                     {.heading = "Status"}},
         .compact = true,
         .striped = true});
    sorted.row(html(R"(<a href="{}">Ann Abel</a>)", url("/people/1")), "Improvement lead",
               tag("Active", Colour::green));
    sorted.row(html(R"(<a href="{}">Ben Bold</a>)", url("/people/2")), "Analyst",
               tag("Invited", Colour::blue));
    all.push_back({"Table", "sorted by the server, compact and striped", std::move(sorted).done()});
    all.push_back({"Table", "instead of an empty one", nothing_yet("No ward has been added yet.")});
}

void add_cards(Examples& all) {
    all.push_back(
        {"Card", "plain, and one that leads somewhere",
         card_group(
             {card({.heading = "Northern Hospitals", .level = 3, .text = "3 sites, 41 wards"}),
              card({.heading = "Learning stories",
                    .level = 3,
                    .where = url("/learning"),
                    .text = "What other teams found out"}),
              card({.heading = "Events",
                    .level = 3,
                    .where = url("/events"),
                    .text = "Calls and visits",
                    .look = CardLook::primary})})});
    all.push_back({"Card", "feature and secondary",
                   card_group({card({.heading = "How to join",
                                     .level = 3,
                                     .text = "Name a chief executive and an improvement lead.",
                                     .look = CardLook::feature}),
                               card({.heading = "For boards",
                                     .level = 3,
                                     .where = url("/boards"),
                                     .text = "Questions to ask.",
                                     .look = CardLook::secondary})},
                              2)});
    all.push_back({"Figure", "",
                   card_group({figure_card({"140", "hospital trusts", "in 7 regions"}),
                               figure_card({"1,284", "wards", ""}),
                               figure_card({"86%", "report monthly", "up from 61% last year"}),
                               figure_card({"312", "learning stories", ""})},
                              4)});
}

void add_ways(const View& view, Examples& all) {
    all.push_back({"Breadcrumb", "",
                   breadcrumb(view, {{"Home", url("/")},
                                     {"North", url("/north")},
                                     {"Northern Hospitals", url("/north/1")}})});
    all.push_back({"Back link", "", back_link(view, url("/"))});
    all.push_back({"Action link", "", action_link("Find your hospital", url("/find"))});
    const auto numbered = [&](std::size_t current, std::size_t count, const char* label) {
        return pagination(view,
                          Pages{.current = current,
                                .count = count,
                                .where = [](std::size_t page) { return url("?page={}", page); },
                                .label = label});
    };
    all.push_back({"Pagination", "first page", numbered(1, 3, "Pages of wards")});
    all.push_back({"Pagination", "in the middle of many", numbered(12, 40, "Pages of people")});
    all.push_back(
        {"Pagination", "between two pages of a guide",
         pagination(view, Neighbours{.previous = Neighbour{url("/guide/1"), "Why falls happen"},
                                     .next = Neighbour{url("/guide/3"), "Measuring falls"}})});
}

}  // namespace

std::vector<Example> examples(const View& view) {
    Examples all;
    add_headings(all);
    add_buttons(all);
    add_inputs(view, all);
    add_choices(view, all);
    add_dates_and_files(view, all);
    add_messages(view, all);
    add_lists(view, all);
    add_tables(all);
    add_cards(all);
    add_ways(view, all);
    return all;
}

}  // namespace primum::design
