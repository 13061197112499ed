#pragma once
// Parts of pages that show how a campaign grows: each with its picture, its sentence and its table.

#include "design/view.h"
#include "html/html.h"
#include "momentum/curve.h"
#include "momentum/store.h"

namespace primum::momentum {

/// "Trusts", as the campaign's country calls them.
std::string eligible_plural(const store::Reader& db, const design::View& view,
                            const Campaign& campaign);

/// The joining curve with its forecast, in words as well.
html::Html curve_section(const design::View& view, const Campaign& campaign,
                         const std::string& plural, const std::vector<CurvePoint>& curve,
                         const std::optional<Forecast>& forecast);

/// The curve alone, of a time that is over.
html::Html past_curve_section(const design::View& view, const Campaign& campaign,
                              const std::string& plural, const std::vector<CurvePoint>& curve);

/// A tile for each network, and the same as a table.
html::Html map_section(const design::View& view, const std::vector<Share>& networks);

/// Who has joined, by region and by kind.
html::Html shares_section(const design::View& view, const std::vector<Share>& regions,
                          const std::vector<Share>& kinds);

/// How many are in each of the four groups on these days, as columns and as a table.
html::Html groups_section(const design::View& view, const std::string& plural,
                          std::span<const Facts> all, const Campaign& campaign,
                          const std::vector<Day>& days);

/// A milestone, how far it is, and when it was reached.
struct Standing {
    Milestone milestone;
    double now;
    std::optional<Day> reached;
};
std::vector<Standing> standings_of(const store::Reader& db, const Campaign& campaign,
                                   std::span<const Facts> all, Day today);
/// `keeps`: with links to change them.
html::Html milestones_section(const design::View& view, const Campaign& campaign,
                              const std::vector<Standing>& standings, int eligible, Day today,
                              bool keeps);

}  // namespace primum::momentum
