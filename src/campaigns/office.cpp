// The campaign's office: who waits, who is let in, and why not.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "campaigns/letters.h"
#include "design/button.h"
#include "design/card.h"
#include "design/choices.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/textarea.h"
#include "organisations/tree.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

const store::Scope& office_scope() {
    static const auto scope =
        store::Scope::system("a campaign's office decides about whoever signs, in any tree");
    return scope;
}

struct WaitingOne {
    organisations::Organisation organisation;
    Membership membership;
    std::string signer;
};

std::optional<WaitingOne> waiting_one(const Request& request, const access::Context& context,
                                      const Campaign& campaign) {
    const auto id = OrganisationId::parse(request.part("id"));
    if (!id) return {};
    for (Waiting& one : waiting_of(context.db, campaign.id))
        if (one.membership.organisation == *id)
            return WaitingOne{*organisations::find_organisation(context.db, *id),
                              std::move(one.membership), std::move(one.signer)};
    return {};
}

html::Html waiting_table(const access::Context& context, const Campaign& campaign) {
    const design::View& view = context.view;
    const auto waiting = waiting_of(context.db, campaign.id);
    if (waiting.empty()) return design::nothing_yet(view.say("Nobody waits for you."));
    design::TableWriter table({.caption = view.say("Signed, and waiting for you"),
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Signed by")},
                                           {.heading = view.say("On")}},
                               .first_cell_is_heading = true});
    for (const Waiting& one : waiting)
        table.row(
            design::link(
                url("/campaigns/{}/office/{}", campaign.code, one.membership.organisation.text()),
                one.organisation),
            one.signer,
            one.membership.signed_at
                ? view.words->day(std::chrono::floor<std::chrono::days>(*one.membership.signed_at))
                : std::string());
    return std::move(table).done();
}

/// Why members have left, for whoever wants to learn from it.
html::Html departures(const access::Context& context, const Campaign& campaign) {
    const design::View& view = context.view;
    struct Left {
        std::string name;
        Day on;
        std::string reason;
    };
    const auto left = context.db.all(
        [](const store::Row& row) {
            return Left{row.get<std::string>(0), row.get<Day>(1), row.get<std::string>(2)};
        },
        R"sql(
        SELECT o.name, max(p.to_day), m.reason
          FROM campaign_memberships m
          JOIN organisations o ON o.id = m.organisation_id
          JOIN campaign_periods p ON p.organisation_id = m.organisation_id
                                 AND p.campaign_id = m.campaign_id
         WHERE m.campaign_id = $1 AND m.state = 'left' AND m.reason <> ''
         GROUP BY o.name, m.reason, o.id
         ORDER BY max(p.to_day) DESC
    )sql",
        campaign.id, office_scope().everywhere());
    if (left.empty()) return {};
    design::TableWriter table({.caption = view.say("Who has left, and why"),
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Last day")},
                                           {.heading = view.say("In their words")}},
                               .first_cell_is_heading = true});
    for (const Left& one : left)
        table.row(one.name, view.words->day(one.on), one.reason);
    return std::move(table).done();
}

html::Html decision_page(const access::Context& context, const Campaign& campaign,
                         const WaitingOne& one, const Problems& problems) {
    const design::View& view = context.view;
    const auto interventions = interventions_of(context.db, campaign.id, context.today);
    const auto candidate = candidate_of(context.db, one.membership, context.today);
    html::Html checks;
    for (const Check& each :
         check(conditions_of(context.db, campaign.id), candidate, interventions, context.today))
        checks.append(R"(<li class="pr-check"><span class="pr-check__what">{}{}</span> {}</li>)",
                      says(view, each.condition, interventions),
                      each.met ? html::Html()
                               : html(R"(<br><span class="pr-aside">{}</span>)",
                                      why_not(view, each, candidate, interventions, context.today)),
                      each.met ? design::tag(view.say("Met"), design::Colour::green)
                               : design::tag(view.say("Not met"), design::Colour::red));
    html::Html choices;
    for (const std::string& code : candidate.choices)
        if (const auto* found = find_intervention(interventions, code))
            choices.append("<li>{}</li>", found->name);
    return form_page(
        context, campaign, office_way(view, campaign), one.organisation.name,
        view.say("Signed by {}", one.signer), problems,
        html(R"(
            <blockquote class="pr-pledge">{}</blockquote>
            <h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>
            <h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list pr-checks">{}</ul>{})",
             paragraphs(one.membership.pledge), view.say("What it chose"), choices,
             view.say("The joining rule"), checks,
             design::form(
                 view,
                 {.action =
                      url("/campaigns/{}/office/{}", campaign.code, one.organisation.id.text())},
                 html("{}{}{}", rev_field(one.membership.rev),
                      design::radios(
                          view, {.name = "decision",
                                 .legend = {view.say("Is it verified?"), design::Size::m},
                                 .choices = {{.value = "approve",
                                              .label = view.say("Yes: it is a member from today"),
                                              .hint = view.say(
                                                  "It is shown with its pledge, and whoever signed "
                                                  "gets a letter.")},
                                             {.value = "decline",
                                              .label = view.say("Not yet: something has to change"),
                                              .then_ask = design::textarea(
                                                  view, {.name = "reason",
                                                         .label = view.say("What, and why?"),
                                                         .hint = view.say(
                                                             "It goes to whoever signed, in these "
                                                             "words."),
                                                         .value = context.form.text("reason"),
                                                         .error = problems.about("reason"),
                                                         .rows = 4,
                                                         .most_characters = static_cast<int>(
                                                             kLongestPledge)})}},
                                 .value = context.form.text("decision"),
                                 .error = problems.about("decision")}),
                      design::button({.label = view.say("Save the decision"), .once = true})))));
}

}  // namespace

