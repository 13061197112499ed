// What everybody may see: campaigns, and who has joined them.

#include <algorithm>
#include <map>

#include "access/policy.h"
#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/pledge.h"
#include "campaigns/portrait.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/details.h"
#include "design/form.h"
#include "design/hero.h"
#include "design/input.h"
#include "design/links.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "organisations/tree.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

constexpr std::size_t kOnAPage = 25;

html::Html link(const html::Url& where, std::string_view words) {
    return html(R"(<a class="nhsuk-link" href="{}">{}</a>)", where, words);
}

html::Html open_card(const access::Context& context, const Campaign& campaign) {
    const design::View& view = context.view;
    const Uptake uptake = uptake_of(context.db, campaign, context.today);
    return design::card(
        {.heading = campaign.name,
         .size = design::Size::m,
         .where = address(campaign),
         .body = html(
             R"(<p>{}</p><p class="pr-aside">{} · {}</p><p class="pr-card-foot">{} {}</p>)",
             campaign.aim, campaign.place, dates(view, campaign), status_tag(view, campaign.status),
             view.words->count(uptake.members, "{} organisation has joined",
                               "{} organisations have joined"))});
}

/// Only what its place, years and words say: nobody here has joined it.
html::Html history_item(const access::Context& context, const Campaign& campaign) {
    const design::View& view = context.view;
    html::Html facts;
    if (!campaign.reach.empty())
        facts.append(R"(<p class="pr-lineage__fact">{}</p>)",
                     view.say("Took part: {}", campaign.reach));
    if (!campaign.result.empty() && campaign.result != "none")
        facts.append(R"(<p class="pr-lineage__fact">{}</p>)",
                     view.say("Result: {}", campaign.result));
    return html(R"(
        <li class="pr-lineage__item"><p class="pr-lineage__when">{}</p>
        <p class="pr-lineage__name"><a class="nhsuk-link" href="{}">{}</a></p>
        <p>{}. {}</p>{}</li>)",
                years(view, campaign), address(campaign), campaign.name, campaign.place,
                campaign.aim, facts);
}

bool may_add(const access::Context& context) {
    return context.session && context.person().holds(access::policy::campaign_keepers.roles);
}

html::Html campaigns_page(const access::Context& context, const std::vector<Campaign>& all) {
    const design::View& view = context.view;
    std::vector<html::Html> cards;
    html::Html past;
    for (const Campaign& one : all) {
        if (one.status == Status::history)
            past += history_item(context, one);
        else
            cards.push_back(open_card(context, one));
    }
    html::Html before;
    if (!past.empty())
        before = design::section(
            html(
                R"(<h2 class="nhsuk-heading-l">{}</h2><p class="nhsuk-body-l">{}</p><ul class="pr-lineage">{}</ul>)",
                view.say("What others did before"),
                view.say("Campaigns that others ran, with what they said they reached. Numbers are "
                         "the campaigns’ own claims."),
                past),
            true);
    html::Html add;
    if (may_add(context)) {
        html::Html drafts;
        for (const Campaign& one : all_campaigns(context.db))
            if (one.status == Status::draft && keeps(context, one))
                drafts.append("<li>{} {}</li>",
                              link(url("/campaigns/{}/office", one.code), one.name),
                              status_tag(view, one.status));
        if (!drafts.empty())
            add = html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                       view.say("Drafts"), drafts);
        add += design::button({.label = view.say("Add a campaign"),
                               .look = design::ButtonLook::secondary,
                               .where = url("/campaigns/new")});
    }
    return design::page(
        view, {.title = view.say("Campaigns"), .sections = before, .latest = true},
        html(R"({}<p class="nhsuk-body-l">{}</p>{}{})", design::page_heading(view.say("Campaigns")),
             view.say("A campaign is a cause with an aim and a day. Organisations join it with a "
                      "pledge that everybody can read; people make pledges of their own."),
             cards.empty() ? design::nothing_yet(view.say("No campaign is open yet."))
                           : design::card_group(cards, 2),
             add));
}

