#pragma once
// What this room says on an organisation's page, and in "Your organisations".

#include <vector>

#include "access/context.h"
#include "html/html.h"
#include "measures/measure.h"
#include "organisations/here.h"

namespace primum::campaigns {

/// The organisation's campaigns: how it stands in each, and what comes next.
html::Html organisation_panel(const access::Context& context, const organisations::Here& here);

/// What waits for this person in any of their organisations: a pledge to sign, one to be changed,
/// comments to answer; and, for an office, who waits for it.
html::Html mine_panel(const access::Context& context,
                      const std::vector<organisations::Organisation>& mine);

/// The change packages of open campaigns that name a measure of the dictionary.
html::Html measure_panel(const access::Context& context, const measures::Measure& measure);

}  // namespace primum::campaigns
