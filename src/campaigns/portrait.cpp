#include "campaigns/portrait.h"

#include <algorithm>

#include "campaigns/frame.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/hero.h"
#include "design/links.h"
#include "library/item.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

html::Html section_heading(std::string_view words) {
    return html(R"(<h2 class="nhsuk-heading-l">{}</h2>)", words);
}

std::int64_t share(std::int64_t part, std::int64_t whole) {
    // Downwards: what is not yet the whole never says 100.
    return whole > 0 ? part * 100 / whole : 0;
}

html::Html hero_actions(const design::View& view, const Campaign& campaign) {
    if (!campaign.open()) return {};
    return html("{}{}",
                design::button({.label = view.say("Join as an organisation"),
                                .look = design::ButtonLook::reverse,
                                .where = url("/campaigns/{}/join", campaign.code)}),
                html(R"(<a class="nhsuk-link nhsuk-link--reverse" href="{}">{}</a>)",
                     url("/campaigns/{}/pledge", campaign.code), view.say("Make your own pledge")));
}

/// How far it has come, in the words of its own list: "118 of 140 trusts have joined".
html::Html hero_figures(const design::View& view, const Portrait& portrait) {
    const Uptake& uptake = portrait.uptake;
    if (portrait.campaign.status == Status::history || uptake.members == 0)
        return design::falling_chart();
    html::Html first;
    if (uptake.eligible > 0 && uptake.joined > 0)
        first = html(
            R"(<p class="pr-tally__number">{}</p><p class="pr-tally__what">{}</p>
            <svg class="pr-tally__bar" viewBox="0 0 100 4" preserveAspectRatio="none" focusable="false" aria-hidden="true">
            <path class="pr-tally__whole" d="M0 2H100"/><path class="pr-tally__part" d="M0 2H{}"/></svg>)",
            view.words->whole(uptake.joined),
            view.say("of {} that could have joined", view.words->whole(uptake.eligible)),
            share(uptake.joined, uptake.eligible));
    return html(
        R"(<div class="pr-tally">{}<p class="pr-tally__number pr-tally__number--less">{}</p><p class="pr-tally__what">{}</p></div>)",
        first, view.words->whole(uptake.pledges),
        view.say("people have made a pledge of their own"));
}

html::Html hero(const design::View& view, const Portrait& portrait) {
    const Campaign& campaign = portrait.campaign;
    const std::string goal = in_words(view, campaign.goal, portrait.measure);
    html::Html words;
    if (!campaign.strapline.empty())
        words = html(R"(<span class="pr-strapline">{}</span>)", campaign.strapline);
    html::Html text;
    if (!campaign.aim.empty()) text = html("{}", campaign.aim);
    if (!goal.empty()) text.append(R"(<br><strong class="pr-goal">{}</strong>)", goal);
    return design::hero({.heading = html("{}{}", words, campaign.name),
                         .text = text,
                         .actions = hero_actions(view, campaign),
                         .beside = hero_figures(view, portrait)});
}

html::Html origin_words(const design::View& view, const Portrait& portrait) {
    if (!portrait.origin) return {};
    const auto link = design::link(resources::address(portrait.origin->id), portrait.origin->title);
    const std::string size = resources::type_and_size(*view.words, portrait.origin->latest);
    return html(R"(<p class="pr-origin">{} {}{}</p>)", view.say("It was recommended in"), link,
                size.empty() ? html::Html() : html(" ({})", size));
}

html::Html sponsor_item(const design::View& view, const Sponsor& sponsor) {
    html::Html closed;
    if (sponsor.closed)
        closed = html(" <span class=\"pr-aside\">({})</span>", view.say("now closed"));
    return html(
        R"(<li><a class="nhsuk-link" href="{}">{}</a>{}<br><span class="pr-aside">{}</span></li>)",
        url("/partners/{}", sponsor.code), sponsor.name, closed, sponsor.role);
}

html::Html sponsors(const design::View& view, const Portrait& portrait) {
    if (portrait.sponsors.empty()) return {};
    html::Html items;
    for (const Sponsor& one : portrait.sponsors)
        items += sponsor_item(view, one);
    return html(R"(
        <h2 class="nhsuk-heading-m">{}</h2>
        <ul class="nhsuk-list pr-sponsors">{}</ul>)",
                view.say("Who stands behind it"), items);
}

