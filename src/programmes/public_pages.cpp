// What everybody sees: what a programme is, when its cohorts are, who takes part, how to apply.

#include "access/policy.h"
#include "campaigns/campaign.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/heading.h"
#include "design/hero.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "design/tag.h"
#include "programmes/actions.h"
#include "programmes/numeral.h"
#include "programmes/words.h"

namespace primum::programmes {
namespace {

using html::html;
using html::url;

std::optional<campaigns::Campaign> campaign_of(const store::Reader& db,
                                               const Programme& programme) {
    if (!programme.campaign) return {};
    auto campaign = campaigns::find_campaign(db, campaigns::CampaignId(*programme.campaign));
    return campaign && campaign->is_public() ? std::move(campaign) : std::nullopt;
}

bool keeps_some(const access::Context& context) {
    return context.session && context.person().holds(access::policy::programme_keepers.roles);
}

/// A programme that visitors may see; one that is a draft is seen by who keeps one.
std::optional<Programme> public_programme(const http::Request& request,
                                          const access::Context& context) {
    auto programme = find_programme(context.db, request.part("programme"));
    if (!programme || (programme->status == "draft" && !keeps_some(context))) return {};
    return programme;
}

std::vector<Cohort> public_cohorts(const access::Context& context, const Programme& programme) {
    auto cohorts = cohorts_of(context.db, programme.id);
    std::erase_if(cohorts, [](const Cohort& cohort) { return !cohort.public_(); });
    return cohorts;
}

std::string places_in_words(const access::Context& context, const Cohort& cohort) {
    const design::View& view = context.view;
    const Places places = places_of(context.db, cohort);
    if (cohort.finished(context.today) || cohort.begun(context.today))
        return view.words->count(places.taken, "{} team took a place", "{} teams took a place");
    std::string words = view.say("{} of {} places left", places.left(), places.all);
    if (places.waiting > 0)
        words += "; " + view.words->count(places.waiting, "{} team waits", "{} teams wait");
    return words;
}

html::Html cohort_table(const access::Context& context, const Programme& programme,
                        const std::vector<Cohort>& cohorts) {
    const design::View& view = context.view;
    if (cohorts.empty()) return design::nothing_yet(view.say("No cohort has been announced yet."));
    design::TableWriter table({.caption = view.say("Cohorts of {}", programme.called()),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Cohort")},
                                           {.heading = view.say("Dates")},
                                           {.heading = view.say("Applications")},
                                           {.heading = view.say("Places")},
                                           {.heading = view.say("Status")}},
                               .first_cell_is_heading = true});
    for (const Cohort& cohort : cohorts)
        table.row(
            design::link(address(programme, cohort), cohort_name(programme, cohort)),
            days_in_words(view, cohort.starts, cohort.ends.value_or(cohort.starts)),
            view.say("{} to {}", view.words->day(cohort.opens), view.words->day(cohort.closes)),
            places_in_words(context, cohort), cohort_tag(view, cohort, context.today));
    return std::move(table).done();
}

html::Html keepers_link(const access::Context& context, const Programme& programme) {
    if (!keeps_some(context)) return {};
    return html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", desk_address(programme),
                context.view.say("Keep this programme"));
}

/// Leads somebody who is signed in to the workspace of one of their organisations.
html::Html own_workspaces(const access::Context& context, const Programme& programme) {
    if (!context.session) return {};
    const design::View& view = context.view;
    html::Html links;
    std::vector<OrganisationId> seen;
    for (const access::Held& held : context.person().roles) {
        if (!access::policy::organisation_leaders.roles.has(held.role) ||
            held.role == access::Role::administrator)
            continue;
        if (std::ranges::find(seen, held.organisation) != seen.end()) continue;
        seen.push_back(held.organisation);
        const auto name =
            context.db.one([](const store::Row& row) { return row.get<std::string>(0); },
                           "SELECT name FROM organisations WHERE id = $1", held.organisation);
        if (!name) continue;
        const bool enrolled =
            is_enrolled(context.db, held.organisation, programme.id, context.today);
        links.append("{}",
                     design::button({.label = enrolled ? view.say("Go to the team of {}", *name)
                                                       : view.say("Apply for {}", *name),
                                     .where = workspace(held.organisation, programme)}));
    }
    return links;
}

html::Html programme_card(const access::Context& context, const Programme& programme) {
    const design::View& view = context.view;
    html::Html open;
    for (const Cohort& cohort : public_cohorts(context, programme))
        if (cohort.takes_applications(context.today))
            open.append("<p>{} {}</p>",
                        design::tag(view.say("Takes applications"), design::Colour::green),
                        view.say("{} until {}", cohort_name(programme, cohort),
                                 view.words->day(cohort.closes)));
    return design::card({.heading = full_name(programme),
                         .where = address(programme),
                         .body = html("<p>{}</p>{}", programme.summary, open)});
}