Response show_office(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const auto way_to = [&](std::string_view what) {
        return url("/campaigns/{}/{}", campaign->code, what);
    };
    std::vector<design::SummaryRow> rows;
    const auto row = [&](std::string_view key, std::string value, std::string_view where) {
        rows.push_back({key, value, {{way_to(where), view.say("Change"), key}}});
    };
    std::string sponsors;
    for (const Sponsor& one : sponsors_of(context.db, campaign->id))
        sponsors += (sponsors.empty() ? "" : "; ") + one.name;
    std::string interventions;
    const auto asked = interventions_of(context.db, campaign->id, context.today);
    for (const Intervention& one : asked)
        interventions += (interventions.empty() ? "" : "; ") + one.name;
    std::string rule;
    for (const Condition& one : conditions_of(context.db, campaign->id))
        rule += (rule.empty() ? "" : "; ") + says(view, one, asked);
    std::string lineage;
    for (const Relative& one : lineage_of(context.db, campaign->id).ancestors)
        lineage += (lineage.empty() ? "" : "; ") + one.campaign.name;
    row(view.say("Name, aim and dates"), campaign->aim, "details");
    row(view.say("Sponsors and partners"), sponsors, "sponsors");
    row(view.say("Interventions"), interventions, "choices");
    row(view.say("Joining rule"), rule, "conditions");
    row(view.say("Where it comes from"), lineage, "lineage");
    html::Html waiting;
    if (campaign->status != Status::history && campaign->status != Status::draft)
        waiting = html("{}{}", waiting_table(context, *campaign), departures(context, *campaign));
    const std::string done = request.parameter("done").value_or("");
    html::Html said;
    if (done == "decided")
        said = design::notification_banner(
            view, {.notice = design::Notice::success,
                   .heading = view.say("The decision is saved, and a letter is on its way.")});
    if (done == "saved")
        said = design::notification_banner(
            view, {.notice = design::Notice::success, .heading = view.say("Saved.")});
    return http::ok(design::page(
        view,
        {.title = view.say("Office of {}", campaign->name),
         .breadcrumb = crumbs(view, *campaign, campaign->is_public())},
        html("{}<p>{}</p>{}{}<h2 class=\"nhsuk-heading-m\">{}</h2>{}<p>{}</p>",
             design::page_heading(view.say("The campaign’s office"), campaign->name),
             status_tag(view, campaign->status), said, waiting, view.say("The campaign itself"),
             design::summary_list(view, {.rows = rows}),
             design::link(way_to("carry-over"),
                          view.say("Carry members over from an earlier campaign")))));
}

Response show_waiting(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto one = waiting_one(request, context, *campaign);
    if (!one) return http::not_found();
    return http::ok(decision_page(context, *campaign, *one, {}));
}

Response decide(const people::Accounts& accounts, const Request& request,
                access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto one = waiting_one(request, context, *campaign);
    // Decided already: the same form, sent twice, still gets its first answer.
    if (!one) return context.save([&](store::Writer&) { return http::not_found(); });
    const std::string_view decision = context.form.text("decision");
    const std::string reason(context.form.text("reason"));
    Problems problems;
    if (decision != "approve" && decision != "decline")
        problems.add("decision", "Choose whether it is verified.");
    if (decision == "decline" && reason.empty())
        problems.add("reason", "Say what has to change, and why.");
    check_length(problems, "reason", reason, kLongestPledge);
    if (!problems.empty())
        return http::unprocessable(decision_page(context, *campaign, *one, problems));
    return context.save([&](store::Writer& db) {
        Membership seen = one->membership;
        seen.rev = seen_rev(context.form);
        const auto owner = office_scope().may_write(seen.organisation);
        const bool saved = decision == "approve"
                               ? approve(db, owner, context.stamp(), seen, context.today)
                               : decline(db, owner, context.stamp(), seen, reason);
        if (!saved)
            return http::page(http::Status::conflict,
                              decision_page(context, *campaign, *one, overtaken()));
        tell_signer(accounts, db, *campaign, find_membership(db, owner, campaign->id).value(),
                    one->organisation.name, context.now);
        return http::see_other(url("/campaigns/{}/office?done=decided", campaign->code));
    });
}

}  // namespace primum::campaigns
