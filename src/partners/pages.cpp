#include "partners/pages.h"

#include "design/button.h"
#include "design/callouts.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"

namespace primum::partners {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

html::Url address(std::string_view code) {
    return url("/partners/{}", code);
}

std::vector<design::Crumb> crumbs(const View& view, const Partner* partner) {
    std::vector<design::Crumb> way{{view.say("Home"), url("/")},
                                   {view.say("Partners"), url("/partners")}};
    if (partner) way.push_back({partner->name, address(partner->code)});
    return way;
}

Html status_tag(const View& view, bool closed) {
    return closed ? design::tag(view.say("Closed"), design::Colour::grey)
                  : design::tag(view.say("Active"), design::Colour::green);
}

/// "2012" or "1 June 2012".
std::string when(const View& view, const std::string& closed_on) {
    const auto day = parse_iso_day(closed_on);
    return day ? view.words->day(*day) : closed_on;
}

std::string closing(const View& view, const std::string& closed_on) {
    return closed_on.empty() ? std::string(view.say("Closed."))
                             : view.say("Closed in {}.", when(view, closed_on));
}

/// A sentence begins with it.
std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// "Its functions passed to NHS England."
Html passed(const View& view, const Relative& to) {
    const std::string what = to.what.empty() ? std::string(view.say("It goes on as"))
                                             : view.say("{} passed to", capital(to.what));
    return html("{} {}.", what, design::link(address(to.code), to.name));
}

/// "Before it there was the National Patient Safety Agency, closed in 2012: its functions."
Html took_over(const View& view, const Relative& from) {
    std::string end = from.closed && !from.closed_on.empty()
                          ? ", " + view.say("closed in {}", when(view, from.closed_on))
                          : std::string();
    if (!from.what.empty()) end += ": " + view.say("here is what became of {}", from.what);
    return html("{} {}{}.", view.say("It came after"), design::link(address(from.code), from.name),
                end);
}

Html names_of(const std::vector<Relative>& relatives) {
    Html names;
    for (const Relative& relative : relatives)
        names.append("{}{}", names.empty() ? "" : ", ",
                     design::link(address(relative.code), relative.name));
    return names;
}

/// The address of a page, which may be a stranger's: text where it is not safe in a link.
Html outside(const std::string& address) {
    const auto where = html::Url::parse(address);
    if (!where) return html("{}", address);
    return html(R"(<a class="nhsuk-link pr-long" href="{}" rel="noopener noreferrer">{}</a>)",
                *where, address);
}

class PartnerPage {
public:
    PartnerPage(const View& view, const Portrait& portrait)
        : view_(view), portrait_(portrait), partner_(portrait.partner) {}

    Html draw() const {
        return design::page(
            view_, {.title = partner_.name, .breadcrumb = crumbs(view_, nullptr), .latest = true},
            design::two_thirds(html("{}{}{}{}{}{}{}", what_was_done(),
                                    design::page_heading(partner_.name, view_.say("Partner")),
                                    dead_link(), what_is_known(), chain(), campaigns(), doors())));
    }

private:
    Html what_was_done() const {
        const std::pair<std::string_view, std::string_view> known[] = {
            {"added", view_.say("The partner is in the directory.")},
            {"saved", view_.say("The details are saved.")},
            {"succession", view_.say("What came after it is saved.")}};
        for (const auto& [done, sentence] : known)
            if (portrait_.done == done)
                return design::notification_banner(
                    view_, {.notice = design::Notice::success, .heading = sentence});
        return {};
    }

    Html dead_link() const {
        const auto& check = portrait_.check;
        if (!check || check->works()) return {};
        const std::string day = view_.words->day(std::chrono::floor<std::chrono::days>(check->at));
        Html instead;
        if (!portrait_.heirs.empty())
            instead =
                html("<p>{} {}.</p>", view_.say("Look instead at"), names_of(portrait_.heirs));
        return design::warning_callout(
            view_, {},
            html("<p>{}</p>{}",
                 view_.say("The link to its pages did not work when it was last checked on {}.",
                           day),
                 instead),
            2);
    }

    Html what_is_known() const {
        std::vector<design::SummaryRow> rows;
        rows.push_back(
            {.key = view_.say("Status"),
             .value = html("{}{}", status_tag(view_, partner_.closed),
                           partner_.closed && !partner_.closed_on.empty()
                               ? " " + view_.say("in {}", when(view_, partner_.closed_on))
                               : std::string())});
        if (!partner_.role.empty())
            rows.push_back(
                {.key = view_.say("What it does in the campaign"), .value = partner_.role});
        if (!partner_.country.empty())
            rows.push_back({.key = view_.say("Country"), .value = partner_.country});
        if (!partner_.link.empty())
            rows.push_back({.key = view_.say("Its own pages"), .value = outside(partner_.link)});
        if (!partner_.note.empty())
            rows.push_back({.key = view_.say("Note"), .value = partner_.note});
        return design::summary_list(view_, {.rows = std::move(rows)});
    }