std::vector<design::Crumb> way_to(const design::View& view, const Programme* programme) {
    std::vector<design::Crumb> way{{view.say("Home"), url("/")},
                                   {view.say("Programmes"), url("/programmes")}};
    if (programme) way.push_back({programme->called(), address(*programme)});
    return way;
}

html::Html supports(const access::Context& context, const Programme& programme) {
    const design::View& view = context.view;
    const auto campaign = campaign_of(context.db, programme);
    if (!campaign && programme.supports.empty()) return {};
    html::Html link;
    if (campaign)
        link = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
                    url("/campaigns/{}", campaign->code),
                    view.say("Read about the campaign: {}", campaign->name));
    return html(R"(<h2 class="nhsuk-heading-l" id="campaign">{}</h2>{}{})",
                campaign ? view.say("How it supports and complements {}", campaign->name)
                         : std::string(view.say("What it supports")),
                paragraphs(programme.supports), link);
}

html::Html takes_part(const access::Context& context, const Cohort& cohort) {
    const design::View& view = context.view;
    const auto teams = teams_of(context.db, cohort.id, context.today);
    if (teams.empty()) return design::nothing_yet(view.say("No team has been accepted yet."));
    html::Html items;
    for (const Enrolment& team : teams)
        items.append("<li>{}</li>", team.name);
    return html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet pr-columns">{}</ul>)",
                view.words->count(static_cast<std::int64_t>(teams.size()),
                                  "{} organisation has a team in this cohort.",
                                  "{} organisations have a team in this cohort."),
                items);
}

}  // namespace

http::Response show_programmes(const http::Request&, access::Context& context) {
    const design::View& view = context.view;
    std::vector<html::Html> cards;
    for (const Programme& programme : programmes_of(context.db))
        if (programme.status != "draft" || keeps_some(context))
            cards.push_back(programme_card(context, programme));
    html::Html keep;
    if (keeps_some(context))
        keep = design::button({.label = view.say("Make a programme"),
                               .look = design::ButtonLook::secondary,
                               .where = url("/programmes/new")});
    const auto title = view.say("Programmes");
    return http::ok(design::page(
        view, {.title = title, .breadcrumb = {{view.say("Home"), url("/")}}, .latest = true},
        html(R"({}<p class="nhsuk-body-l">{}</p>{}{})", design::page_heading(title),
             view.say("A campaign says what to aim for. A programme builds the capacity and the "
                      "capability to get there: teams learn together, with their leaders."),
             cards.empty() ? design::nothing_yet(view.say("There is no programme yet."))
                           : design::card_group(cards, 2),
             keep)));
}

http::Response show_programme(const http::Request& request, access::Context& context) {
    const auto programme = public_programme(request, context);
    if (!programme) return http::not_found();
    const design::View& view = context.view;
    const auto cohorts = public_cohorts(context, *programme);
    html::Html actions = design::button({.label = view.say("How to apply"),
                                         .look = design::ButtonLook::reverse,
                                         .where = url("/programmes/{}/apply", programme->code)});
    const auto hero = design::hero(
        {.heading = full_name(*programme), .text = programme->summary, .actions = actions});
    return http::ok(design::page(
        view, {.title = full_name(*programme), .hero = hero, .latest = true},
        html(R"({}
            <div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">{}
            <h2 class="nhsuk-heading-l" id="parts">{}</h2><p>{}</p>{}</div>
            <div class="nhsuk-grid-column-one-third">
            <h2 class="nhsuk-heading-m" id="who">{}</h2><p>{}</p>{}
            <h2 class="nhsuk-heading-m">{}</h2><p>{}</p><p><a class="nhsuk-link" href="{}">{}</a></p></div></div>
            <h2 class="nhsuk-heading-l" id="cohorts">{}</h2>{})",
             keepers_link(context, *programme), supports(context, *programme),
             view.say("What happens, part by part"),
             view.say("Weeks are counted from the first day of a cohort."),
             timeline(view, template_of(context.db, programme->id), std::nullopt),
             view.say("Who goes"), view.say("Teams go, not single people. A team has:"),
             who_goes(view, team_roles_of(context.db, programme->id)), view.say("How to apply"),
             view.say("What we look at, what we ask, and how places are given is published before "
                      "you begin."),
             url("/programmes/{}/apply", programme->code),
             view.say("How to apply for {}", programme->called()), view.say("Cohorts"),
             cohort_table(context, *programme, cohorts))));
}

