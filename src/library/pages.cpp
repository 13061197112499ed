#include "library/pages.h"

#include <algorithm>
#include <ranges>

#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/notification_banner.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"
#include "library/compare.h"
#include "library/index.h"
#include "library/words.h"

namespace primum::library {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

html::Url home_of(const Set& set) {
    return url("/library/{}", set.code);
}

html::Url version_address(std::string_view set, std::string_view code, int number) {
    return url("/library/{}/{}/versions/{}", set, code, number);
}

std::vector<design::Crumb> crumbs(const View& view, const Set* set, const Record* record) {
    std::vector<design::Crumb> way{{view.say("Home"), url("/")},
                                   {view.say("Library"), url("/library")}};
    if (set) way.push_back({view.said(set->title), home_of(*set)});
    if (record) way.push_back({record->code, address(record->set, record->code)});
    return way;
}

Html link(const html::Url& where, std::string_view words) {
    return html(R"(<a class="nhsuk-link" href="{}">{}</a>)", where, words);
}

Html paragraph(std::string_view words) {
    return html("<p>{}</p>", words);
}

std::string text_of(const Fields& fields, std::string_view field) {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
}

std::string label_of(const Set& set, const Fields& fields, std::string_view code) {
    const std::string label = text_of(fields, set.label);
    return label.empty() ? std::string(code) : label;
}

/// Whose words these are, or what they are not: on every page of the set.
Html notice(const View& view, const Set& set) {
    if (std::string_view(set.notice).empty()) return {};
    return design::inset_text(view, paragraph(view.said(set.notice)));
}

std::string name_in(const std::map<std::string, std::string, std::less<>>& names,
                    const std::string& code) {
    const auto found = names.find(code);
    return found == names.end() ? code : found->second;
}

/// "PSF" as "Patient Safety First"; several with commas between.
std::string campaigns_in_words(const Names& names, std::string_view list) {
    std::string words;
    for (const std::string& code : parts_of(list)) {
        if (!words.empty()) words += ", ";
        words += name_in(names.campaigns, code);
    }
    return words;
}

// What has changed --------------------------------------------------------------------------------

Html marked(const View& view, const std::vector<Piece>& pieces) {
    Html text;
    for (const Piece& piece : pieces) {
        if (piece.what == Piece::What::same)
            text.append("{} ", piece.text);
        else if (piece.what == Piece::What::removed)
            text.append(
                R"(<del class="pr-removed"><span class="nhsuk-u-visually-hidden">{} </span>{}</del> )",
                view.say("removed:"), piece.text);
        else
            text.append(
                R"(<ins class="pr-added"><span class="nhsuk-u-visually-hidden">{} </span>{}</ins> )",
                view.say("added:"), piece.text);
    }
    return text;
}

std::string which(const View& view, const Version& version) {
    return view.say("Version {}", version.number);
}

// The item ----------------------------------------------------------------------------------------

class ItemPage {
public:
    ItemPage(const access::Context& context, const ItemView& item)
        : view_(context.view),
          today_(context.today),
          item_(item),
          shown_(item.record.shown(context.today)) {}

    Html draw() const {
        const std::string title = label_of(item_.set, shown_.fields, item_.record.code);
        return design::page(
            view_,
            {.title = title, .breadcrumb = crumbs(view_, &item_.set, nullptr), .latest = true},
            design::two_thirds(html("{}{}{}{}{}{}{}{}{}{}", what_was_done(),
                                    design::page_heading(title, view_.said(item_.set.singular)),
                                    standing(), notice(view_, item_.set), what_is_coming(), words(),
                                    provenance(), package(), doors(), history())));
    }

private:
    Html what_was_done() const {
        const std::pair<std::string_view, std::string_view> known[] = {
            {"drafted", view_.say("The draft is out.")},
            {"agreed", view_.say("The new version is agreed.")},
            {"retired", view_.say("It is retired.")},
            {"added", view_.say("It is in the library.")}};
        for (const auto& [done, sentence] : known)
            if (item_.done == done)
                return design::notification_banner(
                    view_, {.notice = design::Notice::success, .heading = sentence});
        return {};
    }

    Html standing() const {
        return html(R"(<p>{} {}. {}</p>)", status_tag(view_, shown_.status), which(view_, shown_),
                    status_sentence(view_, shown_.status, shown_.from));
    }

