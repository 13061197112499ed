#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/pagination.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"
#include "organisations/frame.h"
#include "organisations/pages.h"
#include "organisations/typed_day.h"

namespace primum::organisations {
namespace {

using html::html;
using html::url;

/// One page, part by part, from its top to its foot.
class OrganisationPage {
public:
    OrganisationPage(const access::Context& context, const Portrait& portrait)
        : context_(context),
          view_(context.view),
          portrait_(portrait),
          here_(portrait.here),
          organisation_(portrait.here.organisation) {}

    html::Html whole() const {
        return design::page(
            view_, {.title = portrait_.name, .breadcrumb = crumbs(view_, context_, here_, false)},
            html("{}{}{}{}{}{}{}{}", what_was_done(),
                 design::page_heading(portrait_.name,
                                      kind_label(view_, here_.kinds, organisation_.kind)),
                 end_of_it(), facts(), things_to_do(), portrait_.panels, below(), people()));
    }

private:
    html::Html what_was_done() const {
        struct Said {
            std::string_view done;
            const char* sentence;
        };
        static constexpr Said kSaid[] = {
            {"added", "The organisation has been added."},
            {"corrected", "The details have been saved."},
            {"renamed", "The new name has been saved."},
            {"moved", "The organisation has been moved."},
            {"closed", "The closing date has been saved."},
            {"merged", "The organisations have been merged."},
            {"given", "The role has been given."},
            {"invited", "The invitation has been sent."},
            {"ended", "The role has been ended."},
            {"withdrawn", "The invitation has been withdrawn. Its link no longer works."},
            {"imported", "The file has been imported."},
        };
        for (const Said& said : kSaid)
            if (said.done == portrait_.done)
                return design::notification_banner(view_, {.notice = design::Notice::success,
                                                           .heading = view_.say(said.sentence),
                                                           .body = {}});
        return {};
    }

    html::Html link(const Relative& other) const {
        if (!context_.scope.can_read(other.id)) return html("{}", other.name);
        return design::link(address(other.id), other.name);
    }

    /// That it has closed, and what became of it.
    html::Html end_of_it() const {
        html::Html words;
        for (const Relative& successor : portrait_.successors)
            words.append("<p>{} {}</p>",
                         view_.say("Merged on {} into", view_.words->day(successor.on)),
                         link(successor));
        if (organisation_.closed && *organisation_.closed < context_.today && words.empty())
            words.append("<p>{}</p>",
                         view_.say("Closed on {}.", view_.words->day(*organisation_.closed)));
        if (portrait_.wanted.day != context_.today)
            words.append(
                R"(<p>{} <a class="nhsuk-link" href="{}">{}</a></p>)",
                view_.say("You see it as it was on {}.", view_.words->day(portrait_.wanted.day)),
                address(here_.id()), view_.say("Show it as it is today"));
        return words.empty() ? html::Html() : design::inset_text(view_, words);
    }

    html::Html facts() const {
        design::SummaryList list{.rows = {}, .borders = true};
        const auto add = [&list](std::string_view key, html::Html value) {
            if (!value.empty())
                list.rows.push_back({.key = key, .value = std::move(value), .actions = {}});
        };
        add(view_.say("Status"), status());
        add(view_.say("Belongs to"), belongs_to());
        add(view_.say("Codes"), codes());
        add(view_.say("Opened"), day(organisation_.opened));
        add(view_.say("Closed"), day(organisation_.closed));
        add(view_.say("Earlier names"), earlier_names());
        add(view_.say("Formed from"), formed_from());
        return design::summary_list(view_, list);
    }

    html::Html day(const std::optional<Day>& day) const {
        return day ? html("{}", view_.words->day(*day)) : html::Html();
    }

    html::Html status() const {
        const Day shown = portrait_.wanted.day;
        if (organisation_.open_on(shown))
            return design::tag(view_.say("Open"), design::Colour::green);
        const bool closed = organisation_.closed && *organisation_.closed < shown;
        return design::tag(view_.say(closed ? "Closed" : "Not yet open"), design::Colour::grey);
    }

    /// From its parent up to the top, on the day that is shown.
    html::Html belongs_to() const {
        html::Html lines;
        for (auto above = here_.path.rbegin(); above != here_.path.rend(); ++above)
            lines.append(R"(<div>{} ({})</div>)", link({above->id, above->name, {}}),
                         kind_label(view_, here_.kinds, above->kind));
        return lines;
    }

