#include "adapters.h"

#include <algorithm>

#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/details.h"
#include "design/error_message.h"
#include "design/error_summary.h"
#include "design/fieldset.h"
#include "design/file_upload.h"
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
#include "design/testing.h"
#include "design/textarea.h"

namespace primum {
namespace {

using namespace design;

const View& view() {
    static const View english = view_in("en");
    return english;
}

html::Url link(const Params& p, const std::string& key = "href") {
    if (!p.has(key)) throw Lacking{"(an address)"};
    return html::Url::parse(p.text(key)).value();
}

template <class Enum>
Enum one_of(const std::string& name, const std::vector<std::string>& names) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) throw Lacking{name};
    return static_cast<Enum>(found - names.begin());
}

// Our fields have one name for both; theirs may have an id of their own.
std::string id_of(const Params& p, Rendered& r, const char* key = "id") {
    const std::string name = p.text("name");
    const std::string id = p.text(key);
    if (id.empty() || id == name) return name;
    r.otherwise.emplace_back(" name=\"" + name + "\"", " name=\"" + id + "\"");
    return id;
}

Rendered button_of(const Params& p) {
    if (p.has("preventDoubleClick") && !p.flag("preventDoubleClick"))
        throw Lacking{"preventDoubleClick"};
    return {button(
        {.label = p.own_words(),
         .look = one_of<ButtonLook>(p.text("variant"), {"", "secondary", "secondary-solid",
                                                        "reverse", "brand", "login", "warning"}),
         .where = p.has("href") ? std::optional(link(p)) : std::nullopt,
         .small = p.flag("small"),
         .disabled = p.flag("disabled"),
         .once = p.flag("preventDoubleClick")})};
}

Rendered input_of(const Params& p) {
    if (p.text("classes").find("--width") != std::string::npos)
        throw Lacking{"(a class that undoes a parameter)"};
    Rendered r;
    const std::string id = id_of(p, r);
    r.markup = input(
        view(),
        {.name = id,
         .label = p.label("label"),
         .hint = p.words("hint"),
         .value = p.text("value"),
         .error = p.plain("errorMessage"),
         .type = p.has("type") ? p.text("type") : "text",
         .width = p.number("width"),
         .autocomplete = p.text("autocomplete"),
         .inputmode = p.text("inputmode"),
         .prefix = p.words("prefix"),
         .suffix = p.words("suffix"),
         .spellcheck = p.has("spellcheck") ? std::optional(p.flag("spellcheck")) : std::nullopt,
         .disabled = p.flag("disabled"),
         .code = p.flag("code"),
         .classes = p.text("classes")});
    return r;
}

Rendered password_of(const Params& p) {
    Rendered r;
    const std::string id = id_of(p, r);
    r.markup = password_input(
        view(),
        {.name = id,
         .label = p.label("label"),
         .hint = p.words("hint"),
         .error = p.plain("errorMessage"),
         .autocomplete = p.has("autocomplete") ? p.text("autocomplete") : "current-password"});
    return r;
}

Rendered textarea_of(const Params& p) {
    Rendered r;
    const std::string id = id_of(p, r);
    r.markup = textarea(view(), {.name = id,
                                 .label = p.label("label"),
                                 .hint = p.words("hint"),
                                 .value = p.text("value"),
                                 .error = p.plain("errorMessage"),
                                 .rows = p.has("rows") ? p.number("rows") : 5,
                                 .most_characters = p.number("maxlength"),
                                 .disabled = p.flag("disabled"),
                                 .autocomplete = p.text("autocomplete")});
    return r;
}

Rendered select_of(const Params& p) {
    Rendered r;
    Select s{.name = id_of(p, r),
             .label = p.label("label"),
             .hint = p.words("hint"),
             .value = p.text("value"),
             .error = p.plain("errorMessage"),
             .disabled = p.flag("disabled")};
    for (const Params& item : p.items("items"))
        s.options.push_back({item.text("value"), item.text("text"), item.flag("disabled")});
    r.markup = select(view(), s);
    return r;
}

