#include "spc/ewma.h"

#include <cmath>

#include "spc/input_checks.h"

namespace primum::spc {
namespace {

Problem check(const Process& process, const EwmaOptions& options) {
    const bool fits = std::abs(process.centre) <= kLargestValue && process.sigma >= 0 &&
                      process.sigma <= kLargestValue && options.lambda > 0 && options.lambda <= 1 &&
                      options.sigmas >= 0 && options.sigmas <= kLargestValue;
    return fits ? Problem{} : Problem{Problem::Kind::options_out_of_range};
}

/// The average so far, and the variance of it.
class Memory {
public:
    Memory(const Process& process, const EwmaOptions& options)
        : process_(process), options_(options), average_(process.centre) {}

    void add(double value, double size) {
        const double fade = 1 - options_.lambda;
        average_ = options_.lambda * value + fade * average_;
        // In units of sigma², so that neither a huge nor a tiny sigma is squared.
        if (options_.spread == EwmaSpread::as_if_all_alike) {
            ++seen_;
            variance_ =
                options_.lambda / (2 - options_.lambda) * (1 - std::pow(fade, 2 * seen_)) / size;
        } else {
            variance_ = options_.lambda * options_.lambda / size + fade * fade * variance_;
        }
    }
    double average() const { return average_; }
    double sigma() const { return process_.sigma * std::sqrt(variance_); }

private:
    const Process& process_;
    const EwmaOptions& options_;
    double average_;
    double variance_ = 0;
    int seen_ = 0;
};

void add_missing(Ewma& chart) {
    for (auto* column : {&chart.average, &chart.sigma, &chart.lower, &chart.upper})
        column->push_back(kMissing);
    chart.signal.push_back(0);
}

void add_point(Ewma& chart, const Memory& memory, double sigmas) {
    const double reach = sigmas * memory.sigma();
    const double lower = chart.centre - reach;
    const double upper = chart.centre + reach;
    chart.average.push_back(memory.average());
    chart.sigma.push_back(memory.sigma());
    chart.lower.push_back(lower);
    chart.upper.push_back(upper);
    chart.signal.push_back(memory.average() < lower || memory.average() > upper);
}

}  // namespace

std::expected<Ewma, Problem> ewma(std::span<const double> values, std::span<const double> sizes,
                                  const Process& process, const EwmaOptions& options) {
    if (const Problem problem = check_values(values)) return std::unexpected(problem);
    if (const Problem problem = check_denominators(sizes, values.size(), true))
        return std::unexpected(problem);
    if (const Problem problem = check(process, options)) return std::unexpected(problem);

    Ewma chart{.centre = process.centre,
               .average = {},
               .sigma = {},
               .lower = {},
               .upper = {},
               .signal = {}};
    Memory memory(process, options);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double size = sizes.empty() ? 1 : sizes[i];
        if (std::isnan(values[i]) || !(size > 0)) {
            add_missing(chart);
            continue;
        }
        memory.add(values[i], size);
        add_point(chart, memory, options.sigmas);
    }
    return chart;
}

}  // namespace primum::spc
