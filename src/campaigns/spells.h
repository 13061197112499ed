#pragma once
// From when to when something was so, in words.

#include <string>
#include <string_view>
#include <vector>

#include "campaigns/membership.h"
#include "design/view.h"
#include "html/html.h"

namespace primum::campaigns {

/// "Member since 1 May 2026", "Paused from 1 May 2026 to 3 June 2026".
std::string spell(const design::View& view, std::string_view what, Day from, Day to);

/// The periods of a membership, as items of a list.
html::Html spells(const design::View& view, const std::vector<Period>& periods);

}  // namespace primum::campaigns
