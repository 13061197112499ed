// How engaged each organisation is, why that moved, and who has spoken to it.

#include <algorithm>

#include "design/button.h"
#include "design/card.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/table.h"
#include "design/tag.h"
#include "measures/address.h"
#include "momentum/actions.h"
#include "momentum/chase_form.h"
#include "momentum/frame.h"
#include "momentum/summary.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;

std::string signed_points(double points) {
    return points > 0 ? "+" + tenths(points) : tenths(points);
}

/// "Promises kept: 2, and none in the quarter before (+8)".
std::string in_words(const design::View& view, const Change& change) {
    return view.say("{}: {} now, {} in the 91 days before ({} points)", view.say(label(change.act)),
                    change.now, change.before, signed_points(change.points));
}

html::Html why_list(const design::View& view, const std::vector<Change>& changes) {
    if (changes.empty())
        return html(
            "<p>{}</p>",
            view.say("The same acts as in the quarter before, so the index has not moved."));
    html::Html came;
    html::Html went;
    for (const Change& change : changes)
        (change.points > 0 ? came : went) += html("<li>{}</li>", in_words(view, change));
    html::Html lists;
    if (!came.empty())
        lists +=
            html(R"(<h3 class="nhsuk-heading-s">{}</h3><ul>{}</ul>)", view.say("What came"), came);
    if (!went.empty())
        lists +=
            html(R"(<h3 class="nhsuk-heading-s">{}</h3><ul>{}</ul>)", view.say("What went"), went);
    return lists;
}

bool matches(const Facts& facts, std::string_view search) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    const auto contains = [&](std::string_view text) {
        return !std::ranges::search(text, search, {}, lower, lower).empty() || search.empty();
    };
    return contains(facts.name) || contains(facts.code) || contains(facts.network) ||
           contains(facts.region);
}

html::Html summaries_table(const design::View& view, const Campaign& campaign,
                           const std::vector<Summary>& summaries, std::string_view order) {
    const auto sorted = [&](std::string_view by) {
        return order == by ? (by == "name" ? design::Sorted::ascending : design::Sorted::descending)
                           : design::Sorted::none;
    };
    const auto where = [&](std::string_view by) {
        return url("/campaigns/{}/momentum/organisations?sort={}", campaign.code, by);
    };
    design::TableWriter table(
        {.caption = view.words->count(static_cast<std::int64_t>(summaries.size()), "{} member",
                                      "{} members"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Organisation"),
                      .sort = where("name"),
                      .sorted = sorted("name")},
                     {.heading = view.say("Index"),
                      .numeric = true,
                      .sort = where("index"),
                      .sorted = sorted("index")},
                     {.heading = view.say("Since last quarter"),
                      .numeric = true,
                      .sort = where("change"),
                      .sorted = sorted("change")},
                     {.heading = view.say("Last act")},
                     {.heading = view.say("Cooling")}},
         .first_cell_is_heading = true});
    for (const Summary& one : summaries)
        table.row(
            design::link(url("/campaigns/{}/momentum/{}", campaign.code, one.facts->id.text()),
                         one.facts->name),
            tenths(one.now.points), signed_points(one.now.points - one.before.points),
            one.last ? view.words->day(*one.last) : std::string(view.say("None yet")),
            one.cooling ? view.say(label(*one.cooling)) : view.say("No"));
    return std::move(table).done();
}

html::Html chases_table(const design::View& view, const Campaign& campaign,
                        const std::vector<Chase>& chases, bool with_name, bool may_write) {
    if (chases.empty()) return design::nothing_yet(view.say("Nobody has been spoken to yet."));
    std::vector<design::Column> columns;
    if (with_name) columns.push_back({.heading = view.say("Organisation")});
    for (const auto& heading :
         {view.say("Why"), view.say("What to do"), view.say("Begun"), view.say("What came of it")})
        columns.push_back({.heading = heading});
    design::TableWriter table({.caption = view.say("Who speaks to whom"),
                               .caption_size = design::Size::s,
                               .columns = columns,
                               .first_cell_is_heading = with_name});
    for (const Chase& chase : chases) {
        const auto where = url("/campaigns/{}/momentum/{}/chases/{}", campaign.code,
                               chase.organisation.text(), chase.id.text());
        html::Html outcome;
        if (chase.done_on)
            outcome = html("{}: {}", view.words->day(*chase.done_on), chase.result);
        else
            outcome = design::tag(view.say("Under way"), design::Colour::blue);
        if (may_write)
            outcome += html(
                R"( <a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden">: {}</span></a>)",
                where, chase.done_on ? view.say("Change the result") : view.say("Enter the result"),
                chase.organisation_name);
        std::vector<design::Content> cells;
        if (with_name)
            cells.emplace_back(design::link(
                url("/campaigns/{}/momentum/{}", campaign.code, chase.organisation.text()),
                chase.organisation_name));
        const std::string day =
            view.words->day(std::chrono::floor<std::chrono::days>(chase.made_at));
        cells.emplace_back(chase.reason);
        cells.emplace_back(chase.act);
        cells.emplace_back(chase.made_by.empty() ? day : day + ", " + chase.made_by);
        cells.emplace_back(outcome);
        table.row(std::span<const design::Content>(cells));
    }
    return std::move(table).done();
}

