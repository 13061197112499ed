#pragma once
// What the pages share on which a campaign's office keeps it.

#include <functional>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "campaigns/campaign.h"
#include "campaigns/frame.h"
#include "design/links.h"
#include "http/message.h"

namespace primum::campaigns {

/// The way down to the office.
std::vector<design::Crumb> office_way(const design::View& view, const Campaign& campaign);
html::Html kept_page(const access::Context& context, const Campaign& campaign,
                     std::string_view title, const Problems& problems, const html::Html& content);
/// A form about one side of the campaign, with the version that it is filled in for.
html::Html kept_form(const design::View& view, const Campaign& campaign, std::string_view what,
                     const html::Html& fields);

/// Back to the office, which says so.
http::Response saved(const Campaign& campaign);

/// Saves something of the campaign that is given as the form's person saw it; false where somebody
/// was quicker.
using Save = std::function<bool(store::Writer&, const store::Writable&, const store::Stamp&,
                                const Campaign&)>;
http::Response keep(access::Context& context, const Campaign& campaign, const Save& save,
                    const Again& again);

}  // namespace primum::campaigns
