#include "spc/rephase.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "spc/input_checks.h"

namespace primum::spc {
namespace {

double median_of(std::vector<double> values) {
    std::erase_if(values, [](double x) { return std::isnan(x); });
    if (values.empty()) return kMissing;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2;
}

/// 1 above, -1 below, 0 on the median or missing.
int side_of_median(double value, double median) {
    return (value > median) - (value < median);
}

bool counts(int side, RunSide wanted) {
    return wanted == RunSide::both || (wanted == RunSide::above) == (side > 0);
}

/// The first run that is long enough, at or after `from`.
std::optional<MedianPhase> first_run(std::span<const double> values, std::size_t from,
                                     double median, const RephaseOptions& options) {
    std::vector<double> run;
    std::size_t begin = from;
    int run_side = 0;
    for (std::size_t i = from; i < values.size(); ++i) {
        const int side = side_of_median(values[i], median);
        if (side == 0) continue;
        if (side != run_side) {
            run.clear();
            begin = i;
            run_side = side;
        }
        run.push_back(values[i]);
        if (run.size() == options.run_points && counts(side, options.side))
            return MedianPhase{.begin = begin, .end = i + 1, .median = median_of(std::move(run))};
    }
    return std::nullopt;
}

}  // namespace

std::expected<std::vector<MedianPhase>, Problem> suggest_medians(std::span<const double> values,
                                                                 const RephaseOptions& options) {
    if (const Problem problem = check_values(values)) return std::unexpected(problem);
    if (options.baseline_points == 0 || options.run_points < 2)
        return refused(Problem::Kind::options_out_of_range);
    std::vector<MedianPhase> phases;
    if (values.size() < options.baseline_points) return phases;

    const auto baseline = values.first(options.baseline_points);
    phases.push_back({.begin = 0,
                      .end = baseline.size(),
                      .median = median_of({baseline.begin(), baseline.end()})});
    while (const auto run = first_run(values, phases.back().end, phases.back().median, options))
        phases.push_back(*run);
    return phases;
}

}  // namespace primum::spc