    /// Those before it and after it.
    Html chain() const {
        Html sentences;
        if (partner_.closed) sentences.append("<li>{}</li>", closing(view_, partner_.closed_on));
        for (const Relative& successor : portrait_.successors)
            sentences.append("<li>{}</li>", passed(view_, successor));
        for (const Relative& predecessor : portrait_.predecessors)
            sentences.append("<li>{}</li>", took_over(view_, predecessor));
        if (partner_.closed && portrait_.successors.empty())
            sentences.append("<li>{}</li>", view_.say("No successor is known here."));
        if (sentences.empty()) return {};
        return html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
            view_.say("What was before and after"), sentences);
    }

    Html campaigns() const {
        if (portrait_.campaigns.empty()) return {};
        Html items;
        for (const Sponsored& campaign : portrait_.campaigns)
            items.append("<li>{}{}</li>",
                         design::link(url("/campaigns/{}", campaign.code), campaign.name),
                         campaign.role.empty() ? std::string() : ": " + campaign.role);
        return html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
            view_.say("Campaigns that it sponsors"), items);
    }

    Html doors() const {
        if (!portrait_.may_edit) return {};
        return design::button_group(
            html("{}{}",
                 design::button({.label = view_.say("Change its details"),
                                 .look = design::ButtonLook::secondary,
                                 .where = url("/partners/{}/details", partner_.code)}),
                 design::button({.label = view_.say("Say what came after it"),
                                 .look = design::ButtonLook::secondary,
                                 .where = url("/partners/{}/successor", partner_.code)})));
    }

    const View& view_;
    const Portrait& portrait_;
    const Partner& partner_;
};

Html form_page(const View& view, std::string_view title, std::string_view caption,
               std::vector<design::Crumb> way, const Problems& problems, const Html& content) {
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                                design::page_heading(title, caption), content)));
}

Html cancel(const View& view, const html::Url& where) {
    return html("<p>{}</p>", design::link(where, view.say("Cancel and go back")));
}

Html save_button(const View& view) {
    return design::button({.label = view.say("Save"), .once = true});
}

Html rows_of(const View& view, const std::vector<Listed>& partners, bool closed) {
    Html items;
    for (const Listed& one : partners) {
        if (one.partner.closed != closed) continue;
        Html after;
        for (const Relative& successor : one.successors)
            after.append(" {}", passed(view, successor));
        const Html end = closed ? html("<p class=\"nhsuk-u-margin-bottom-0\">{}{}</p>",
                                       closing(view, one.partner.closed_on), after)
                                : Html();
        items.append(R"(
            <li class="pr-results__item"><h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a
            class="nhsuk-link" href="{}">{}</a></h3><p class="nhsuk-u-margin-bottom-1">{}</p>
            <p class="nhsuk-body-s nhsuk-u-margin-bottom-1 pr-results__kind">{}</p>{}</li>)",
                     address(one.partner.code), one.partner.name, one.partner.role,
                     one.partner.country, end);
    }
    return items;
}

Html section(std::string_view heading, const Html& items) {
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list pr-results">{}</ul>)",
                heading, items);
}

}  // namespace

Html list_page(const access::Context& context, const std::vector<Listed>& partners, bool may_add) {
    const View& view = context.view;
    Html doors;
    if (may_add)
        doors = html("{}<p>{}</p>",
                     design::button({.label = view.say("Add a partner"),
                                     .look = design::ButtonLook::secondary,
                                     .where = url("/partners/new")}),
                     design::link(url("/partners/links"), view.say("See which links work")));
    return design::page(
        view,
        {.title = view.say("Partners"),
         .breadcrumb = {{view.say("Home"), url("/")}},
         .latest = true},
        design::two_thirds(html(
            R"({}<p class="nhsuk-lede-text">{}</p>{}{}{})",
            design::page_heading(view.say("Partners")),
            view.say("The bodies that campaigns work with: what each does, where to read more, and "
                     "what became of those that are gone."),
            section(view.say("At work today"), rows_of(view, partners, false)),
            section(view.say("Closed, and what came after"), rows_of(view, partners, true)),
            doors)));
}