bool may_chase(const access::Context& context) {
    using access::Role;
    return context.person().holds(
        {Role::administrator, Role::campaign_office, Role::programme_faculty, Role::node_lead});
}

}  // namespace

http::Response show_organisations(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const std::string search = request.parameter("search").value_or("");
    const std::string sort = request.parameter("sort").value_or("change");
    const auto all = facts_of(context.db, *campaign);
    const ActsByOrganisation acts(acts_of(context.db, *campaign, context.today));
    const auto weights = weights_of(context.db, campaign->id);
    const Visible visible(context);
    std::vector<Summary> summaries;
    for (const Facts& one : all)
        if (one.open_on(context.today) && one.member_on(context.today) && visible.has(one.id) &&
            matches(one, search))
            summaries.push_back(summary_of(one, acts.of(one.id), weights, context.today));
    if (sort == "index")
        std::ranges::stable_sort(summaries, std::greater{},
                                 [](const Summary& one) { return one.now.points; });
    if (sort == "change")
        std::ranges::stable_sort(summaries, std::greater{}, [](const Summary& one) {
            return one.now.points - one.before.points;
        });
    const html::Html table =
        summaries.empty()
            ? design::nothing_yet(view.say("There is no such member among those that you may see."))
            : summaries_table(view, *campaign, summaries, sort);
    return http::ok(design::page(
        view,
        {.title = view.say("Engagement of each organisation"),
         .breadcrumb = crumbs(view, *campaign, true)},
        html("{}{}{}{}",
             design::page_heading(view.say("Engagement of each organisation"), campaign->name),
             doors(view, *campaign, "organisations"),
             design::search_form(
                 {.action = url("/campaigns/{}/momentum/organisations", campaign->code),
                  .id = {},
                  .classes = {}},
                 html("{}{}",
                      design::input(view, {.name = "search",
                                           .label = {view.say("Find a member"), design::Size::s},
                                           .hint = view.say("Part of its name, code, network or "
                                                            "region"),
                                           .value = search,
                                           .type = "search",
                                           .width = 30}),
                      design::button(
                          {.label = view.say("Search"), .look = design::ButtonLook::secondary}))),
             table)));
}

html::Html organisation_page(const http::Request& request, const access::Context& context,
                             const Campaign& campaign, const Facts& facts, const ChaseForm& form,
                             const Problems& problems) {
    const design::View& view = context.view;
    const Day today = context.today;
    const ActsByOrganisation acts(acts_of(context.db, campaign, today));
    const auto weights = weights_of(context.db, campaign.id);
    const Summary summary = summary_of(facts, acts.of(facts.id), weights, today);
    const auto changes = why_it_moved(summary.before, summary.now, weights);
    const auto chases = chases_of(context.db, context.scope.may_read(facts.id), campaign.id);
    const bool chase = may_chase(context);

    html::Html why_cooling;
    if (summary.cooling)
        why_cooling =
            html("<p>{} {}: {}.</p>", design::tag(view.say("Cooling"), design::Colour::orange),
                 view.say(label(*summary.cooling)), view.say(suggestion(*summary.cooling)));
    ChaseForm suggested = form;
    if (suggested.empty() && summary.cooling) {
        suggested.reason = view.said(label(*summary.cooling));
        suggested.act = view.said(suggestion(*summary.cooling));
    }
    const html::Html ask =
        chase ? chase_form(view, campaign, facts, suggested, problems) : html::Html();
    return design::page(
        view,
        {.title = facts.name,
         .error = !problems.empty(),
         .breadcrumb = crumbs(view, campaign, true)},
        html(R"({}{}{}<p>{} <a class="nhsuk-link" href="{}">{}</a> · {} · {}</p>{}{}
             <h2 class="nhsuk-heading-m">{}</h2>{}
             <h2 class="nhsuk-heading-m">{}</h2>{}{})",
             news(request, view), design::error_summary(view, problems),
             design::page_heading(facts.name, view.say("Engagement in {}", campaign.name)),
             facts.member_on(today) ? view.say("It is a member today.")
                                    : view.say("It is not a member today."),
             url("/organisations/{}", facts.id.text()), view.say("Go to its page"),
             design::link(measures::completeness_address(facts.id),
                          view.say("How complete its numbers are")),
             design::link(url("/organisations/{}/burden", facts.id.text()),
                          view.say("What collecting them costs")),
             design::card_group(
                 {design::figure_card({.number = tenths(summary.now.points),
                                       .what = view.say("engagement index"),
                                       .detail = view.say("acts in the last 91 days")}),
                  design::figure_card(
                      {.number = signed_points(summary.now.points - summary.before.points),
                       .what = view.say("since last quarter"),
                       .detail = view.say("it was {}", tenths(summary.before.points))}),
                  design::figure_card(
                      {.number = summary.last ? view.words->whole((today - *summary.last).count())
                                              : std::string("–"),
                       .what = view.say("days since the last act"),
                       .detail = {}})},
                 3),
             why_cooling, view.say("Why it moved"), why_list(view, changes), view.say("Chases"),
             chases_table(view, campaign, chases, false, chase), ask));
}