    /// A later version that does not hold yet.
    Html what_is_coming() const {
        const Version& latest = item_.record.latest();
        if (latest.number == shown_.number) return {};
        const std::string sentence =
            latest.status == Status::draft
                ? std::string(view_.say("A draft of the next version is out."))
                : status_sentence(view_, latest.status, latest.from) + ".";
        return design::inset_text(
            view_, html("<p>{} {}</p>", sentence,
                        link(version_address(item_.record.set, item_.record.code, latest.number),
                             view_.say("See what it would change"))));
    }

    Html value(const Field& field, const std::string& text) const {
        if (field.code == "campaign") return html("{}", campaigns_in_words(item_.names, text));
        if (!field.refers.empty()) {
            Html links;
            for (const std::string& code : field.list ? parts_of(text) : std::vector{text}) {
                const std::string words = field.refers == "interventions"
                                              ? name_in(item_.names.interventions, code)
                                              : code;
                links.append("{}{}", links.empty() ? "" : ", ",
                             link(library::address(field.refers, code), words));
            }
            return links;
        }
        if (field.list) {
            Html items;
            for (const std::string& part : parts_of(text))
                items.append("<li>{}</li>", part);
            return html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items);
        }
        return html("{}", text);
    }

    Html words() const {
        std::vector<design::SummaryRow> rows;
        for (const Field& field : item_.set.fields) {
            const std::string text = text_of(shown_.fields, field.code);
            if (text.empty() || field.code == item_.set.label || field.code == "provenance")
                continue;
            rows.push_back({.key = view_.said(field.label), .value = value(field, text)});
        }
        return design::summary_list(view_, {.rows = std::move(rows)});
    }

    Html provenance() const {
        const std::string sentence =
            provenance_sentence(view_, text_of(shown_.fields, "provenance"));
        if (sentence.empty()) return {};
        return html(R"(<h2 class="nhsuk-heading-s">{}</h2><p>{}</p>)",
                    view_.say("Where it comes from"), sentence);
    }

    Html items(std::string_view heading, const std::vector<Item>& items, std::string_view field,
               const html::Url& all) const {
        if (items.empty()) return {};
        constexpr std::size_t kMost = 8;
        Html rows;
        for (const Item& item : items | std::views::take(kMost))
            rows.append("<li>{}</li>", link(library::address(item.set, item.code), item[field]));
        const auto count = static_cast<std::int64_t>(items.size());
        Html more;
        if (items.size() > kMost)
            more = html("<p>{}</p>", link(all, view_.words->count(count, "See {}", "See all {}")));
        return html(R"(<h3 class="nhsuk-heading-s">{}</h3><ul class="nhsuk-list)"
                    R"( nhsuk-list--bullet">{}</ul>{})",
                    heading, rows, more);
    }

    html::Url all_of(std::string_view set) const {
        const auto& alias = item_.package.alias;
        return url("/library/{}?intervention={}", set, alias.empty() ? item_.record.code : alias);
    }

    /// What an intervention brings with it.
    Html package() const {
        const Package& package = item_.package;
        const Html lists = html(
            "{}{}{}{}",
            items(view_.say("Parts"), package.parts, "name", url("/library/interventions")),
            items(view_.say("Change ideas"), package.drivers, "change_idea", all_of("drivers")),
            items(view_.say("Measures"), package.measures, "name", all_of("measures")),
            items(view_.say("Elements of its bundle"), package.bundles, "element",
                  all_of("bundles")));
        if (lists.empty()) return {};
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view_.say("What belongs to it"),
                    lists);
    }

    Html doors() const {
        if (!item_.may_edit) return {};
        const std::string_view set = item_.record.set;
        const std::string_view code = item_.record.code;
        const Version& latest = item_.record.latest();
        Html buttons = design::button({.label = view_.say("Change it"),
                                       .look = design::ButtonLook::secondary,
                                       .where = url("/library/{}/{}/change", set, code)});
        if (latest.status == Status::draft)
            buttons += design::button({.label = view_.say("Agree the draft"),
                                       .look = design::ButtonLook::secondary,
                                       .where = url("/library/{}/{}/agreement", set, code)});
        if (latest.status != Status::retired)
            buttons += design::button({.label = view_.say("Retire it"),
                                       .look = design::ButtonLook::secondary,
                                       .where = url("/library/{}/{}/retirement", set, code)});
        return design::button_group(buttons);
    }

    Html history() const {
        design::TableWriter table({.caption = view_.say("Its history"),
                                   .columns = {{view_.say("Version")},
                                               {view_.say("Standing")},
                                               {view_.say("Made")},
                                               {view_.say("Why")}},
                                   .first_cell_is_heading = true});
        for (const Version& version : item_.record.versions | std::views::reverse) {
            const std::string number = std::to_string(version.number);
            const Html name =
                version.number == 1
                    ? html("{}", number)
                    : html(R"(<a class="nhsuk-link" href="{}">{}<span)"
                           R"( class="nhsuk-u-visually-hidden"> {}</span></a>)",
                           version_address(item_.record.set, item_.record.code, version.number),
                           number, view_.say("and what it changed"));
            const std::string day =
                view_.words->day(std::chrono::floor<std::chrono::days>(version.made_at));
            table.row(name, status_sentence(view_, version.status, version.from),
                      version.made_by.empty() ? std::string(view_.say("Came with Primum"))
                                              : view_.say("{} by {}", day, version.made_by),
                      version.note);
        }
        Html keeper;
        if (!item_.record.owner_name.empty())
            keeper = html("<p>{}</p>", view_.say("Kept by {}.", item_.record.owner_name));
        return html("{}{}", std::move(table).done(), keeper);
    }

    const View& view_;
    Day today_;
    const ItemView& item_;
    const Version& shown_;
};