struct Filter {
    std::string search;
    std::string kind;
    std::string region;
    std::string intervention;
    bool empty() const {
        return search.empty() && kind.empty() && region.empty() && intervention.empty();
    }
};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

bool fits(const Filter& filter, const Member& member) {
    if (!filter.kind.empty() && member.kind != filter.kind) return false;
    if (!filter.region.empty() && (!member.region_id || member.region_id->text() != filter.region))
        return false;
    return filter.search.empty() ||
           lower(member.name).find(lower(filter.search)) != std::string::npos;
}

html::Html members_filter(const access::Context& context, const Campaign& campaign,
                          const std::vector<Member>& all,
                          const std::vector<Intervention>& interventions, const Filter& filter) {
    const design::View& view = context.view;
    const auto kinds = organisations::kinds_of(context.db);
    std::map<std::string, std::string> kinds_there;
    std::map<std::string, std::string> regions;  // by name
    for (const Member& one : all) {
        if (const auto* kind = kinds.find(one.kind)) kinds_there[one.kind] = kind->plural;
        if (one.region_id) regions[one.region] = one.region_id->text();
    }
    std::vector<design::Option> kind_options{{"", view.say("All kinds")}};
    for (const auto& [code, plural] : kinds_there)
        kind_options.push_back({code, view.said(plural)});
    std::vector<design::Option> region_options{{"", view.say("All regions")}};
    for (const auto& [name, id] : regions)
        region_options.push_back({id, name});
    std::vector<design::Option> work{{"", view.say("All interventions")}};
    for (const Intervention& one : interventions)
        work.push_back({one.code, one.name});
    html::Html fields = design::input(view, {.name = "part",
                                             .label = view.say("Part of its name"),
                                             .value = filter.search,
                                             .type = "search"});
    constexpr std::size_t kWorthAsking = 3;  // "all" and two to choose from
    if (kind_options.size() >= kWorthAsking)
        fields += design::select(view, {.name = "kind",
                                        .label = view.say("Kind"),
                                        .options = kind_options,
                                        .value = filter.kind});
    if (region_options.size() >= kWorthAsking)
        fields += design::select(view, {.name = "region",
                                        .label = view.say("Region"),
                                        .options = region_options,
                                        .value = filter.region});
    fields += design::select(view, {.name = "intervention",
                                    .label = view.say("Works on"),
                                    .options = work,
                                    .value = filter.intervention});
    return design::search_form(
        {.action = url("/campaigns/{}/members", campaign.code), .classes = "pr-filter"},
        html("{}{}", fields,
             design::button({.label = view.say("Search"), .look = design::ButtonLook::secondary})));
}

html::Html members_table(const access::Context& context, const Campaign& campaign,
                         std::span<const Member> members,
                         const std::vector<Intervention>& interventions) {
    const design::View& view = context.view;
    static const auto scope = store::Scope::system("what members chose is public");
    design::TableWriter table({.caption = {},
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Region")},
                                           {.heading = view.say("Member since")},
                                           {.heading = view.say("Works on")}},
                               .first_cell_is_heading = true});
    for (const Member& one : members) {
        std::string work;
        for (const std::string& code :
             choices_of(context.db, scope.may_read(one.organisation), campaign.id, context.today))
            for (const Intervention& intervention : interventions)
                if (intervention.code == code)
                    work += (work.empty() ? "" : "; ") + intervention.name;
        table.row(link(member_address(campaign, one.organisation), one.name), one.region,
                  view.words->day(one.since), work);
    }
    return std::move(table).done();
}

html::Url members_url(const Campaign& campaign, const Filter& filter, std::size_t page) {
    return url("/campaigns/{}/members?part={}&kind={}&region={}&intervention={}&page={}",
               campaign.code, filter.search, filter.kind, filter.region, filter.intervention, page);
}

