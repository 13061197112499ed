#pragma once
// Organisations of one kind beside each other, for learning: on a funnel that allows for their size
// and for how much they differ anyway, and never in the order of their values.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "boards/matching.h"
#include "chart/funnel_plot.h"
#include "disclosure/published.h"
#include "spc/analysis.h"
#include "spc/funnel.h"
#include "store/db.h"

namespace primum::boards {

/// One organisation. Numbers are as whoever looks may see them: exact of those that their scope
/// reads; of others, sums of what everybody else is shown of each period (measures/publishing.h),
/// and of nothing else, so that no sum tells what a period hides.
struct Peer {
    OrganisationId organisation;
    std::string name;
    bool own = false;          ///< the organisation whose page it is
    const char* why_not = {};  ///< English for a catalogue; null where it takes part
    bool hidden = false;       ///< takes part, but too much of it is too small to be shown
    std::optional<measures::Series> shared = {};  ///< absent of one that others do not see
    double numerator = spc::kMissing;             ///< over the window
    double denominator = spc::kMissing;
    spc::Variation variation = spc::Variation::none;  ///< of its own chart, for who improves
    double ratio = spc::kMissing;                     ///< as plotted
    spc::Standing outlier = spc::Standing::within;    ///< beyond 99.8% limits
};

struct Comparison {
    measures::Measure measure;
    Window window;                      ///< its `says` points into the measure
    std::vector<Peer> peers;            ///< by name
    std::optional<spc::Funnel> funnel;  ///< where at least kFewest take part
};

/// Fewer than these are no picture.
inline constexpr std::size_t kFewest = 3;

/// What is known of the sum of published numbers. One that is hidden for being small counts as the
/// middle of what it can be ("1 to 7": 4), as long as the sum could be wrong by no more than a
/// tenth for it: left out, the sum would be too low, and a peer of which one month is small would
/// never be among the others. NaN where it is not known well enough.
double sum_of_published(std::span<const disclosure::Published> numbers);

/// What takes part: series that their organisations share with members or everybody, of
/// organisations of the same kind, and this organisation's own. `reads` says whose raw numbers the
/// reader may see; others are published by `outside`.
Comparison compare(const store::Reader& db, const measures::Measure& measure,
                   const OrganisationId& own, const std::string& kind, Day today,
                   const std::function<bool(const OrganisationId&)>& reads,
                   disclosure::Mode outside);

/// Whether it lies beyond the limits on the side that is better.
bool is_better(spc::Standing outlier, spc::Better better);

/// The picture. The own organisation and those beyond the limits are named.
chart::FunnelPlot plot_of(const Comparison& comparison);

}  // namespace primum::boards
