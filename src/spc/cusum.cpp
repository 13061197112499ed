#include "spc/cusum.h"

#include <cmath>

#include "spc/cusum_run.h"
#include "spc/input_checks.h"

namespace primum::spc {
namespace {

bool not_negative(double x) {
    return x >= 0 && x <= kLargestValue;
}

Problem check(const Process& process, const CusumOptions& options) {
    const bool fits = std::abs(process.centre) <= kLargestValue && process.sigma > 0 &&
                      process.sigma <= kLargestValue && not_negative(options.reference) &&
                      not_negative(options.decision) && not_negative(options.head_start);
    return fits ? Problem{} : Problem{Problem::Kind::options_out_of_range};
}

CusumRun run_of(std::size_t points, const CusumOptions& options, double unit) {
    const double limit = options.decision * unit;
    return CusumRun(points,
                    {.up = limit,
                     .down = -limit,
                     .on_the_limit = OnTheLimit::no_signal,
                     .restart = options.restart},
                    options.head_start * unit);
}

/// The standardised value; NaN where the value or its size is missing.
double standardised(double value, double size, const Process& process) {
    if (!(size > 0)) return kMissing;
    return (value - process.centre) / (process.sigma / std::sqrt(size));
}

/// For each point, how many points in a row the sum has been away from zero.
std::vector<double> points_away(const std::vector<double>& sums) {
    std::vector<double> counts;
    counts.reserve(sums.size());
    double count = 0;
    for (const double sum : sums) {
        if (std::isnan(sum)) {
            counts.push_back(kMissing);
            continue;
        }
        count = sum == 0 ? 0 : count + 1;
        counts.push_back(count);
    }
    return counts;
}

}  // namespace

std::expected<Cusum, Problem> cusum(std::span<const double> values, std::span<const double> sizes,
                                    const Process& process, const CusumOptions& options) {
    if (const Problem problem = check_values(values)) return std::unexpected(problem);
    if (const Problem problem = check_denominators(sizes, values.size(), true))
        return std::unexpected(problem);
    if (const Problem problem = check(process, options)) return std::unexpected(problem);

    CusumRun run = run_of(values.size(), options, 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double z = standardised(values[i], sizes.empty() ? 1 : sizes[i], process);
        if (std::abs(z) > kLargestValue) return refused(Problem::Kind::too_large, i);
        run.add(z - options.reference, z + options.reference);
    }
    return run.take();
}

std::expected<ControlCusum, Problem> control_cusum(std::span<const double> values,
                                                   const Process& process,
                                                   const CusumOptions& options) {
    if (const Problem problem = check_values(values)) return std::unexpected(problem);
    if (const Problem problem = check(process, options)) return std::unexpected(problem);

    ControlCusum chart;
    chart.limit = options.decision * process.sigma;
    const double slack = options.reference * process.sigma;
    CusumRun run = run_of(values.size(), options, process.sigma);
    double total = 0;
    for (const double value : values) {
        const double deviation = value - process.centre;
        if (!std::isnan(deviation)) total += deviation;
        chart.deviation.push_back(deviation);
        chart.total.push_back(std::isnan(deviation) ? kMissing : total);
        run.add(deviation - slack, deviation + slack);
    }
    chart.cusum = run.take();
    chart.points_up = points_away(chart.cusum.up);
    chart.points_down = points_away(chart.cusum.down);
    return chart;
}

}  // namespace primum::spc