/// How many of those that could have joined have, region by region.
html::Html regions_table(const access::Context& context, const Campaign& campaign,
                         const std::vector<Member>& all) {
    const design::View& view = context.view;
    struct Count {
        std::string region;
        std::int64_t eligible;
        std::string id;
    };
    const auto counts = context.db.all(
        [](const store::Row& row) {
            return Count{row.get<std::string>(0), row.get<std::int64_t>(1),
                         row.get<std::string>(2)};
        },
        R"sql(
        SELECT r.name, count(*), r.id
          FROM organisations r
          JOIN organisation_closure x ON x.ancestor_id = r.id
          JOIN organisations o ON o.id = x.descendant_id
         WHERE r.kind = 'region' AND o.kind = $1 AND x.valid_from <= $2 AND $2 <= x.valid_to
           AND (o.opened IS NULL OR o.opened <= $2) AND (o.closed IS NULL OR o.closed >= $2)
         GROUP BY r.id, r.name
         ORDER BY r.name
    )sql",
        campaign.eligible_kind, context.today);
    if (counts.size() < 2) return {};
    design::TableWriter table({.caption = view.say("By region"),
                               .columns = {{.heading = view.say("Region")},
                                           {.heading = view.say("Have joined"), .numeric = true},
                                           {.heading = view.say("Could have"), .numeric = true}},
                               .first_cell_is_heading = true,
                               .responsive = false,
                               .compact = true});
    for (const Count& one : counts) {
        const auto joined = std::ranges::count_if(all, [&](const Member& member) {
            return member.region == one.region && member.kind == campaign.eligible_kind;
        });
        table.row(link(url("/campaigns/{}/members?region={}", campaign.code, one.id), one.region),
                  view.words->whole(joined), view.words->whole(one.eligible));
    }
    return std::move(table).done();
}

html::Html choice_list(const std::vector<Intervention>& asked,
                       const std::vector<std::string>& codes, const Campaign& campaign) {
    html::Html items;
    for (const Intervention& one : asked) {
        if (std::ranges::find(codes, one.code) == codes.end()) continue;
        std::string parts;
        for (const Intervention& part : one.parts)
            if (std::ranges::find(codes, part.code) != codes.end())
                parts += (parts.empty() ? "" : ", ") + part.name;
        items.append("<li>{}{}</li>",
                     link(url("/campaigns/{}/interventions/{}", campaign.code, one.code), one.name),
                     parts.empty() ? html::Html() : html(": {}", parts));
    }
    return items.empty() ? items
                         : html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items);
}

html::Html member_history(const design::View& view, const std::vector<Period>& periods) {
    html::Html items;
    for (const Period& one : periods) {
        const std::string what(one.joined ? view.say("Member") : view.say("Paused"));
        items.append("<li>{}</li>",
                     one.to == kOpenEnd
                         ? view.say("{} since {}", what, view.words->day(one.from))
                         : view.say("{} from {} to {}", what, view.words->day(one.from),
                                    view.words->day(one.to)));
    }
    return html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items);
}

/// What the campaign asks, and whether this member's public facts say that it is so.
html::Html asked_list(const design::View& view, const Campaign&, const std::vector<Check>& checks,
                      const std::vector<Intervention>& interventions,
                      const Membership& membership) {
    html::Html items;
    for (const Check& one : checks) {
        std::string when;
        if (one.condition.asks == Asks::staff_letter && membership.staff_letter_on)
            when = view.words->day(*membership.staff_letter_on);
        if (one.condition.asks == Asks::review_training && membership.review_training_on)
            when = view.words->day(*membership.review_training_on);
        if (one.condition.asks == Asks::signed_by_chief_executive && membership.signed_at)
            when = view.words->day(std::chrono::floor<std::chrono::days>(*membership.signed_at));
        items.append(
            R"(<li class="pr-check"><span class="pr-check__what">{}{}</span> {}</li>)",
            says(view, one.condition, interventions),
            when.empty() ? html::Html() : html(R"( <span class="pr-aside">{}</span>)", when),
            one.met ? design::tag(view.say("Done"), design::Colour::green)
                    : design::tag(view.say("Not known"), design::Colour::grey));
    }
    return html(R"(<ul class="nhsuk-list pr-checks">{}</ul>)", items);
}

}  // namespace