    html::Html codes() const {
        html::Html lines;
        for (const Identifier& identifier : portrait_.identifiers)
            identifier.system == "local"
                ? lines.append("<div>{}</div>", identifier.value)
                : lines.append("<div>{} ({})</div>", identifier.value, identifier.system);
        return lines;
    }

    html::Html earlier_names() const {
        html::Html lines;
        for (const FormerName& former : portrait_.former_names)
            lines.append("<div>{}</div>",
                         view_.say("{}, until {}", former.name, view_.words->day(former.until)));
        return lines;
    }

    html::Html formed_from() const {
        html::Html lines;
        for (const Relative& earlier : portrait_.predecessors)
            lines.append("<div>{} ({})</div>", link(earlier), view_.words->day(earlier.on));
        return lines;
    }

    html::Html things_to_do() const {
        html::Html links;
        const auto add = [&links](const html::Url& where, std::string_view label) {
            links.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", where, label);
        };
        const OrganisationId organisation = here_.id();
        const std::string_view id = organisation.text();
        if (here_.may_keep) {
            if (below_it()) add(url("/organisations/{}/add", id), view_.say("Add one below it"));
            add(url("/organisations/{}/details", id), view_.say("Correct its details"));
            add(url("/organisations/{}/name", id), view_.say("Give it a new name"));
            if (above_it())
                add(url("/organisations/{}/place", id), view_.say("Move it in the tree"));
            add(url("/organisations/{}/closure", id), view_.say("Close it"));
            add(url("/organisations/{}/merger", id), view_.say("Merge it into another"));
        }
        if (here_.may_import)
            add(url("/organisations/{}/import", id), view_.say("Import organisations from a file"));
        if (links.empty()) return {};
        return design::details({.summary = view_.say("Change this organisation"), .id = {}},
                               html(R"(<ul class="nhsuk-list">{}</ul>)", links));
    }

    /// Whether any kind is greater than this one.
    bool above_it() const { return here_.kinds.begin()->rank < here_.kind().rank; }

    /// Whether any kind lies below this one.
    bool below_it() const {
        for (const Kind& kind : here_.kinds)
            if (kind.rank > here_.kind().rank) return true;
        return false;
    }

    html::Html below() const {
        if (!below_it()) return {};
        html::Html list;
        if (portrait_.below.empty()) {
            list = design::nothing_yet(
                portrait_.searched
                    ? view_.say("Nothing was found. Try a shorter part of its name or code.")
                    : view_.say("Nothing lies below it yet."));
        } else {
            list = organisation_table(context_, here_.kinds, count_in_words(), portrait_.below,
                                      portrait_.wanted.day);
        }
        return html(R"(<h2 class="nhsuk-heading-m" id="below">{}</h2>{}{}{})",
                    view_.say("What lies below"), search(), list, pages());
    }

    std::string count_in_words() const {
        return view_.words->count(static_cast<std::int64_t>(portrait_.count), "{} organisation",
                                  "{} organisations");
    }

    html::Html search() const {
        const Wanted& wanted = portrait_.wanted;
        const TypedDay on = wanted.day == context_.today ? TypedDay() : TypedDay::of(wanted.day);
        const auto fields = html(
            "{}{}{}{}",
            design::input(view_, {.name = "search",
                                  .label = view_.say("Find one at any level below"),
                                  .hint = view_.say("Part of its name or code"),
                                  .value = wanted.search,
                                  .type = "search",
                                  .width = 20}),
            design::checkboxes(
                view_, {.name = "closed",
                        .legend = {},
                        .choices = {{.value = "yes", .label = view_.say("Show closed ones too")}},
                        .values = {wanted.closed_too ? "yes" : ""},
                        .small = true}),
            design::details({.summary = view_.say("Show how it was on another day"),
                             .open = !on.empty(),
                             .id = {}},
                            design::date_input(view_, date_fields("on", view_.say("Day"), on, {}))),
            design::button({.label = view_.say("Show"), .look = design::ButtonLook::secondary}));
        return design::search_form({.action = address(here_.id()), .id = {}, .classes = {}},
                                   fields);
    }

