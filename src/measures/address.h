#pragma once
// Where the pages about measures are, for every room that leads there.

#include <string_view>

#include "html/url.h"
#include "measures/point.h"
#include "measures/series.h"

namespace primum::measures {

/// The dictionary, and one measure in it.
html::Url dictionary_address();
html::Url measure_address(std::string_view measure_code);

/// The list of an organisation's series, and the page of one.
html::Url list_address(const OrganisationId& organisation);
html::Url series_address(const OrganisationId& organisation, std::string_view series_code);
html::Url series_address(const Series& series);
/// The same with what has just been done there, for a banner: "saved".
html::Url series_address(const Series& series, std::string_view done);

/// Where the numbers of a new period are entered, and what is known of one that is there.
html::Url new_point_address(const Series& series);
html::Url point_address(const Series& series, std::string_view iso_period);

/// What an organisation shows to others, and one series of it: its page, "points.csv", "chart.svg".
html::Url published_address(const OrganisationId& organisation);
html::Url published_address(const Series& series);
html::Url published_address(const Series& series, std::string_view file);

/// Pages of other rooms about an organisation.
html::Url today_address(const OrganisationId& organisation);
html::Url completeness_address(const OrganisationId& organisation);
html::Url board_address(const OrganisationId& organisation);
html::Url imports_address(const OrganisationId& organisation);

}  // namespace primum::measures
