// The office says which campaigns one comes from.

#include <algorithm>
#include <utility>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "design/select.h"
#include "design/table.h"

namespace primum::campaigns {
namespace {

html::Html lineage_page(const access::Context& context, const Campaign& campaign,
                        const std::vector<std::pair<std::string, std::string>>& chosen,
                        const Problems& problems) {
    const design::View& view = context.view;
    html::Html rows;
    for (const Campaign& one : campaigns_of(context.db)) {
        if (one.id == campaign.id) continue;
        std::string value;
        for (const auto& [code, kind] : chosen)
            if (code == one.code) value = kind;
        rows += design::select(
            view, {.name = "from-" + one.code,
                   .label = one.name + " (" + one.place + ", " + years(view, one) + ")",
                   .options = {{"", view.say("No")},
                               {"inspired_by", view.say("Inspired by it")},
                               {"follows", view.say("Follows it")},
                               {"part_of", view.say("Part of it")}},
                   .value = value});
    }
    return kept_page(context, campaign, view.say("Where it comes from"), problems,
                     rows.empty() ? design::nothing_yet(view.say("There is no other campaign yet."))
                                  : kept_form(view, campaign, "lineage", rows));
}

/// Whether `ancestor` comes, in some steps, from `campaign`: then it is not to be its ancestor.
bool comes_from(const store::Reader& db, CampaignId ancestor, CampaignId campaign,
                std::vector<CampaignId> seen = {}) {
    if (ancestor == campaign) return true;
    if (std::ranges::find(seen, ancestor) != seen.end()) return false;
    seen.push_back(ancestor);
    const auto above = lineage_of(db, ancestor).ancestors;
    return std::ranges::any_of(above, [&](const Relative& one) {
        return comes_from(db, one.campaign.id, campaign, seen);
    });
}

}  // namespace

Response ask_for_lineage(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::pair<std::string, std::string>> chosen;
    for (const Relative& one : lineage_of(context.db, campaign->id).ancestors)
        chosen.emplace_back(one.campaign.code, name(one.kind));
    return http::ok(lineage_page(context, *campaign, chosen, {}));
}

Response take_lineage(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::pair<std::string, std::string>> chosen;
    std::vector<Ancestor> ancestors;
    Problems problems;
    for (const Campaign& one : campaigns_of(context.db)) {
        const auto kind = parse_descent(context.form.text("from-" + one.code));
        if (!kind || one.id == campaign->id) continue;
        chosen.emplace_back(one.code, name(*kind));
        ancestors.push_back({one.id, *kind});
        if (comes_from(context.db, one.id, campaign->id))
            problems.add("from-" + one.code,
                         "One of these campaigns comes from this one: they cannot come from each "
                         "other.");
    }
    if (!problems.empty())
        return http::unprocessable(lineage_page(context, *campaign, chosen, problems));
    return keep(
        context, *campaign,
        [&](auto& db, const auto& owner, const auto& stamp, const Campaign& seen) {
            return save_ancestors(db, owner, stamp, seen, ancestors);
        },
        [&](const Problems& overtaken) {
            return lineage_page(context, *campaign, chosen, overtaken);
        });
}

}  // namespace primum::campaigns
