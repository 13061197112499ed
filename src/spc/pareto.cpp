#include "spc/pareto.h"

#include <algorithm>
#include <cmath>

#include "spc/input_checks.h"

namespace primum::spc {
namespace {

/// Missing counts come after all others.
bool comes_first(const ParetoBar& a, const ParetoBar& b) {
    if (std::isnan(a.count) || std::isnan(b.count))
        return !std::isnan(a.count) && std::isnan(b.count);
    return a.count > b.count;
}

std::vector<ParetoBar> bars_of(std::span<const double> counts) {
    std::vector<ParetoBar> bars(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        bars[i].category = i;
        bars[i].count = counts[i];
    }
    return bars;
}

}  // namespace

std::expected<std::vector<ParetoBar>, Problem> pareto(std::span<const double> counts) {
    if (const Problem problem = check_counts(counts)) return std::unexpected(problem);
    std::vector<ParetoBar> bars = bars_of(counts);
    std::ranges::stable_sort(bars, comes_first);

    double total = 0;
    for (ParetoBar& bar : bars) {
        if (!std::isnan(bar.count)) total += bar.count;
        bar.cumulative_count = std::isnan(bar.count) ? kMissing : total;
    }
    if (total > 0) {
        for (ParetoBar& bar : bars) {
            bar.share = bar.count / total;
            bar.cumulative_share = bar.cumulative_count / total;
        }
    }
    return bars;
}

}  // namespace primum::spc
