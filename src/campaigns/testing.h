#pragma once
// For this room's tests: a small country with a campaign that asks for everything.

#include <string>
#include <vector>

#include "campaigns/campaign.h"
#include "campaigns/membership.h"
#include "campaigns/rule.h"
#include "organisations/testing_tree.h"

namespace primum::campaigns {

using organisations::day;
using organisations::everywhere;
using organisations::kToday;

inline Campaign patient_safety_first() {
    Campaign campaign;
    campaign.code = "PSF";
    campaign.name = "Patient Safety First";
    campaign.aim = "No avoidable death and no avoidable harm";
    campaign.starts = kToday - std::chrono::days(400);
    campaign.status = Status::open;
    campaign.front = true;
    return campaign;
}

class CampaignTest : public ::testing::TestWithParam<store::Engine> {
protected:
    template <class Change>
    auto write(Change change) {
        return store_->write(change);
    }

    CampaignTest() {
        write([&](store::Writer& db) {
            person_ = db.new_id<people::Person>();
            db.run("INSERT INTO people (id, email, name, created_at) VALUES ($1, $2, $3, 0)",
                   person_, "ann@example.org", "Ann Example");
        });
        campaign_ = add(patient_safety_first(), {"LEAD", "DET", "CC"},
                        {{Asks::interventions_at_least, 2, ""},
                         {Asks::intervention_compulsory, 0, "LEAD"},
                         {Asks::pledge_public, 0, ""},
                         {Asks::staff_letter, 0, ""},
                         {Asks::review_training, 0, ""},
                         {Asks::signed_by_chief_executive, 0, ""}});
    }

    Campaign add(const Campaign& campaign, const std::vector<std::string>& interventions,
                 const std::vector<Condition>& conditions = {}) {
        const auto owner = everywhere().may_write(tree_.country);
        return write([&](store::Writer& db) {
            add_campaign(db, owner, stamp(), campaign);
            const auto added = [&] { return find_campaign(db, campaign.code).value(); };
            EXPECT_TRUE(save_interventions(db, owner, stamp(), added(), interventions));
            EXPECT_TRUE(save_conditions(db, owner, stamp(), added(), conditions));
            return added();
        });
    }

    store::Stamp stamp(Day on = kToday) const {
        return {.person = person_, .at = on + std::chrono::hours(9), .request = "a test"};
    }
    store::Writable owner(OrganisationId id) { return everywhere().may_write(id); }
    Membership membership(OrganisationId id) { return membership(id, campaign_); }
    Membership membership(OrganisationId id, const Campaign& campaign) {
        return find_membership(*store_->read(), everywhere().may_read(id), campaign.id).value();
    }

    /// Fills in everything but the signature.
    void prepare(OrganisationId id, Day on = kToday) {
        write([&](store::Writer& db) {
            const auto mine = [&] { return begin(db, owner(id), stamp(on), campaign_.id); };
            EXPECT_TRUE(save_choices(db, owner(id), stamp(on), mine(), {"LEAD", "DET"}, on));
            EXPECT_TRUE(save_pledge(db, owner(id), stamp(on), mine(), "We will.", true));
            EXPECT_TRUE(save_staff_letter(db, owner(id), stamp(on), mine(), on));
            EXPECT_TRUE(save_review_training(db, owner(id), stamp(on), mine(), on));
        });
    }

    void join(OrganisationId id, Day on = kToday) {
        prepare(id, on);
        write([&](store::Writer& db) {
            EXPECT_EQ(
                sign(db, owner(id), stamp(on), begin(db, owner(id), stamp(), campaign_.id), on),
                Signed::done);
            EXPECT_TRUE(
                approve(db, owner(id), stamp(on), begin(db, owner(id), stamp(), campaign_.id), on));
        });
    }

    bool member_on(OrganisationId id, Day on) {
        return is_member(*store_->read(), id, campaign_.id, on);
    }
    std::vector<Period> periods(OrganisationId id) {
        return periods_of(*store_->read(), everywhere().may_read(id), campaign_.id);
    }
    std::vector<std::string> choices(OrganisationId id, Day on) {
        return choices_of(*store_->read(), everywhere().may_read(id), campaign_.id, on);
    }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    PersonId person_;
    Campaign campaign_;
};

}  // namespace primum::campaigns