// A set -------------------------------------------------------------------------------------------

class SetPage {
public:
    SetPage(const View& view, const SetView& page) : view_(view), page_(page), set_(page.set) {}

    Html draw() const {
        return design::page(
            view_,
            {.title = view_.said(set_.title),
             .breadcrumb = crumbs(view_, nullptr, nullptr),
             .latest = true},
            html("{}{}{}",
                 design::two_thirds(html("{}<p class=\"nhsuk-lede-text\">{}</p>{}{}",
                                         design::page_heading(view_.said(set_.title)),
                                         view_.said(set_.about), notice(view_, set_), filter())),
                 found(), doors()));
    }

private:
    Html choice(const char* name, std::string_view label, std::string_view everything,
                const std::vector<std::string>& codes,
                const std::map<std::string, std::string, std::less<>>& names,
                const std::string& chosen) const {
        if (codes.size() < 2) return {};
        std::vector<design::Option> options{{.value = "", .label = everything}};
        for (const std::string& code : codes)
            options.push_back({.value = code, .label = name_in(names, code)});
        return design::select(
            view_, {.name = name, .label = label, .options = std::move(options), .value = chosen});
    }

    Html filter() const {
        return design::search_form(
            {.action = home_of(set_), .classes = "pr-filter"},
            html("{}{}{}{}{}",
                 design::input(view_, {.name = "q",
                                       .label = view_.say("Words in it"),
                                       .value = page_.wanted.words,
                                       .type = "search"}),
                 choice("campaign", view_.say("Campaign"), view_.say("Every campaign"),
                        page_.campaigns, page_.names.campaigns, page_.wanted.campaign),
                 choice("intervention", view_.say("Intervention"), view_.say("Every intervention"),
                        page_.interventions, page_.names.interventions, page_.wanted.intervention),
                 design::checkboxes(
                     view_,
                     {.name = "all",
                      .choices = {{.value = "yes",
                                   .label = view_.say("Drafts and what has been retired too")}},
                      .values = page_.wanted.all ? std::vector<std::string>{"yes"}
                                                 : std::vector<std::string>{},
                      .small = true}),
                 design::button(
                     {.label = view_.say("Show"), .look = design::ButtonLook::secondary})));
    }

    Html row_status(const Listed& item) const {
        Html tags = status_tag(view_, item.status);
        if (item.draft_waits)
            tags.append(" {}", design::tag(view_.say("Next draft"), design::Colour::yellow));
        return tags;
    }

