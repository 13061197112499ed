#pragma once
// Opening series: which measures an organisation keeps, for itself and for units below it.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "access/routes.h"
#include "measures/chart_cache.h"
#include "measures/neighbours.h"
#include "store/db.h"

namespace primum::measures {

/// The library's codes of the interventions that any of these organisations has chosen on a day.
using Chosen = std::function<std::vector<std::string>(const store::Reader&,
                                                      std::span<const OrganisationId>, Day)>;

/// `charts` must outlive the routes.
void add_setting_up_routes(access::Routes& routes, ChartCache& charts, Chosen chosen);

/// The ways to these pages from the list of series and from a series' page.
void add_setting_up(Neighbours& neighbours);

}  // namespace primum::measures
