#pragma once
// The fields of a campaign's form.

#include "access/context.h"
#include "base/problems.h"
#include "campaigns/typed_campaign.h"
#include "html/html.h"

namespace primum::campaigns {

html::Html campaign_fields(const access::Context& context, const TypedCampaign& typed,
                           const Problems& problems);

}  // namespace primum::campaigns