Html partner_page(const access::Context& context, const Portrait& portrait) {
    return PartnerPage(context.view, portrait).draw();
}

Html new_page(const access::Context& context, const PartnerForm& form, const Problems& problems) {
    const View& view = context.view;
    return form_page(
        view, view.say("Add a partner"), "", crumbs(view, nullptr), problems,
        html("{}{}",
             design::form(view, {.action = url("/partners/new")},
                          html("{}{}", fields(view, form, problems, true), save_button(view))),
             cancel(view, url("/partners"))));
}

Html details_page(const access::Context& context, const Partner& partner, const PartnerForm& form,
                  const Problems& problems) {
    const View& view = context.view;
    return form_page(
        view, view.say("Change its details"), partner.name, crumbs(view, &partner), problems,
        html("{}{}",
             design::form(view, {.action = url("/partners/{}/details", partner.code)},
                          html("{}{}{}", design::hidden("rev", std::to_string(form.rev)),
                               fields(view, form, problems, false), save_button(view))),
             cancel(view, address(partner.code))));
}

Html successor_page(const access::Context& context, const Partner& partner,
                    const std::vector<Partner>& others, const std::vector<Relative>& successors,
                    const SuccessorForm& form, const Problems& problems) {
    const View& view = context.view;
    std::vector<design::Option> options{{.value = "", .label = ""}};
    for (const Partner& other : others)
        if (other.code != partner.code)
            options.push_back({.value = other.code, .label = other.name});
    Html known;
    for (const Relative& successor : successors)
        known.append(
            "<li>{}{}</li>", passed(view, successor),
            design::form(view, {.action = url("/partners/{}/successor/removal", partner.code)},
                         html("{}{}", design::hidden("successor", successor.code),
                              design::button({.label = view.say("Take back: {}", successor.name),
                                              .look = design::ButtonLook::secondary,
                                              .small = true}))));
    return form_page(
        view, view.say("Say what came after it"), partner.name, crumbs(view, &partner), problems,
        html("{}{}<p>{}</p>{}",
             known.empty() ? Html() : html(R"(<ul class="nhsuk-list">{}</ul>)", known),
             design::form(
                 view, {.action = url("/partners/{}/successor", partner.code)},
                 html("{}{}{}",
                      design::select(
                          view, {.name = "successor",
                                 .label = {view.say("Which body came after it?"), design::Size::s},
                                 .options = std::move(options),
                                 .value = form.successor,
                                 .error = problems.about("successor")}),
                      design::input(view, {.name = "what",
                                           .label = {view.say("What passed to it? (optional)"),
                                                     design::Size::s},
                                           .hint = view.say("For example, its functions. Leave it "
                                                            "empty where all of it went on"),
                                           .value = form.what,
                                           .error = problems.about("what")}),
                      save_button(view))),
             design::link(url("/partners/new"),
                          view.say("Add the body first if it is not in the list")),
             cancel(view, address(partner.code))));
}

Html links_page(const access::Context& context, const std::vector<CheckedLink>& links) {
    const View& view = context.view;
    design::TableWriter table({.caption = view.say("Links to other people's pages"),
                               .columns = {{view.say("Of")},
                                           {view.say("Link")},
                                           {view.say("Answer")},
                                           {view.say("Last checked")}},
                               .first_cell_is_heading = true});
    const auto day = [&](Instant at) {
        return view.words->day(std::chrono::floor<std::chrono::days>(at));
    };
    for (const auto& [link_, check] : links) {
        Html answer = html("{}", view.say("Not checked yet"));
        if (check && check->works())
            answer = design::tag(view.say("Works"), design::Colour::green);
        else if (check)
            answer = html("{} {}{}", design::tag(view.say("Does not work"), design::Colour::red),
                          check->problem,
                          check->dead_since ? ", " + view.say("since {}", day(*check->dead_since))
                                            : std::string());
        const auto page = html::Url::parse(link_.path);
        table.row(page ? design::link(*page, link_.what) : html("{}", link_.what),
                  outside(link_.address), answer, check ? day(check->at) : std::string());
    }
    const Html shown = links.empty() ? design::nothing_yet(view.say("There are no links yet."))
                                     : std::move(table).done();
    return design::page(
        view, {.title = view.say("Which links work"), .breadcrumb = crumbs(view, nullptr)},
        html("{}{}",
             design::two_thirds(
                 html("{}<p>{}</p>", design::page_heading(view.say("Which links work")),
                      view.say("Whoever runs this service has them checked with the command primum "
                               "links check."))),
             shown));
}

}  // namespace primum::partners
