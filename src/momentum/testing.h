#pragma once
// For tests: a campaign with its programme in a small tree, and facts put straight into the tables.

#include <string>

#include "momentum/store.h"
#include "organisations/testing_tree.h"

namespace primum::momentum {

using organisations::day;
using organisations::everywhere;
using organisations::kToday;
using organisations::stamp;

class TestCampaign {
public:
    explicit TestCampaign(store::Store& store, const organisations::TestTree& tree)
        : store_(store) {
        store.write([&](store::Writer& db) {
            campaign_ = db.new_id<Campaign>();
            programme_ = db.new_id<TestCampaign>();
            cohort_ = db.new_id<TestCampaign>();
            db.run(R"sql(
                INSERT INTO campaigns (id, code, owner_id, name, starts, status)
                VALUES ($1, 'PSF', $2, 'Patient Safety First', '2024-03-01', 'open')
            )sql",
                   campaign_, tree.country);
            db.run(R"sql(
                INSERT INTO programmes (id, code, owner_id, campaign_id, name, short_name)
                VALUES ($1, 'LIPS', $2, $3, 'Leading Improvement in Patient Safety', 'LIPS')
            )sql",
                   programme_, tree.country, campaign_);
            db.run(R"sql(
                INSERT INTO cohorts (id, programme_id, number, starts, opens, closes, places)
                VALUES ($1, $2, 1, '2024-09-01', '2024-05-01', '2024-07-01', 20)
            )sql",
                   cohort_, programme_);
        });
    }

    void join(OrganisationId organisation, std::string_view from,
              std::string_view to = "9999-12-31", std::string_view state = "joined") {
        store_.write([&](store::Writer& db) {
            db.run(R"sql(
                INSERT INTO campaign_periods (organisation_id, id, campaign_id, from_day, to_day,
                                              state)
                VALUES ($1, $2, $3, $4, $5, $6)
            )sql",
                   everywhere().may_write(organisation), db.new_id<TestCampaign>(), campaign_, from,
                   to, state);
        });
    }

    void enrol(OrganisationId organisation, std::string_view from,
               std::string_view to = "9999-12-31") {
        store_.write([&](store::Writer& db) {
            db.run(R"sql(
                INSERT INTO programme_enrolments (organisation_id, id, programme_id, cohort_id,
                                                  from_day, to_day)
                VALUES ($1, $2, $3, $4, $5, $6)
            )sql",
                   everywhere().may_write(organisation), db.new_id<TestCampaign>(), programme_,
                   cohort_, from, to);
        });
    }

    void choose(OrganisationId organisation, std::string_view intervention, std::string_view from) {
        store_.write([&](store::Writer& db) {
            db.run(R"sql(
                INSERT INTO campaign_choices (organisation_id, id, campaign_id, intervention,
                                              from_day, to_day)
                VALUES ($1, $2, $3, $4, $5, '9999-12-31')
            )sql",
                   everywhere().may_write(organisation), db.new_id<TestCampaign>(), campaign_,
                   intervention, from);
        });
    }

    Campaign campaign() const { return find_campaign(*store_.read(), "psf").value(); }
    std::vector<Facts> facts() const { return facts_of(*store_.read(), campaign()); }

    CampaignId campaign_;
    Id<TestCampaign> programme_;
    Id<TestCampaign> cohort_;

private:
    store::Store& store_;
};

}  // namespace primum::momentum
