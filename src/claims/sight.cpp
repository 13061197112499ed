#include "claims/sight.h"

#include <algorithm>

#include "access/policy.h"
#include "claims/policy.h"
#include "measures/dictionary.h"
#include "organisations/tree.h"

namespace primum::claims {
namespace {

store::Scope readers(const access::Context& context) {
    return context.scope_under(access::policy::members);
}

bool reads_all(const store::Scope& reads, const std::vector<UnitCounts>& counts) {
    return std::ranges::all_of(counts,
                               [&](const UnitCounts& unit) { return reads.can_read(unit.unit); });
}

void name_it(const access::Context& context, Sight& sight) {
    if (sight.claim.campaign) {
        context.db.each(
            [&](const store::Row& row) {
                sight.about = row.get<std::string>(0);
                sight.campaign_code = row.get<std::string>(1);
            },
            "SELECT name, code FROM campaigns WHERE id = $1", *sight.claim.campaign);
    } else if (const auto one =
                   organisations::find_organisation(context.db, sight.claim.organisation)) {
        sight.about = one->name;
    }
    if (!sight.claim.risk) return;
    if (const auto risk = measures::find_measure(context.db, *sight.claim.risk))
        sight.risk_name = risk->name();
}

/// What has changed since it was published, and what the numbers would say today.
void look_again(const access::Context& context, Sight& sight) {
    const auto live = live_counts(context.db, sight.claim, sight.measure);
    sight.changes = changes_between(sight.counts, live);
    if (!sight.changes->any()) return;
    if (const auto figures = figures_of(sight.claim, sight.measure, live))
        sight.now = shown(figures->estimates, figures->joined, sight.measure.now().frequency,
                          sight.shown.mode);
}

}  // namespace

bool keeps_claims(const access::Context& context, OrganisationId organisation) {
    return context.scope_under(claim_keepers).can_write(organisation);
}

std::optional<Claim> kept_claim(const http::Request& request, const access::Context& context) {
    auto claim = find_claim(context.db, readers(context), request.part("claim"));
    if (!claim || !keeps_claims(context, claim->organisation)) return {};
    return claim;
}

std::optional<Sight> sight_of(const http::Request& request, const access::Context& context) {
    const auto reads = readers(context);
    auto claim = find_claim(context.db, reads, request.part("claim"));
    if (!claim) return {};
    auto measure = measures::find_measure(context.db, claim->measure);
    if (!measure) return {};
    Sight sight{.claim = std::move(*claim), .measure = std::move(*measure)};
    name_it(context, sight);
    sight.keeps = keeps_claims(context, sight.claim.organisation);
    sight.counts = sight.claim.is_public() ? frozen_counts(context.db, sight.claim)
                                           : live_counts(context.db, sight.claim, sight.measure);
    sight.inside = reads.can_read(sight.claim.organisation) && reads_all(reads, sight.counts);
    const auto mode = disclosure::mode_for(
        sight.inside ? disclosure::Audience::own : disclosure::Audience::others, kOutside);
    sight.figures = figures_of(sight.claim, sight.measure, sight.counts);
    if (sight.figures)
        sight.shown = shown(sight.claim.is_public() ? frozen_estimates(context.db, sight.claim)
                                                    : sight.figures->estimates,
                            sight.figures->joined, sight.measure.now().frequency, mode);
    if (sight.claim.is_public()) look_again(context, sight);
    return sight;
}

}  // namespace primum::claims