http::Response show_organisation(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const auto facts = organisation_of(request, context, *campaign);
    if (!facts) return http::not_found();
    return http::ok(organisation_page(request, context, *campaign, *facts, {}, {}));
}

http::Response show_chases(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const auto all = facts_of(context.db, *campaign);
    const ActsByOrganisation acts(acts_of(context.db, *campaign, context.today));
    const auto weights = weights_of(context.db, campaign->id);
    const Visible visible(context);
    std::vector<Chase> chases;
    for (const OrganisationId root : context.scope.roots())
        for (Chase& chase : chases_below(context.db, context.scope.may_read_below(root),
                                         campaign->id, context.today))
            if (std::ranges::find(chases, chase.id, &Chase::id) == chases.end())
                chases.push_back(std::move(chase));
    const auto is_chased = [&](OrganisationId id) {
        return std::ranges::any_of(
            chases, [&](const Chase& chase) { return chase.organisation == id && !chase.done_on; });
    };
    std::vector<Summary> cooling;
    for (const Facts& one : all) {
        if (!one.open_on(context.today) || !visible.has(one.id)) continue;
        Summary summary = summary_of(one, acts.of(one.id), weights, context.today);
        if (summary.cooling && !is_chased(one.id)) cooling.push_back(std::move(summary));
    }
    std::ranges::stable_sort(cooling, {}, [](const Summary& one) { return *one.cooling; });

    html::Html waiting;
    if (cooling.empty()) {
        waiting = design::nothing_yet(view.say("Nobody is cooling that nobody speaks to."));
    } else {
        design::TableWriter table({.caption = view.say("Cooling, and nobody speaks to them yet"),
                                   .caption_size = design::Size::s,
                                   .columns = {{.heading = view.say("Organisation")},
                                               {.heading = view.say("Why")},
                                               {.heading = view.say("Last act")},
                                               {.heading = view.say("What might help")}},
                                   .first_cell_is_heading = true});
        for (const Summary& one : cooling)
            table.row(
                design::link(url("/campaigns/{}/momentum/{}", campaign->code, one.facts->id.text()),
                             one.facts->name),
                view.say(label(*one.cooling)),
                one.last ? view.words->day(*one.last) : std::string(view.say("None yet")),
                view.say(suggestion(*one.cooling)));
        waiting = std::move(table).done();
    }
    return http::ok(design::page(
        view, {.title = view.say("Chase list"), .breadcrumb = crumbs(view, *campaign, true)},
        html(
            R"({}{}{}<p>{}</p><h2 class="nhsuk-heading-m">{}</h2>{}<h2 class="nhsuk-heading-m">{}</h2>{})",
            news(request, view), design::page_heading(view.say("Chase list"), campaign->name),
            doors(view, *campaign, "chases"),
            view.say("Open an organisation to write down who will speak to it; enter later what "
                     "came of it."),
            view.say("To speak to"), waiting, view.say("Spoken to"),
            chases_table(view, *campaign, chases, true, may_chase(context)))));
}

}  // namespace primum::momentum
