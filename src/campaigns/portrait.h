#pragma once
// A campaign as everybody sees it: the page that /campaigns/PSF is, and the home page for the
// campaign in front.

#include "access/context.h"
#include "campaigns/campaign.h"
#include "campaigns/membership.h"

namespace primum::campaigns {

/// A programme that goes with a campaign, as far as its page is concerned.
struct Companion {
    std::string code;
    std::string name;
    std::string short_name;
    std::string supports;  ///< how it helps the campaign
};
std::vector<Companion> companions_of(const store::Reader& db, CampaignId campaign);

/// Everything that the portrait shows.
struct Portrait {
    Campaign campaign;
    std::string measure;  ///< name of the goal's measure; empty where it has none
    std::optional<resources::Resource> origin;
    std::vector<Sponsor> sponsors;
    std::vector<Intervention> interventions;
    std::vector<Taken> taken;
    std::vector<Condition> conditions;
    Lineage lineage;
    Uptake uptake;
    std::vector<Companion> companions;
    std::vector<Member> newest;  ///< of its members, those that joined last
};
Portrait portrait_of(const store::Reader& db, const Campaign& campaign, Day today);

/// The whole page, from its first line to the next events. `home` leaves out the breadcrumb; `more`
/// stands below what members work on: figures and words of other rooms.
html::Html campaign_page(const access::Context& context, const Portrait& portrait,
                         bool home = false, const html::Html& more = {});

/// The list of campaigns that a campaign came from, or that came from it.
html::Html lineage_list(const design::View& view, const Lineage& lineage);

}  // namespace primum::campaigns