Choice choice_of(const Params& p, const Params& item) {
    if (item.text("behaviour") == "inclusive") throw Lacking{"items[].behaviour"};
    return {.value = item.text("value"),
            .label = item.own_words(),
            .hint = item.words("hint"),
            .then_ask = item.child("conditional").own_words(),
            .divider = item.text("divider"),
            .disabled = item.has("disabled") ? item.flag("disabled") : p.flag("disabled"),
            .none_of_these = item.text("behaviour") == "exclusive"};
}

Rendered radios_of(const Params& p) {
    Rendered r;
    Radios radio{.name = id_of(p, r, "idPrefix"),
                 .legend = p.child("fieldset").label("legend"),
                 .hint = p.words("hint"),
                 .value = p.text("value"),
                 .error = p.plain("errorMessage"),
                 .inline_ = p.flag("inline"),
                 .small = p.flag("small")};
    for (const Params& item : p.items("items"))
        radio.choices.push_back(choice_of(p, item));
    r.markup = radios(view(), radio);
    return r;
}

Rendered checkboxes_of(const Params& p) {
    Rendered r;
    Checkboxes boxes{.name = id_of(p, r, "idPrefix"),
                     .legend = p.child("fieldset").label("legend"),
                     .hint = p.words("hint"),
                     .error = p.plain("errorMessage"),
                     .inline_ = p.flag("inline"),
                     .small = p.flag("small")};
    for (const Params& value : p.items("values"))
        boxes.values.push_back(std::string(value.value().as_string()));
    for (const Params& item : p.items("items"))
        boxes.choices.push_back(choice_of(p, item));
    r.markup = checkboxes(view(), boxes);
    return r;
}

Rendered date_of(const Params& p) {
    for (const char* part : {"day", "month", "year"}) {
        if (p.has(part) && !p.child(part).value().is_object()) throw Lacking{"(a part of a date)"};
        if (p.child(part).has("error") && !p.has("errorMessage"))
            throw Lacking{"(an error without words)"};
    }
    if (!p.child("values").value().as_object().empty() && p.has("month")) throw Lacking{"values"};
    const std::string id = p.text("id");
    DateInput date{.name = id,
                   .legend = p.child("fieldset").label("legend"),
                   .hint = p.words("hint"),
                   .day = p.child("day").text("value") + p.child("values").text("day"),
                   .month = p.child("month").text("value") + p.child("values").text("month"),
                   .year = p.child("year").text("value") + p.child("values").text("year"),
                   .error = p.plain("errorMessage")};
    const bool day = p.child("day").flag("error");
    const bool month = p.child("month").flag("error");
    const bool year = p.child("year").flag("error");
    if (day || month || year) {
        date.wrong_day = day;
        date.wrong_month = month;
        date.wrong_year = year;
    }
    Rendered r{date_input(view(), date)};
    // Two dates in one form need two names.
    for (const char* part : {"day", "month", "year"})
        r.otherwise.emplace_back(std::string(" name=\"") + part + "\"",
                                 " name=\"" + id + "-" + part + "\"");
    return r;
}

Rendered file_of(const Params& p) {
    Rendered r;
    const std::string id = id_of(p, r);
    r.markup = file_upload(view(), {.name = id,
                                    .label = p.label("label"),
                                    .hint = p.words("hint"),
                                    .error = p.plain("errorMessage"),
                                    .multiple = p.flag("multiple")});
    // Without their script, whose control has another accessible name than it shows.
    r.otherwise.emplace_back(" data-module=\"nhsuk-file-upload\"", "");
    return r;
}

Rendered error_summary_of(const Params& p) {
    Problems problems;
    p.plain("heading");
    for (const Params& item : p.items("errorList"))
        problems.add(item.has("href") ? item.text("href").substr(1) : "", item.text("text"));
    return {error_summary(view(), problems)};
}

Rendered table_of(const Params& p) {
    Table t{.caption = p.words("caption"),
            .caption_size = p.child("caption").size("size"),
            .first_cell_is_heading = p.flag("firstCellIsHeader"),
            .responsive = p.flag("responsive"),
            .compact = p.flag("compact"),
            .striped = p.flag("striped")};
    for (const Params& head : p.items("head")) {
        Column column{.heading = head.own_words(), .numeric = head.text("format") == "numeric"};
        if (head.has("href")) {
            column.sort = link(head);
            const std::string sort = head.text("sort");
            column.sorted = sort == "ascending"    ? Sorted::ascending
                            : sort == "descending" ? Sorted::descending
                                                   : Sorted::none;
        }
        t.columns.push_back(column);
    }
    std::vector<std::vector<Content>> rows;
    for (const Params& row : p.items("rows")) {
        rows.emplace_back();
        for (const Params& cell : row.own_items())
            rows.back().push_back(cell.own_words());
    }
    return {table(t, rows)};
}

