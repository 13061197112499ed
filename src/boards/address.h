#pragma once
// Where the pages of this room are.

#include <string_view>

#include "html/url.h"
#include "measures/address.h"

namespace primum::boards {

using measures::board_address;

/// Which measures, in what order; and the words of the grid.
html::Url settings_address(const OrganisationId& organisation);
html::Url words_address(const OrganisationId& organisation);

/// What people say of a measure; {series} as in measures::series_address.
html::Url narrative_address(const OrganisationId& organisation, std::string_view series_code);

/// One measure at everything that lies below.
html::Url units_address(const OrganisationId& organisation, std::string_view series_code);
/// A funnel of organisations like this one.
html::Url comparison_address(const OrganisationId& organisation, std::string_view measure_code);

/// From a campaign's aim to points, and what it shows to everybody.
html::Url thread_address(std::string_view campaign_code);
html::Url numbers_address(std::string_view campaign_code);
html::Url public_measures_address(std::string_view campaign_code);

}  // namespace primum::boards