Response show_campaigns(const Request&, access::Context& context) {
    return http::ok(campaigns_page(context, campaigns_of(context.db)));
}

Response show_campaign(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    return http::ok(campaign_page(context, portrait_of(context.db, *campaign, context.today)));
}

Response show_members(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || campaign->status == Status::history) return http::not_found();
    const design::View& view = context.view;
    const auto wanted = [&](std::string_view name) { return request.parameter(name).value_or(""); };
    const Filter filter{wanted("part"), wanted("kind"), wanted("region"), wanted("intervention")};
    const auto interventions = interventions_of(context.db, campaign->id, context.today);
    const auto all = members_of(context.db, campaign->id, context.today);
    auto found =
        filter.intervention.empty()
            ? all
            : members_working_on(context.db, campaign->id, filter.intervention, context.today);
    std::erase_if(found, [&](const Member& one) { return !fits(filter, one); });
    const std::size_t pages = std::max<std::size_t>(1, (found.size() + kOnAPage - 1) / kOnAPage);
    const std::size_t page = std::min(page_number(request), pages);
    const std::size_t begin = (page - 1) * kOnAPage;
    const auto here = std::span(found).subspan(begin, std::min(kOnAPage, found.size() - begin));

    const Uptake uptake = uptake_of(context.db, *campaign, context.today);
    html::Html list;
    if (found.empty())
        list =
            design::nothing_yet(filter.empty() ? view.say("Nobody has joined yet.")
                                               : view.say("No member was found. Search for less."));
    else
        list = html(
            "{}{}", members_table(context, *campaign, here, interventions),
            design::pagination(
                view, design::Pages{.current = page, .count = pages, .where = [&](std::size_t to) {
                                        return members_url(*campaign, filter, to);
                                    }}));
    std::string summary = view.words->count(static_cast<std::int64_t>(all.size()),
                                            "{} organisation is a member today.",
                                            "{} organisations are members today.");
    if (uptake.eligible > 0)
        summary +=
            " " + view.say("{} of the {} that could have joined have done so.",
                           view.words->whole(uptake.joined), view.words->whole(uptake.eligible));
    html::Html regions = regions_table(context, *campaign, all);
    if (!regions.empty())
        regions = design::details({.summary = view.say("How far each region is")}, regions);
    std::string count;
    if (!filter.empty())
        count = view.words->count(static_cast<std::int64_t>(found.size()), "{} member was found",
                                  "{} members were found");
    return http::ok(side_page(
        context, *campaign, Door::members, view.say("Who has joined"),
        html(R"(<p class="nhsuk-body-l">{}</p>{}{}{}{})", summary, regions,
             members_filter(context, *campaign, all, interventions, filter),
             count.empty() ? html::Html() : html(R"(<h2 class="nhsuk-heading-s">{}</h2>)", count),
             list)));
}

