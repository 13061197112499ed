// Lives saved and harm avoided: what was claimed, published, and taken back.

#include <algorithm>
#include <chrono>

#include "campaigns/campaign.h"
#include "claims/figures.h"
#include "claims/file.h"
#include "crypto/hash.h"
#include "demo/luck.h"
#include "demo/series_story.h"
#include "demo/stories.h"

namespace primum::demo {
namespace {

using access::Role;
using claims::Claim;
using std::chrono::days;

class ClaimsStory {
public:
    ClaimsStory(store::Writer& db, const World& world)
        : db_(db),
          world_(world),
          trust_(world.trusts().front()),
          office_(world.holder(Role::campaign_office, world.top())),
          lead_(world.holder(Role::improvement_lead, trust_)) {}

    void tell() {
        arrests();
        infections();
        deaths();
        pneumonia();
    }

private:
    /// The first of a month, that many months after the campaign began, or before it.
    Day month(int after) const {
        const std::chrono::year_month_day began(world_.began());
        return (began.year() / began.month() + std::chrono::months(after)) / 1;
    }
    store::Stamp ago(int before, std::optional<PersonId> who) const {
        return world_.stamp(world_.today - days(before), who);
    }

    /// Of the campaign's members, against the three years before it.
    Claim of_campaign(std::string_view measure, std::string words, Day from, Day to) const {
        const auto campaign = campaigns::find_campaign(db_, "PSF").value();
        Claim claim{.organisation = world_.top(),
                    .campaign = momentum::CampaignId::parse(campaign.id.text()),
                    .measure = measures::find_measure_by_code(db_, measure).value().id,
                    .words = std::move(words)};
        claim.baseline_from = month(-36);
        claim.baseline_to = month(-1);
        claim.from = from;
        claim.to = to;
        return claim;
    }

    Claim draft(const Claim& claim, const store::Stamp& stamp) {
        const auto id =
            claims::add_claim(db_, World::scope().may_write(claim.organisation), stamp, claim);
        return claims::find_claim(db_, World::scope(), id.text()).value();
    }

    void publish(const Claim& claim, const store::Stamp& stamp) {
        const auto measure = measures::find_measure(db_, claim.measure).value();
        auto counts = claims::live_counts(db_, claim, measure);
        const auto figures = claims::figures_of(claim, measure, counts);
        must(figures.has_value());
        std::erase_if(counts, [](const claims::UnitCounts& unit) { return unit.counts.empty(); });
        must(claims::publish(db_, World::scope().may_write(claim.organisation), stamp, claim,
                             *figures, counts,
                             crypto::sha256_hex(claims::file_of(measure, counts))));
    }

    /// What the campaign is proud of; one hospital has corrected a number since.
    void arrests() {
        const auto claim = draft(of_campaign("DET-01",
                                             "Fewer cardiac arrest calls in the hospitals that "
                                             "joined",
                                             month(0), month(kMonthsOfCampaign - 3)),
                                 ago(40, office_));
        publish(claim, ago(33, office_));
        const OrganisationId other = world_.trusts()[2];
        const auto writable = World::scope().may_write(other);
        const auto series = measures::find_series_by_code(db_, writable, "det-01").value();
        auto points = measures::points_of(db_, writable, series.id);
        std::erase_if(points, [&](const auto& point) { return point.said.period > claim.to; });
        measures::Said said = points.back().said;
        *said.numerator += 4;
        const auto analyst = world_.holder(Role::analyst, other);
        measures::save_point(db_, writable, ago(14, analyst), series, said, world_.today,
                             "Calls from the second site came later");
    }

    void infections() {
        draft(of_campaign("CVC-01", "Fewer bloodstream infections from central lines", month(6),
                          month(kMonthsOfCampaign - 3)),
              ago(11, office_));
    }

    /// What was counted had changed, and not only what was done.
    void deaths() {
        auto claim =
            draft(of_campaign("CORE-05", "Fewer deaths in hospital since the campaign began",
                              month(6), month(kMonthsOfCampaign - 5)),
                  ago(70, office_));
        publish(claim, ago(66, office_));
        claim = claims::find_claim(db_, World::scope(), claim.id.text()).value();
        must(claims::withdraw(
            db_, World::scope().may_write(claim.organisation), ago(52, office_), claim,
            "Since the spring of last year some hospitals no longer count deaths in their "
            "emergency "
            "departments here. Part of what we called fewer deaths was fewer that were counted. We "
            "will work it out again once all count alike, and thank the network that asked."));
    }

    /// One hospital's own.
    void pneumonia() {
        Claim claim{.organisation = trust_,
                    .measure = measures::find_measure_by_code(db_, "VAP-01").value().id,
                    .words = "Fewer cases of pneumonia on the ventilator since the bundle"};
        constexpr int kNow = kMonthsOfCampaign;
        claim.baseline_from = month(kNow - 59);
        claim.baseline_to = month(kNow - 21);
        claim.from = month(kNow - 20);
        claim.to = month(kNow - 2);
        publish(draft(claim, ago(30, lead_)), ago(27, lead_));
    }

    store::Writer& db_;
    const World& world_;
    OrganisationId trust_;
    std::optional<PersonId> office_;
    std::optional<PersonId> lead_;
};

}  // namespace

void tell_claims(store::Store& store, const World& world) {
    store.write([&](store::Writer& db) { ClaimsStory(db, world).tell(); });
}

}  // namespace primum::demo
