#pragma once
// The page that a visitor sees first: the campaign in front, or what this is where there is none.

#include <vector>

#include "announcements/announcement.h"
#include "campaigns/campaign.h"
#include "design/view.h"
#include "html/html.h"
#include "site/participation.h"

namespace primum::site {

/// Of an installation that has no campaign yet.
html::Html welcome_page(const design::View& view, const std::vector<Participation>& taking_part);

/// How the campaign is moving, and its latest public news: below what its members work on.
html::Html from_other_rooms(const design::View& view, const campaigns::Campaign& campaign,
                            const std::vector<announcements::Announcement>& news);

}  // namespace primum::site