Rendered card_of(const Params& p) {
    const Params heading = p.child("heading");
    return {card(
        {.heading = heading.own_words(),
         .level = heading.has("level") ? heading.number("level") : 2,
         .size = heading.size("size"),
         .where = p.flag("clickable") && p.has("href") ? std::optional(link(p)) : std::nullopt,
         .text = p.plain("description"),
         .body = html::raw(p.child("description").text("html")),
         .look = one_of<CardLook>(p.text("variant"), {"", "feature", "primary", "secondary"})})};
}

Rendered pagination_of(const Params& p) {
    // What is said to the eye and what to the ear is one sentence, since its order differs by
    // language.
    const std::vector<std::pair<std::string, std::string>> in_one_sentence = {
        {"Previous<span class=\"nhsuk-u-visually-hidden\"> page</span>", "Previous page"},
        {"Next<span class=\"nhsuk-u-visually-hidden\"> page</span>", "Next page"}};
    const auto items = p.items("items");
    if (items.empty()) {
        Neighbours n;
        const auto one = [&](const char* key) -> std::optional<Neighbour> {
            if (!p.has(key)) return std::nullopt;
            return Neighbour{link(p.child(key)), p.child(key).words("label")};
        };
        n.previous = one("previous");
        n.next = one("next");
        return {pagination(view(), n), in_one_sentence};
    }
    Pages pages{.current = 1, .count = 1, .where = {}};
    std::map<std::size_t, html::Url> addresses;
    for (const Params& item : items) {
        if (item.flag("ellipsis")) throw Lacking{"(other pages left out)"};
        const auto number = static_cast<std::size_t>(item.number("number"));
        addresses.emplace(number, link(item));
        pages.count = std::max(pages.count, number);
        if (item.flag("current")) pages.current = number;
    }
    for (const char* way : {"previous", "next"})
        p.child(way).text("href");
    pages.where = [&](std::size_t page) {
        const auto found = addresses.find(page);
        return found == addresses.end() ? html::url("#/section/{}", page) : found->second;
    };
    return {pagination(view(), pages), in_one_sentence};
}

Rendered summary_list_of(const Params& p) {
    SummaryList list{.borders = !p.has("border") || p.flag("border")};
    for (const Params& row : p.items("rows")) {
        SummaryRow r{.key = row.words("key"), .value = row.words("value")};
        auto actions = row.items("actions");
        if (actions.empty()) actions = row.child("actions").items("items");
        for (const Params& action : actions)
            r.actions.push_back(
                {link(action), action.own_words(), action.text("visuallyHiddenText")});
        list.rows.push_back(r);
    }
    return {summary_list(view(), list)};
}

Rendered task_list_of(const Params& p) {
    static const std::map<std::string, TaskState> states = {
        {"Not yet started", TaskState::not_yet_started},
        {"In progress", TaskState::in_progress},
        {"Incomplete", TaskState::incomplete},
        {"Completed", TaskState::completed},
        {"Cannot start yet", TaskState::cannot_start_yet},
        {"There is a problem", TaskState::problem}};
    std::vector<Task> tasks;
    for (const Params& item : p.items("items")) {
        const Params status = item.child("status");
        const std::string name = status.child("tag").text("text") + status.text("text");
        if (!states.contains(name)) throw Lacking{"(other states)"};
        status.child("tag").text("colour");
        status.text("classes");
        tasks.push_back({.name = item.words("heading"),
                         .hint = item.words("hint"),
                         .where = item.has("href") ? std::optional(link(item)) : std::nullopt,
                         .state = states.at(name)});
    }
    return {task_list(view(), tasks, p.text("idPrefix"))};
}