html::Html facts(const design::View& view, const Portrait& portrait) {
    const Campaign& campaign = portrait.campaign;
    html::Html items;
    const auto add = [&](std::string_view label, std::string_view value) {
        if (!value.empty()) items.append(R"(<div><dt>{}</dt><dd>{}</dd></div>)", label, value);
    };
    add(view.say("Where"), campaign.place);
    add(view.say("When"),
        campaign.status == Status::history ? years(view, campaign) : dates(view, campaign));
    add(view.say("How many took part"), campaign.reach);
    add(view.say("Result"), campaign.result);
    add(view.say("Source"), campaign.source);
    return html(R"(<dl class="pr-facts">{}</dl>)", items);
}

html::Html about(const design::View& view, const Portrait& portrait) {
    const Campaign& campaign = portrait.campaign;
    return html(R"(
        <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds">
        <h2 class="nhsuk-heading-l">{}</h2>
        <div class="pr-cause">{}</div>{}{}
        </div>
        <div class="nhsuk-grid-column-one-third">{}</div>
        </div>)",
                view.say("Why"), paragraphs(campaign.cause), origin_words(view, portrait),
                facts(view, portrait), sponsors(view, portrait));
}

html::Html intervention_card(const design::View& view, const Portrait& portrait,
                             const Intervention& one) {
    html::Html body = html(R"(<p>{}</p>)", one.aim);
    if (!one.parts.empty()) {
        html::Html names;
        for (const Intervention& part : one.parts)
            names.append("<li>{}</li>", part.name);
        body.append(
            R"(<p class="pr-card-note">{}</p><ul class="nhsuk-list nhsuk-list--bullet pr-card-parts">{}</ul>)",
            view.say("Choose one to start with:"), names);
    }
    const auto taken = std::ranges::find(portrait.taken, one.code, &Taken::intervention);
    html::Html foot;
    if (one.compulsory)
        foot.append("{} ", design::tag(view.say("Every member"), design::Colour::blue));
    if (taken != portrait.taken.end() && taken->members > 0)
        foot.append(
            R"(<span class="pr-aside">{}</span>)",
            view.words->count(taken->members, "{} member works on it", "{} members work on it"));
    if (!foot.empty()) body.append(R"(<p class="pr-card-foot">{}</p>)", foot);
    return design::card(
        {.heading = one.name,
         .level = 3,
         .size = design::Size::s,
         .where = url("/campaigns/{}/interventions/{}", portrait.campaign.code, one.code),
         .body = body,
         .classes = "pr-intervention"});
}

html::Html interventions(const design::View& view, const Portrait& portrait) {
    if (portrait.interventions.empty()) return {};
    std::vector<html::Html> cards;
    for (const Intervention& one : portrait.interventions)
        cards.push_back(intervention_card(view, portrait, one));
    return design::section(html(R"({}<p class="nhsuk-body-l">{}</p>{})",
                                section_heading(view.say("What members work on")),
                                view.say("Few things, done for every patient, every time. Each has "
                                         "an aim, the changes that work and the measures that show "
                                         "it."),
                                design::card_group(cards, 3)),
                           true);
}

/// The two bodies of the seed: one builds will, the other skill.
html::Html companions(const design::View& view, const Portrait& portrait) {
    if (portrait.companions.empty()) return {};
    html::Html sections;
    for (const Companion& one : portrait.companions) {
        const std::string& short_name = one.short_name.empty() ? one.name : one.short_name;
        const std::vector<html::Html> cards = {
            design::card(
                {.heading = portrait.campaign.name,
                 .level = 3,
                 .size = design::Size::m,
                 .body = html(
                     "<p>{}</p><p>{}</p><p>{} {}</p>",
                     view.say("The campaign builds the will: the momentum and the engagement that "
                              "make the safety of patients a top priority."),
                     view.say("Whoever joins pledges in public, chooses what will change, and is "
                              "seen beside everybody else who does. People make pledges of their "
                              "own, each with a day on which they are asked what came of it."),
                     view.say("On {} and not yet signed up?", short_name),
                     design::link(url("/campaigns/{}/join", portrait.campaign.code),
                                  view.say("Sign up to the campaign here"))),
                 .look = design::CardLook::feature}),
            design::card(
                {.heading = one.name,
                 .level = 3,
                 .size = design::Size::m,
                 .body = html(
                     "<p>{}</p><p>{} {}</p>",
                     one.supports.empty()
                         ? std::string(view.say("The programme builds the skill: leaders and teams "
                                                "learn how to make care safer and to keep it so."))
                         : one.supports,
                     view.say("Signed up and not yet enrolled?"),
                     design::link(url("/programmes/{}/apply", one.code),
                                  view.say("Find out how to apply for {}", short_name))),
                 .look = design::CardLook::feature}),
        };
        sections.append(R"(
            {}<p class="nhsuk-body-l">{}</p>{}<p>{}</p>)",
                        section_heading(view.say("Two ways that need each other")),
                        view.say("{} and {} support each other in a common goal.",
                                 portrait.campaign.name, one.name),
                        design::card_group(cards, 2),
                        view.say("You gain most by taking part in both: will without skill fades, "
                                 "and skill without will stays in a classroom."));
    }
    return design::section(sections);
}