Response show_member(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    const auto id = OrganisationId::parse(request.part("id"));
    if (!campaign || !id) return http::not_found();
    static const auto scope = store::Scope::system("a member's public page");
    const auto key = scope.may_read(*id);
    const auto organisation = organisations::find_organisation(context.db, *id);
    const auto periods = periods_of(context.db, key, campaign->id);
    const auto membership = find_membership(context.db, key, campaign->id);
    // Whoever has never been let in is nobody's business.
    if (!organisation || !membership || periods.empty()) return http::not_found();

    const design::View& view = context.view;
    const auto interventions = interventions_of(context.db, campaign->id, context.today);
    const bool member = is_member(context.db, *id, campaign->id, context.today);
    const auto codes = choices_of(context.db, key, campaign->id, context.today);
    html::Html pledge;
    if (membership->pledge_public && !membership->pledge.empty() && membership->takes_part())
        pledge = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><blockquote class="pr-pledge">{}</blockquote>)",
            view.say("Its pledge"), paragraphs(membership->pledge));
    html::Html work;
    if (const auto list = choice_list(interventions, codes, *campaign); !list.empty())
        work = html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view.say("What it works on"), list);
    html::Html asked;
    html::Html certificate;
    if (member) {
        const auto checks = check(conditions_of(context.db, campaign->id),
                                  candidate_of(context.db, *membership, context.today),
                                  interventions, context.today);
        if (!checks.empty())
            asked = html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})",
                         view.say("What the campaign asks, and what it did"),
                         asked_list(view, *campaign, checks, interventions, *membership));
        certificate = design::action_link(
            view.say("Its certificate"),
            url("/campaigns/{}/members/{}/certificate", campaign->code, id->text()));
    }
    html::Html state;
    if (!member)
        state =
            html("<p>{}</p>",
                 state_tag(view, membership->state == State::paused ? State::paused : State::left));
    auto way = crumbs(view, *campaign);
    way.push_back({view.say("Who has joined"), url("/campaigns/{}/members", campaign->code)});
    return http::ok(design::page(
        view,
        {.title = organisation->name + " – " + campaign->name,
         .breadcrumb = std::move(way),
         .latest = true},
        design::two_thirds(html(R"({}{}{}{}{}<h2 class="nhsuk-heading-m">{}</h2>{}{})",
                                design::page_heading(organisation->name, campaign->name), state,
                                pledge, work, asked, view.say("Since when"),
                                member_history(view, periods), certificate))));
}

Response show_pledges(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || campaign->status == Status::history) return http::not_found();
    const design::View& view = context.view;
    constexpr std::size_t kPledges = 20;
    const auto counts = count_pledges(context.db, campaign->id, context.today);
    const auto all = static_cast<std::size_t>(counts.is_public);
    const std::size_t pages = std::max<std::size_t>(1, (all + kPledges - 1) / kPledges);
    const std::size_t page = std::min(page_number(request), pages);
    html::Html items;
    for (const PersonalPledge& one :
         public_pledges_of(context.db, campaign->id, (page - 1) * kPledges, kPledges)) {
        std::string who = one.name;
        if (!one.place.empty()) who += ", " + one.place;
        html::Html act;
        if (!one.act.empty())
            act.append(R"(<p class="pr-written"><strong>{}</strong> {}</p>)",
                       view.say("What I will do:"), one.act);
        html::Html state;
        if (one.done_on)
            state = html("{} {}", design::tag(view.say("Done"), design::Colour::green),
                         view.words->day(*one.done_on));
        else if (one.act_on)
            state = html("{}", view.say("by {}", view.words->day(*one.act_on)));
        html::Html outcome;
        if (!one.outcome.empty())
            outcome.append(R"(<p class="pr-written"><strong>{}</strong> {}</p>)",
                           view.say("What came of it:"), one.outcome);
        items.append(R"(
            <li class="pr-pledges__item"><blockquote class="pr-pledge">{}</blockquote>
            {}{}<p class="pr-aside">{} · {}</p></li>)",
                     paragraphs(one.pledge), act, outcome, who, state);
    }
    std::vector<html::Html> figures = {
        design::figure_card({.number = view.words->whole(counts.confirmed),
                             .what = view.say("people have made a pledge")}),
        design::figure_card(
            {.number = view.words->whole(counts.done), .what = view.say("say that it is done")}),
        design::figure_card({.number = view.words->whole(counts.is_public),
                             .what = view.say("let everybody read it")}),
    };
    html::Html make;
    if (campaign->open())
        make = design::button({.label = view.say("Make your own pledge"),
                               .where = url("/campaigns/{}/pledge", campaign->code)});
    return http::ok(side_page(
        context, *campaign, Door::pledges, view.say("People’s pledges"),
        html(R"(<p class="nhsuk-body-l">{}</p>{}{}<ul class="pr-pledges">{}</ul>{})",
             view.say("A pledge is something that one person will do, by a day. When the day "
                      "comes we ask what happened."),
             design::card_group(figures, 3), make,
             items.empty()
                 ? html("<li>{}</li>", design::nothing_yet(view.say("No pledge is public yet.")))
                 : items,
             design::pagination(
                 view, design::Pages{.current = page, .count = pages, .where = [&](std::size_t to) {
                                         return url("/campaigns/{}/pledges?page={}", campaign->code,
                                                    to);
                                     }}))));
}