    Html found() const {
        if (page_.items.empty())
            return design::nothing_yet(
                view_.say("Nothing here fits: use fewer words, or choose every campaign."));
        std::vector<design::Column> columns{{view_.said(set_.singular)}};
        const bool by_intervention = page_.interventions.size() > 1;
        const Field* group = set_.find(set_.group);
        const bool grouped = group && set_.group != "campaign" && set_.group != "intervention";
        const bool by_campaign = page_.campaigns.size() > 1;
        if (by_campaign) columns.push_back({view_.say("Campaign")});
        if (by_intervention) columns.push_back({view_.say("Intervention")});
        if (grouped) columns.push_back({view_.said(group->label)});
        columns.push_back({view_.say("Standing")});
        design::TableWriter table({.caption = view_.words->count(
                                       static_cast<std::int64_t>(page_.count), "{} row", "{} rows"),
                                   .columns = std::move(columns),
                                   .first_cell_is_heading = true});
        for (const Listed& item : page_.items) {
            std::vector<design::Content> cells;
            cells.emplace_back(link(library::address(set_.code, item.code),
                                    label_of(set_, item.fields, item.code)));
            if (by_campaign)
                cells.emplace_back(
                    campaigns_in_words(page_.names, text_of(item.fields, "campaign")));
            if (by_intervention)
                cells.emplace_back(
                    name_in(page_.names.interventions, text_of(item.fields, "intervention")));
            if (grouped) cells.emplace_back(text_of(item.fields, set_.group));
            cells.emplace_back(row_status(item));
            table.row(std::span<const design::Content>(cells));
        }
        return html("{}{}", std::move(table).done(), other_pages());
    }

    Html other_pages() const {
        const Wanted& wanted = page_.wanted;
        return design::pagination(
            view_, design::Pages{
                       wanted.page, (page_.count + kOnAPage - 1) / kOnAPage, [&](std::size_t page) {
                           return url("/library/{}?q={}&campaign={}&intervention={}&all={}&page={}",
                                      set_.code, wanted.words, wanted.campaign, wanted.intervention,
                                      wanted.all ? "yes" : "", page);
                       }});
    }

    Html doors() const {
        Html add;
        if (page_.may_add)
            add = design::button({.label = view_.say("Add a row"),
                                  .look = design::ButtonLook::secondary,
                                  .where = url("/library/{}/add", set_.code)});
        return html(
            "<p>{}</p>{}",
            link(url("/library/{}/csv", set_.code), view_.say("Download what is agreed, as CSV")),
            add);
    }

    const View& view_;
    const SetView& page_;
    const Set& set_;
};

Html cancel(const View& view, const html::Url& where) {
    return html("<p>{}</p>", link(where, view.say("Cancel and go back")));
}

/// Draft, or agreed from a day on.
Html how_input(const View& view, const ItemForm& form, const Problems& problems) {
    return design::radios(
        view,
        {.name = "how",
         .legend = {view.say("Is it agreed?"), design::Size::s},
         .choices = {{.value = "draft",
                      .label = view.say("No, it is a draft"),
                      .hint = view.say("Everybody can read it; what holds now goes on holding")},
                     {.value = "agreed",
                      .label = view.say("Yes, it is agreed"),
                      .then_ask = from_input(view, form, problems,
                                             view.say("From which day does it hold?"))}},
         .value = form.how,
         .error = problems.about("how")});
}

Html form_page(const View& view, std::string_view title, std::string_view caption,
               std::vector<design::Crumb> way, const Problems& problems, const Html& content) {
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                                design::page_heading(title, caption), content)));
}

}  // namespace

