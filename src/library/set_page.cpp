#include "library/pages.h"

#include "design/button.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/table.h"
#include "design/tag.h"
#include "library/frame.h"
#include "library/index.h"
#include "library/words.h"

namespace primum::library {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

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
            cells.emplace_back(design::link(library::address(set_.code, item.code),
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
        return html("<p>{}</p>{}",
                    design::link(url("/library/{}/csv", set_.code),
                                 view_.say("Download what is agreed, as CSV")),
                    add);
    }

    const View& view_;
    const SetView& page_;
    const Set& set_;
};

}  // namespace

Html set_page(const access::Context& context, const SetView& set_view) {
    return SetPage(context.view, set_view).draw();
}

}  // namespace primum::library
