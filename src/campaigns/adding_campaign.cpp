// A campaign is added, or those that the library knows from history.

#include "campaigns/actions.h"
#include "campaigns/campaign_form.h"
#include "campaigns/keeping.h"
#include "campaigns/typed_campaign.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/page.h"
#include "design/select.h"
#include "organisations/tree.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

/// Organisations whose campaigns this person keeps.
std::vector<organisations::Organisation> owners(const access::Context& context) {
    std::vector<organisations::Organisation> found;
    for (const OrganisationId& id : context.scope.roots())
        if (auto one = organisations::find_organisation(context.db, id))
            found.push_back(std::move(*one));
    return found;
}

html::Html new_page(const access::Context& context, const TypedCampaign& typed,
                    std::string_view owner, std::string_view earlier, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> possible;
    for (const auto& one : owners(context))
        possible.push_back({one.id.text(), one.name});
    std::vector<design::Option> campaigns{{"", view.say("None: begin with nothing")}};
    for (const Campaign& one : all_campaigns(context.db))
        if (one.is_public() || context.scope.can_write(one.owner))
            campaigns.push_back({one.code, one.name + " (" + one.place + ")"});
    return design::page(
        view,
        {.title = view.say("Add a campaign"),
         .error = !problems.empty(),
         .breadcrumb = {{view.say("Campaigns"), url("/campaigns")}}},
        design::two_thirds(html(
            "{}{}{}{}", design::error_summary(view, problems),
            design::page_heading(view.say("Add a campaign")),
            design::form(
                view, {.action = url("/campaigns/new")},
                html("{}{}{}{}{}",
                     design::input(view, {.name = "code",
                                          .label = view.say("Short name for addresses"),
                                          .hint = view.say("Letters, digits and “-”, for example "
                                                           "PSF. It cannot be changed later."),
                                          .value = typed.code,
                                          .error = problems.about("code"),
                                          .width = 20}),
                     design::select(view, {.name = "owner",
                                           .label = view.say("Whose office keeps it"),
                                           .options = possible,
                                           .value = owner,
                                           .error = problems.about("owner")}),
                     design::select(
                         view,
                         {.name = "earlier",
                          .label = view.say("An earlier campaign that it follows"),
                          .hint = view.say("Its interventions and its joining rule are taken over; "
                                           "members that agreed can be carried over later."),
                          .options = campaigns,
                          .value = earlier}),
                     campaign_fields(context, typed, problems),
                     design::button({.label = view.say("Add the campaign"), .once = true}))),
            design::form(
                view, {.action = url("/campaigns/history")},
                html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{}{})",
                     view.say("Campaigns of the library"),
                     view.say("The library knows campaigns that others ran. Those that are not "
                              "here yet are added as history."),
                     possible.empty() ? html::Html()
                                      : design::hidden("owner", possible.front().value),
                     design::button({.label = view.say("Add the campaigns of the library"),
                                     .look = design::ButtonLook::secondary,
                                     .once = true}))))));
}

std::optional<OrganisationId> chosen_owner(const access::Context& context) {
    const auto id = OrganisationId::parse(context.form.text("owner"));
    if (!id || !context.scope.can_write(*id)) return {};
    return id;
}

}  // namespace

Response ask_for_new_campaign(const Request&, access::Context& context) {
    TypedCampaign typed;
    typed.status = "draft";
    typed.eligible_kind = "trust";
    typed.starts = TypedDay::of(context.today);
    return http::ok(new_page(context, typed, "", "", {}));
}

Response take_new_campaign(const Request&, access::Context& context) {
    const TypedCampaign typed = TypedCampaign::from(context.form);
    const std::string earlier_code(context.form.text("earlier"));
    Problems problems;
    if (!is_code(typed.code))
        problems.add("code", "Enter a short name of letters, digits and “-”.");
    else if (typed.code == "new" || typed.code == "history" ||
             find_campaign(context.db, typed.code))
        problems.add("code", "Another campaign has this short name: choose another one.");
    const auto owner = chosen_owner(context);
    if (!owner) problems.add("owner", "Choose whose office keeps it.");
    std::optional<Campaign> earlier;
    if (!earlier_code.empty()) {
        earlier = find_campaign(context.db, earlier_code);
        if (!earlier || (!earlier->is_public() && !context.scope.can_write(earlier->owner)))
            problems.add("earlier", "Choose one of the campaigns.");
    }
    Campaign campaign = check(context, typed, {}, problems);
    campaign.code = typed.code;
    const auto again = [&](const Problems& wrong) {
        return new_page(context, typed, context.form.text("owner"), earlier_code, wrong);
    };
    if (!problems.empty()) return http::unprocessable(again(problems));
    return context.save([&](store::Writer& db) {
        if (find_campaign(db, campaign.code)) {
            Problems taken;
            taken.add("code", "Another campaign has this short name: choose another one.");
            return http::unprocessable(again(taken));
        }
        const auto writable = context.scope.may_write(*owner);
        const auto stamp = context.stamp();
        add_campaign(db, writable, stamp, campaign);
        const auto added = [&] { return find_campaign(db, campaign.code).value(); };
        if (earlier) {
            std::vector<std::string> codes;
            for (const Intervention& one : interventions_of(db, earlier->id, context.today))
                codes.push_back(one.code);
            save_interventions(db, writable, stamp, added(), codes);
            save_conditions(db, writable, stamp, added(), conditions_of(db, earlier->id));
            save_sponsors(db, writable, stamp, added(), sponsors_of(db, earlier->id));
            save_ancestors(db, writable, stamp, added(), {{earlier->id, Descent::follows}});
        }
        return saved(campaign);
    });
}

Response take_history(const Request&, access::Context& context) {
    const auto owner = chosen_owner(context);
    if (!owner) return http::not_found();
    return context.save([&](store::Writer& db) {
        bring_in_history(db, context.scope.may_write(*owner), context.stamp(), context.today);
        return http::see_other(url("/campaigns"));
    });
}

}  // namespace primum::campaigns