html::Html joined(const design::View& view, const Portrait& portrait) {
    const Campaign& campaign = portrait.campaign;
    const Uptake& uptake = portrait.uptake;
    if (campaign.status == Status::history) return {};
    std::vector<html::Html> cards;
    cards.push_back(design::figure_card({.number = view.words->whole(uptake.members),
                                         .what = view.say("organisations have joined"),
                                         .detail = {}}));
    if (uptake.eligible > 0)
        cards.push_back(
            design::figure_card({.number = html("{}%", share(uptake.joined, uptake.eligible)),
                                 .what = view.say("of those that could have joined"),
                                 .detail = view.say("{} of {}", view.words->whole(uptake.joined),
                                                    view.words->whole(uptake.eligible))}));
    cards.push_back(design::figure_card(
        {.number = view.words->whole(uptake.pledges),
         .what = view.say("people have made a pledge"),
         .detail = uptake.done > 0 ? view.words->count(uptake.done, "{} says that it is done",
                                                       "{} say that it is done")
                                   : std::string()}));
    html::Html newest;
    for (const Member& member : portrait.newest)
        newest.append(
            R"(<li><a class="nhsuk-link" href="{}">{}</a> <span class="pr-aside">{}</span></li>)",
            member_address(campaign, member.organisation), member.name,
            view.say("since {}", view.words->day(member.since)));
    html::Html newest_list;
    if (!newest.empty())
        newest_list = html(R"(<h3 class="nhsuk-heading-s">{}</h3><ul class="nhsuk-list">{}</ul>)",
                           view.say("The newest members"), newest);
    return design::section(html(
        R"({}{}{}<p>{}</p><p>{}</p><p>{}</p><p>{}</p><p>{}</p><p>{}</p><p>{}</p>)",
        section_heading(view.say("Who has joined")), design::card_group(cards, 3), newest_list,
        design::link(url("/campaigns/{}/members", campaign.code),
                     view.say("Everybody who has joined, with their pledges")),
        design::link(url("/campaigns/{}/pledges", campaign.code),
                     view.say("What people have pledged")),
        design::link(url("/campaigns/{}/progress", campaign.code),
                     view.say("Month by month, and region by region")),
        design::link(url("/campaigns/{}/numbers", campaign.code), view.say("What the numbers say")),
        design::link(url("/campaigns/{}/thread", campaign.code),
                     view.say("From the aim to the data")),
        design::link(url("/campaigns/{}/claims", campaign.code),
                     view.say("Lives saved and harm avoided")),
        design::link(url("/campaigns/{}/years", campaign.code), view.say("Year by year"))));
}

html::Html history(const design::View& view, const Portrait& portrait) {
    if (portrait.lineage.empty()) return {};
    return design::section(
        html(R"({}{}<p>{}</p>)", section_heading(view.say("Where it comes from")),
             lineage_list(view, portrait.lineage),
             design::link(url("/campaigns"), view.say("All campaigns"))),
        true);
}

html::Html take_part(const design::View& view, const Campaign& campaign) {
    if (!campaign.open()) return {};
    const std::vector<html::Html> cards = {
        design::card({.heading = view.say("Your organisation joins"),
                      .level = 3,
                      .size = design::Size::s,
                      .where = url("/campaigns/{}/join", campaign.code),
                      .text = view.say("What the campaign asks, step by step. The chief executive "
                                       "signs, the campaign’s office verifies, and your pledge is "
                                       "on the public list."),
                      .look = design::CardLook::primary}),
        design::card(
            {.heading = view.say("You pledge"),
             .level = 3,
             .size = design::Size::s,
             .where = url("/campaigns/{}/pledge", campaign.code),
             .text = view.say("Anybody, anywhere in the world: say what you will do and by "
                              "when. No account is needed."),
             .look = design::CardLook::primary}),
    };
    return design::section(
        html("{}{}", section_heading(view.say("Take part")), design::card_group(cards, 2)), true);
}