    html::Html pages() const {
        const Wanted& wanted = portrait_.wanted;
        const std::size_t count = (portrait_.count + kOnAPage - 1) / kOnAPage;
        return design::pagination(
            view_, design::Pages{portrait_.page, count, [&](std::size_t page) {
                                     const auto on = TypedDay::of(wanted.day);
                                     return url(
                                         "/organisations/{}?search={}&closed={}&on-day={}&on-month="
                                         "{}&on-year={}&page={}",
                                         here_.id().text(), wanted.search,
                                         wanted.closed_too ? "yes" : "", on.day, on.month, on.year,
                                         page);
                                 }});
    }

    html::Html people() const {
        html::Html list;
        if (portrait_.members.empty()) {
            list = design::nothing_yet(view_.say("Nobody holds a role here yet."));
        } else {
            list = members();
        }
        html::Html actions;
        if (!here_.roles_to_give.empty())
            actions =
                design::button({.label = view_.say("Give somebody a role"),
                                .look = design::ButtonLook::secondary,
                                .where = url("/organisations/{}/roles/new", here_.id().text())});
        return html(R"(<h2 class="nhsuk-heading-m" id="people">{}</h2>{}{}{})", view_.say("People"),
                    list, invitations(), actions);
    }

    html::Html invitations() const {
        if (portrait_.invitations.empty()) return {};
        design::TableWriter table({.caption = view_.say("Invitations not yet accepted"),
                                   .caption_size = design::Size::s,
                                   .columns = {{.heading = view_.say("Email address")},
                                               {.heading = view_.say("Role")},
                                               {.heading = view_.say("Good until")},
                                               {.heading = view_.say("Change")}},
                                   .first_cell_is_heading = true});
        for (const Invitation& invitation : portrait_.invitations)
            table.row(invitation.email, view_.say(access::label(invitation.role)),
                      view_.words->moment(invitation.expires_at, view_.zone),
                      taking_back(invitation));
        return std::move(table).done();
    }

    html::Html taking_back(const Invitation& invitation) const {
        if (std::ranges::find(here_.roles_to_give, invitation.role) == here_.roles_to_give.end())
            return {};
        return design::form(
            view_,
            {.action = url("/organisations/{}/invitations/{}/withdrawal", here_.id().text(),
                           invitation.id.text()),
             .id = {},
             .classes = {}},
            design::button({.label = html(R"({}<span class="nhsuk-u-visually-hidden"> {}</span>)",
                                          view_.say("Withdraw"),
                                          view_.say("the invitation of {}", invitation.email)),
                            .look = design::ButtonLook::secondary,
                            .small = true}));
    }

    html::Html members() const {
        const bool gives = !here_.roles_to_give.empty();
        design::Table shape{.caption = view_.say("Roles in this organisation"),
                            .caption_size = design::Size::s,
                            .columns = {{.heading = view_.say("Name")},
                                        {.heading = view_.say("Role")},
                                        {.heading = view_.say("From")},
                                        {.heading = view_.say("Last day")}},
                            .first_cell_is_heading = true};
        if (gives) shape.columns.push_back({.heading = view_.say("Change")});
        design::TableWriter table(std::move(shape));
        for (const Membership& member : portrait_.members) {
            const auto role = view_.say(access::label(member.role));
            const auto from = view_.words->day(member.from);
            const auto until = member.until ? view_.words->day(*member.until) : std::string();
            gives ? table.row(html("{}<br>{}", member.name, member.email), role, from, until,
                              ending(member))
                  : table.row(member.name, role, from, until);
        }
        return std::move(table).done();
    }

    html::Html ending(const Membership& member) const {
        if (std::ranges::find(here_.roles_to_give, member.role) == here_.roles_to_give.end())
            return {};
        return html(
            R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
            url("/organisations/{}/roles/{}/end", here_.id().text(), member.id.text()),
            view_.say("End"), view_.say("the role of {}", member.name));
    }

    const access::Context& context_;
    const design::View& view_;
    const Portrait& portrait_;
    const Here& here_;
    const Organisation& organisation_;
};

}  // namespace

html::Html organisation_page(const access::Context& context, const Portrait& portrait) {
    return OrganisationPage(context, portrait).whole();
}

}  // namespace primum::organisations