Rendered tabs_of(const Params& p) {
    std::vector<Tab> all;
    const std::string prefix = p.has("idPrefix") ? p.text("idPrefix") : p.text("id");
    for (const Params& item : p.items("items"))
        all.push_back(
            {.id = item.has("id") ? item.text("id") : prefix + "-" + std::to_string(all.size() + 1),
             .label = item.text("label"),
             .panel = item.words("panel")});
    return {tabs(view(), all, p.text("id"))};
}

Rendered banner_of(const Params& p) {
    const bool success = p.text("variant") == "success";
    const bool body = p.has("html");
    return {notification_banner(
        view(), {.notice = success ? Notice::success : Notice::important,
                 .heading = p.has("heading") ? p.words("heading") : Content(p.text("text")),
                 .body = body ? html::raw(p.text("html")) : html::Html()})};
}

Rendered tag_of(const Params& p) {
    if (p.child("colour").value().is_bool()) throw Lacking{"colour: false"};
    return {tag(p.own_words(), one_of<Colour>(p.text("colour"),
                                              {"", "white", "grey", "green", "aqua-green", "blue",
                                               "purple", "pink", "red", "orange", "yellow"}))};
}

Rendered details_of(const Params& p) {
    return {details({.summary = p.words("summary"),
                     .open = p.flag("open"),
                     .expander = p.text("classes") == "nhsuk-expander"},
                    p.own_words())};
}

Rendered breadcrumb_of(const Params& p) {
    std::vector<Crumb> crumbs;
    for (const Params& item : p.items("items"))
        crumbs.push_back({item.own_words(), link(item)});
    return {breadcrumb(view(), crumbs)};
}

Rendered heading_of(const Params& p) {
    return {heading({.words = p.own_words(),
                     .level = 1,
                     .size = p.size("size"),
                     .caption = p.words("caption")})};
}

Rendered paragraph_in(const Params& p, html::Html (*component)(const View&, const html::Html&)) {
    if (p.has("html")) return {component(view(), html::raw(p.text("html")))};
    return {component(view(), html::html("<p>{}</p>", p.text("text")))};
}

}  // namespace

const std::map<std::string, Adapter>& adapters() {
    static const std::map<std::string, Adapter> all = {
        {"action-link",
         [](const Params& p) { return Rendered{action_link(p.own_words(), link(p))}; }},
        {"back-link",
         [](const Params& p) {
             return Rendered{back_link(view(), link(p)),
                             {{p.text("text") + "\n</a>", "Back\n</a>"}}};
         }},
        {"breadcrumb", breadcrumb_of},
        {"button", button_of},
        {"card", card_of},
        {"character-count",
         [](const Params& p) {
             if (!p.has("maxlength")) throw Lacking{"(no limit)"};
             return textarea_of(p);
         }},
        {"checkboxes", checkboxes_of},
        {"date-input", date_of},
        {"details", details_of},
        {"error-message",
         [](const Params& p) { return Rendered{error_message(view(), p.text("text"), "")}; }},
        {"error-summary", error_summary_of},
        {"fieldset",
         [](const Params& p) {
             return Rendered{fieldset({.legend = p.label("legend")}, html::raw(p.text("html")))};
         }},
        {"file-upload", file_of},
        {"heading", heading_of},
        {"input", input_of},
        {"inset-text", [](const Params& p) { return paragraph_in(p, inset_text); }},
        {"notification-banner", banner_of},
        {"pagination", pagination_of},
        {"panel",
         [](const Params& p) { return Rendered{panel(p.words("heading"), p.own_words())}; }},
        {"password-input", password_of},
        {"radios", radios_of},
        {"select", select_of},
        {"summary-list", summary_list_of},
        {"tables", table_of},
        {"tabs", tabs_of},
        {"tag", tag_of},
        {"task-list", task_list_of},
        {"textarea", textarea_of},
        {"warning-callout",
         [](const Params& p) {
             const auto text =
                 p.has("html")
                     ? html::raw(p.text("html"))
                     : html::html(R"(<p class="nhsuk-card__description">{}</p>)", p.text("text"));
             if (!p.has("heading")) throw Lacking{"(no heading)"};
             const std::string heading = p.plain("heading");
             return Rendered{warning_callout(view(), heading == "Important" ? "" : heading, text)};
         }},
    };
    return all;
}

}  // namespace primum