http::Response show_how_to_apply(const http::Request& request, access::Context& context) {
    const auto programme = public_programme(request, context);
    if (!programme) return http::not_found();
    const design::View& view = context.view;
    html::Html open;
    for (const Cohort& cohort : public_cohorts(context, *programme))
        if (cohort.takes_applications(context.today))
            open.append(R"(<li><a class="nhsuk-link" href="{}">{}</a>: {}. {}.</li>)",
                        address(*programme, cohort), cohort_name(*programme, cohort),
                        view.say("begins on {}, applications until {}",
                                 view.words->day(cohort.starts), view.words->day(cohort.closes)),
                        places_in_words(context, cohort));
    if (open.empty())
        open = design::inset_text(
            view, html("<p>{}</p>", view.say("No cohort takes applications today.")));
    else
        open = html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", open);

    html::Html looks_at;
    for (const Check& check : checks_of(context.db, programme->id)) {
        if (check.weight == "off") continue;
        std::string what;
        if (check.kind == "campaign") {
            const auto campaign = campaign_of(context.db, *programme);
            if (!campaign) continue;
            what = view.say("Your organisation has joined the campaign {}.", campaign->name);
        } else if (check.kind == "role") {
            const auto role = access::parse_role(check.code);
            if (!role) continue;
            what = view.say("Somebody holds this role in your organisation here: {}.",
                            view.say(access::label(*role)));
        } else if (check.kind == "assessment") {
            what = view.say("Your organisation has assessed what it can do.");
        } else {
            what = view.say("You name somebody for every role of the team that is needed.");
        }
        looks_at.append("<li>{} <strong>{}</strong></li>", what,
                        check.weight == "required" ? view.say("Needed before you send.")
                                                   : view.say("Advised."));
    }
    const auto title = view.say("How to apply for {}", programme->called());
    html::Html begin = own_workspaces(context, *programme);
    if (begin.empty())
        begin = html(
            R"(<p>{}</p>{})",
            view.say("Your leaders apply in the workspace of your organisation: chief executive, "
                     "executives, medical and nursing directors, improvement lead."),
            view.signed_in()
                ? design::button({.label = view.say("Go to your organisations"),
                                  .where = url("/organisations")})
                : design::button({.label = view.say("Sign in to apply"),
                                  .where = url("/sign-in?return={}",
                                               "/programmes/" + programme->code + "/apply")}));
    return http::ok(design::page(
        view, {.title = title, .breadcrumb = way_to(view, &*programme), .latest = true},
        design::two_thirds(html(
            R"({}
            <h2 class="nhsuk-heading-m">{}</h2>{}
            <h2 class="nhsuk-heading-m">{}</h2>{}
            <h2 class="nhsuk-heading-m">{}</h2><p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>
            <h2 class="nhsuk-heading-m">{}</h2>{}<ul class="nhsuk-list nhsuk-list--bullet"><li>{}</li><li>{}</li><li>{}</li><li>{}</li></ul>
            <h2 class="nhsuk-heading-m" id="rule">{}</h2>{}
            <h2 class="nhsuk-heading-m">{}</h2>{})",
            design::page_heading(title), view.say("Cohorts that take applications"), open,
            view.say("Who it is for"), paragraphs(programme->criteria), view.say("What we look at"),
            view.say("Before you write anything, you see how ready your organisation is:"),
            looks_at, view.say("What we ask"), paragraphs(programme->asked),
            view.say("Why your organisation wants to take part."),
            view.say("What you aim to change."),
            view.say("The chief executive, who is the sponsor and agrees to be."),
            view.say("Who will come, by role."), view.say("How places are given"),
            place_rules_list(view, *programme), view.say("Begin"), begin))));
}

http::Response show_cohort(const http::Request& request, access::Context& context) {
    const auto programme = public_programme(request, context);
    const auto number = number_of(request.part("number"), 1, 100'000);
    if (!programme || !number) return http::not_found();
    const auto cohort = find_cohort(context.db, programme->id, *number);
    if (!cohort || (!cohort->public_() && !keeps_some(context))) return http::not_found();
    const design::View& view = context.view;
    const auto title = cohort_name(*programme, *cohort);
    html::Html apply;
    if (cohort->takes_applications(context.today))
        apply = design::button({.label = view.say("How to apply"),
                                .where = url("/programmes/{}/apply", programme->code)});
    html::Html keep;
    if (keeps_some(context))
        keep = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
                    desk_address(*programme, *cohort), view.say("Keep this cohort"));
    return http::ok(design::page(
        view, {.title = title, .breadcrumb = way_to(view, &*programme), .latest = true},
        html(R"({}<p>{} {}</p><p>{}. {}.</p>{}{}
            <div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
            <h2 class="nhsuk-heading-m">{}</h2>{}</div>
            <div class="nhsuk-grid-column-one-third"><h2 class="nhsuk-heading-m">{}</h2>{}</div></div>)",
             design::page_heading(title, full_name(*programme)),
             cohort_tag(view, *cohort, context.today),
             days_in_words(view, cohort->starts, cohort->ends.value_or(cohort->starts)),
             places_in_words(context, *cohort),
             view.say("Applications from {} to {}", view.words->day(cohort->opens),
                      view.words->day(cohort->closes)),
             apply, keep, view.say("Parts and their days"),
             timeline(view, parts_of(context.db, cohort->id), context.today),
             view.say("Who takes part"), takes_part(context, *cohort))));
}

}  // namespace primum::programmes