Response show_join(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || !campaign->open()) return http::not_found();
    const design::View& view = context.view;
    const auto interventions = interventions_of(context.db, campaign->id, context.today);
    html::Html rule;
    for (const Condition& one : conditions_of(context.db, campaign->id))
        rule.append("<li>{}</li>", says(view, one, interventions));
    html::Html next;
    if (context.session) {
        html::Html mine;
        for (const access::Held& held : context.person().roles)
            if (const auto organisation =
                    organisations::find_organisation(context.db, held.organisation);
                organisation &&
                (campaign->eligible_kind.empty() || organisation->kind == campaign->eligible_kind ||
                 access::policy::organisation_leaders.roles.has(held.role)))
                mine.append("<li>{}</li>",
                            link(workspace(held.organisation, *campaign), organisation->name));
        next = mine.empty()
                   ? html("<p>{}</p>",
                          view.say("You have no role in an organisation here yet. Ask the person "
                                   "who looks after it to give you one."))
                   : html(R"(<p>{}</p><ul class="nhsuk-list">{}</ul>)",
                          view.say("Choose the organisation that joins:"), mine);
    } else {
        next = html(
            "{}<p>{}</p>",
            design::button(
                {.label = view.say("Sign in to start"),
                 .where = url("/sign-in?return={}", "/campaigns/" + campaign->code + "/join")}),
            view.say("No account yet? Accounts come by invitation: ask the person who looks after "
                     "your organisation here, often the improvement lead, or the campaign’s "
                     "office."));
    }
    return http::ok(side_page(
        context, *campaign, Door::join, view.say("Join as an organisation"),
        design::two_thirds(html(
            R"(
            <h2 class="nhsuk-heading-m">{}</h2><p>{}</p>
            <ol class="nhsuk-list nhsuk-list--number">{}</ol>
            <h2 class="nhsuk-heading-m">{}</h2>
            <ol class="nhsuk-list nhsuk-list--number"><li>{}</li><li>{}</li><li>{}</li><li>{}</li></ol>
            <h2 class="nhsuk-heading-m">{}</h2>{}
            <h2 class="nhsuk-heading-m">{}</h2><p>{}</p><p>{}</p>)",
            view.say("What the campaign asks"),
            view.say("This is the whole rule. You can see at any time which "
                     "parts of it are done and what is missing."),
            rule, view.say("How it goes"),
            view.say("Leaders of the organisation prepare: they choose, write "
                     "and fill in. Nothing is public yet."),
            view.say("Members of the campaign can be invited to comment on the "
                     "draft."),
            view.say("The chief executive signs."),
            view.say("The campaign’s office reads it, then the organisation is "
                     "on the public list with its pledge and has its "
                     "certificate."),
            view.say("Start"), next, view.say("Are you asking for yourself?"),
            view.say("People join with a pledge of their own. No organisation "
                     "and no account is needed."),
            link(url("/campaigns/{}/pledge", campaign->code), view.say("Make your own pledge"))))));
}

}  // namespace primum::campaigns
