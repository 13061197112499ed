#pragma once
// A campaign as somebody types it into a form.

#include <string>

#include "access/context.h"
#include "base/problems.h"
#include "campaigns/campaign.h"
#include "http/form.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {

struct TypedCampaign {
    std::string code;
    std::string name;
    std::string strapline;
    std::string place;
    std::string cause;
    std::string aim;
    std::string amount;
    std::string unit;
    std::string measure;
    organisations::TypedDay by;
    organisations::TypedDay starts;
    organisations::TypedDay ends;
    std::string status;
    std::string eligible_kind;
    bool front = false;
    std::string reach;
    std::string result;
    std::string source;
    std::string origin;

    static TypedCampaign from(const http::Form& form);
    static TypedCampaign of(const Campaign& campaign);
};

/// The campaign with what was typed, and a problem for each field that is not right.
Campaign check(const access::Context& context, const TypedCampaign& typed, Campaign campaign,
               Problems& problems);

}  // namespace primum::campaigns