Html library_page(const access::Context& context, const std::vector<Count>& counts,
                  std::size_t news) {
    const View& view = context.view;
    design::TableWriter table({.caption = view.say("Sets of content"),
                               .columns = {{view.say("Set")},
                                           {view.say("What it is for")},
                                           {.heading = view.say("Agreed rows"), .numeric = true}},
                               .first_cell_is_heading = true});
    for (const Set& set : sets()) {
        const auto count = std::ranges::find(counts, set.code, &Count::set);
        const std::size_t items = count == counts.end() ? 0 : count->items;
        table.row(link(home_of(set), view.said(set.title)), view.said(set.about), items);
    }
    const Html changes =
        html("<p>{} {}</p>",
             news == 0 ? std::string(view.say("Nothing has changed since it was put in."))
                       : view.words->count(static_cast<std::int64_t>(news),
                                           "{} change has been made to it.",
                                           "{} changes have been made to it."),
             link(url("/library/changes"), view.say("What has changed lately")));
    return design::page(
        view,
        {.title = view.say("Library"),
         .breadcrumb = {{view.say("Home"), url("/")}},
         .latest = true},
        html(
            "{}{}{}",
            design::two_thirds(html(
                R"({}<p class="nhsuk-lede-text">{}</p>{}{})",
                design::page_heading(view.say("Library")),
                view.say("What campaigns and programmes are made of: interventions, the ideas that "
                         "drive them, measures, care bundles, surveys and plans. Take what helps "
                         "you."),
                paragraph(view.say(
                    "Every row belongs to an organisation that can change it. What it said before "
                    "stays: each page shows its versions, from when each holds, and why it was "
                    "changed.")),
                changes)),
            std::move(table).done(),
            design::two_thirds(html(
                R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">)"
                R"(<li>{}</li><li>{}</li><li>{}</li></ul>{}{})",
                view.say("Where it comes from"),
                view.say("Stated: a source that was read says so."),
                view.say("Background: usual professional knowledge that was not confirmed from a "
                         "source. Have a clinician check it before real use."),
                view.say("Derived: made by us."),
                paragraph(view.say(
                    "Thresholds for doses, times and temperatures change. Whoever uses this "
                    "needs somebody with clinical responsibility for it, and a day on which it is "
                    "looked at again.")),
                paragraph(view.say(
                    "All of it is in our own words. Where a method belongs to somebody, its page "
                    "says so."))))));
}

Html set_page(const access::Context& context, const SetView& set_view) {
    return SetPage(context.view, set_view).draw();
}

Html item_page(const access::Context& context, const ItemView& item) {
    return ItemPage(context, item).draw();
}

Html comparison_page(const access::Context& context, const Set& set, const Record& record,
                     const Version& before, const Version& after) {
    const View& view = context.view;
    const std::string title = view.say("What version {} changed", after.number);
    design::TableWriter table(
        {.caption = view.say("Version {} beside version {}", after.number, before.number),
         .columns = {{view.say("Field")}, {view.say("Change")}},
         .first_cell_is_heading = true});
    std::size_t changed = 0;
    for (const Field& field : set.fields) {
        const std::string was = text_of(before.fields, field.code);
        const std::string is = text_of(after.fields, field.code);
        if (was == is) continue;
        table.row(view.said(field.label), marked(view, compare(was, is)));
        ++changed;
    }
    const Html differences =
        changed > 0 ? std::move(table).done()
                    : paragraph(view.say("The words are the same; its standing is not."));
    const auto made = [&](const Version& version) {
        return version.made_by.empty()
                   ? std::string(view.say("Came with Primum"))
                   : view.say(
                         "{} by {}",
                         view.words->day(std::chrono::floor<std::chrono::days>(version.made_at)),
                         version.made_by);
    };
    return design::page(
        view, {.title = title, .breadcrumb = crumbs(view, &set, &record), .latest = true},
        html("{}{}",
             design::two_thirds(html(
                 R"({}<p>{} {}</p>{}<p>{}</p><p>{}</p>)",
                 design::page_heading(title, label_of(set, after.fields, record.code)),
                 status_tag(view, after.status), status_sentence(view, after.status, after.from),
                 after.note.empty() ? Html() : html("<p>{} {}</p>", view.say("Why:"), after.note),
                 made(after),
                 view.say("Words that were removed are crossed out; words that were added are "
                          "underlined."))),
             differences));
}