html::Html keepers_way(const access::Context& context, const Campaign& campaign) {
    if (!keeps(context, campaign)) return {};
    return html(
        "<p>{}</p><p>{}</p><p>{}</p>",
        design::link(url("/campaigns/{}/office", campaign.code),
                     context.view.say("The campaign’s office: who waits, and what you can change")),
        design::link(url("/campaigns/{}/momentum", campaign.code),
                     context.view.say("Its momentum: who joins, who cools, and the four groups")),
        design::link(url("/campaigns/{}/public-measures", campaign.code),
                     context.view.say("Numbers that everybody may see: choose them")));
}

Companion read_companion(const store::Row& row) {
    return {.code = row.get<std::string>(0),
            .name = row.get<std::string>(1),
            .short_name = row.get<std::string>(2),
            .supports = row.get<std::string>(3)};
}

html::Html relative_item(const design::View& view, const Relative& one, std::string_view how) {
    const Campaign& campaign = one.campaign;
    html::Html result;
    if (!campaign.reach.empty())
        result.append(R"(<p class="pr-lineage__fact">{}</p>)",
                      view.say("Took part: {}", campaign.reach));
    if (!campaign.result.empty() && campaign.result != "none")
        result.append(R"(<p class="pr-lineage__fact">{}</p>)",
                      view.say("Result: {}", campaign.result));
    return html(R"(
        <li class="pr-lineage__item"><p class="pr-lineage__how">{}</p>
        <p class="pr-lineage__name"><a class="nhsuk-link" href="{}">{}</a></p>
        <p class="pr-lineage__when">{}, {}</p><p>{}</p>{}</li>)",
                how, address(campaign), campaign.name, campaign.place, years(view, campaign),
                campaign.aim, result);
}

std::string from(const design::View& view, Descent kind) {
    switch (kind) {
        case Descent::inspired_by:
            return std::string(view.say("Inspired by"));
        case Descent::follows:
            return std::string(view.say("Follows"));
        case Descent::part_of:
            return std::string(view.say("Part of"));
    }
    return {};
}

std::string to(const design::View& view, Descent kind) {
    switch (kind) {
        case Descent::inspired_by:
            return std::string(view.say("Has inspired"));
        case Descent::follows:
            return std::string(view.say("Was followed by"));
        case Descent::part_of:
            return std::string(view.say("Has as a part"));
    }
    return {};
}

}  // namespace

std::vector<Companion> companions_of(const store::Reader& db, CampaignId campaign) {
    return db.all(read_companion, R"sql(
        SELECT code, name, short_name, supports FROM programmes
         WHERE campaign_id = $1 AND status = 'open'
         ORDER BY name
    )sql",
                  campaign);
}

Portrait portrait_of(const store::Reader& db, const Campaign& campaign, Day today) {
    Portrait portrait{.campaign = campaign,
                      .measure = {},
                      .origin = origin_of(db, campaign),
                      .sponsors = sponsors_of(db, campaign.id),
                      .interventions = interventions_of(db, campaign.id, today),
                      .taken = taken_of(db, campaign.id, today),
                      .conditions = conditions_of(db, campaign.id),
                      .lineage = lineage_of(db, campaign.id),
                      .uptake = uptake_of(db, campaign, today),
                      .companions = companions_of(db, campaign.id),
                      .newest = members_of(db, campaign.id, today)};
    if (!campaign.goal.measure.empty())
        if (const auto item = library::find_item(db, "measures", campaign.goal.measure, today))
            portrait.measure = (*item)["name"];
    constexpr std::size_t kNewest = 5;
    std::ranges::stable_sort(portrait.newest, std::ranges::greater(), &Member::since);
    if (portrait.newest.size() > kNewest) portrait.newest.resize(kNewest);
    return portrait;
}

html::Html campaign_page(const access::Context& context, const Portrait& portrait, bool home,
                         const html::Html& more) {
    const design::View& view = context.view;
    const Campaign& campaign = portrait.campaign;
    design::Page page{.title = campaign.name,
                      .hero = hero(view, portrait),
                      .sections = html("{}{}{}{}{}{}", interventions(view, portrait), more,
                                       companions(view, portrait), joined(view, portrait),
                                       history(view, portrait), take_part(view, campaign)),
                      .latest = true};
    if (!home) page.breadcrumb = crumbs(view, campaign, false);
    return design::page(view, page,
                        html("{}{}", keepers_way(context, campaign), about(view, portrait)));
}

html::Html lineage_list(const design::View& view, const Lineage& lineage) {
    html::Html items;
    for (const Relative& one : lineage.ancestors)
        items += relative_item(view, one, from(view, one.kind));
    for (const Relative& one : lineage.descendants)
        items += relative_item(view, one, to(view, one.kind));
    return html(R"(<ul class="pr-lineage">{}</ul>)", items);
}

}  // namespace primum::campaigns
