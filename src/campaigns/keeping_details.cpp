// The office changes a campaign's name, aim and dates.

#include "campaigns/actions.h"
#include "campaigns/campaign_form.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "campaigns/typed_campaign.h"

namespace primum::campaigns {
namespace {

html::Html details_page(const access::Context& context, const Campaign& campaign,
                        const TypedCampaign& typed, const Problems& problems) {
    const design::View& view = context.view;
    return kept_page(
        context, campaign, view.say("Name, aim and dates"), problems,
        kept_form(view, campaign, "details", campaign_fields(context, typed, problems)));
}

}  // namespace

Response ask_for_details(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(details_page(context, *campaign, TypedCampaign::of(*campaign), {}));
}

Response take_details(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const TypedCampaign typed = TypedCampaign::from(context.form);
    Problems problems;
    Campaign changed = check(context, typed, *campaign, problems);
    if (!problems.empty())
        return http::unprocessable(details_page(context, *campaign, typed, problems));
    return keep(
        context, *campaign,
        [&](auto& db, const auto& owner, const auto& stamp, const Campaign& seen) {
            changed.rev = seen.rev;
            return save_campaign(db, owner, stamp, changed);
        },
        [&](const Problems& overtaken) {
            return details_page(context, *campaign, typed, overtaken);
        });
}

}  // namespace primum::campaigns
