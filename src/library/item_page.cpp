#include "library/pages.h"

#include <ranges>

#include "design/button.h"
#include "design/callouts.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "library/frame.h"
#include "library/index.h"
#include "library/words.h"

namespace primum::library {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

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
            design::two_thirds(html("{}{}{}{}{}{}{}{}{}{}{}", what_was_done(),
                                    design::page_heading(title, view_.said(item_.set.singular)),
                                    standing(), notice(view_, item_.set), what_is_coming(), words(),
                                    provenance(), package(), item_.panels, doors(), history())));
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
            view_,
            html("<p>{} {}</p>", sentence,
                 design::link(version_address(item_.record.set, item_.record.code, latest.number),
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
                             design::link(library::address(field.refers, code), words));
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
            rows.append("<li>{}</li>",
                        design::link(library::address(item.set, item.code), item[field]));
        const auto count = static_cast<std::int64_t>(items.size());
        Html more;
        if (items.size() > kMost)
            more = html("<p>{}</p>",
                        design::link(all, view_.words->count(count, "See {}", "See all {}")));
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

}  // namespace

Html item_page(const access::Context& context, const ItemView& item) {
    return ItemPage(context, item).draw();
}

}  // namespace primum::library