Html news_page(const access::Context& context, const std::vector<News>& news, std::size_t count,
               std::size_t page) {
    const View& view = context.view;
    Html list;
    for (const News& one : news) {
        const Set& set = *find_set(one.set);
        const std::string day = view.words->day(std::chrono::floor<std::chrono::days>(one.made_at));
        const Html what =
            one.number == 1
                ? html("{}", view.say("New"))
                : html(R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden">)"
                       R"( {}</span></a>)",
                       version_address(one.set, one.code, one.number),
                       view.say("Version {}: what changed", one.number),
                       label_of(set, one.fields, one.code));
        list.append(R"(
            <li class="pr-news__item"><p class="nhsuk-body-s nhsuk-u-margin-bottom-1">{}{}</p>
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{}</h2>
            <p class="nhsuk-u-margin-bottom-1">{} {}. {}</p><p>{}{}</p></li>)",
                    day + ", ", view.said(set.singular),
                    link(library::address(one.set, one.code), label_of(set, one.fields, one.code)),
                    status_tag(view, one.status), status_sentence(view, one.status, one.from), what,
                    one.note, one.made_by.empty() ? std::string() : " (" + one.made_by + ")");
    }
    const Html shown = news.empty() ? design::nothing_yet(view.say("Nothing has changed yet."))
                                    : html(R"(<ul class="nhsuk-list pr-news">{}</ul>)", list);
    return design::page(
        view,
        {.title = view.say("What has changed lately"),
         .breadcrumb = crumbs(view, nullptr, nullptr),
         .latest = true},
        design::two_thirds(html(
            "{}{}{}{}",
            design::page_heading(view.say("What has changed lately"), view.say("Library")),
            paragraph(
                view.say("Every change to the library since its content came with Primum, the "
                         "newest first.")),
            shown,
            design::pagination(
                view, design::Pages{page, (count + kOnAPage - 1) / kOnAPage, [](std::size_t other) {
                                        return url("/library/changes?page={}", other);
                                    }}))));
}

Html change_page(const access::Context& context, const Set& set, const Record& record,
                 const ItemForm& form, const Problems& problems) {
    const View& view = context.view;
    return form_page(
        view, view.say("Change it"), label_of(set, record.latest().fields, record.code),
        crumbs(view, &set, &record), problems,
        html("{}{}{}",
             paragraph(view.say("This makes a new version. What it said before stays in its "
                                "history.")),
             design::form(view, {.action = url("/library/{}/{}/change", set.code, record.code)},
                          html("{}{}{}{}{}", design::hidden("rev", std::to_string(form.rev)),
                               field_inputs(view, set, form, problems, false),
                               note_input(view, form, problems), how_input(view, form, problems),
                               design::button({.label = view.say("Save"), .once = true}))),
             cancel(view, library::address(set.code, record.code))));
}

Html add_page(const access::Context& context, const Set& set, const ItemForm& form,
              const Problems& problems) {
    const View& view = context.view;
    return form_page(
        view, view.say("Add a row"), view.said(set.title), crumbs(view, &set, nullptr), problems,
        html("{}{}{}", notice(view, set),
             design::form(view, {.action = url("/library/{}/add", set.code)},
                          html("{}{}{}{}", field_inputs(view, set, form, problems, true),
                               note_input(view, form, problems), how_input(view, form, problems),
                               design::button({.label = view.say("Save"), .once = true}))),
             cancel(view, home_of(set))));
}

Html step_page(const access::Context& context, const Set& set, const Record& record, Step step,
               const ItemForm& form, const Problems& problems) {
    const View& view = context.view;
    const bool agrees = step == Step::agreement;
    const std::string title(agrees ? view.say("Agree the draft") : view.say("Retire it"));
    const std::string about(
        agrees ? view.say("From the day that you enter, the words of the draft hold for everybody.")
               : view.say("It stays readable with its history. From the day that you enter, lists "
                          "and campaigns no longer offer it."));
    const Html fields = html(
        "{}{}{}{}", design::hidden("rev", std::to_string(form.rev)),
        from_input(view, form, problems,
                   agrees ? view.say("From which day does it hold?")
                          : view.say("From which day is it retired?")),
        note_input(view, form, problems),
        design::button({.label = title,
                        .look = agrees ? design::ButtonLook::primary : design::ButtonLook::warning,
                        .once = true}));
    const auto where = agrees ? url("/library/{}/{}/agreement", set.code, record.code)
                              : url("/library/{}/{}/retirement", set.code, record.code);
    return form_page(view, title, label_of(set, record.latest().fields, record.code),
                     crumbs(view, &set, &record), problems,
                     html("{}{}{}", paragraph(about), design::form(view, {.action = where}, fields),
                          cancel(view, library::address(set.code, record.code))));
}

}  // namespace primum::library
