#include "spc/process.h"

#include <algorithm>
#include <cmath>

#include "spc/input_checks.h"

namespace primum::spc {
namespace {

// d2 for ranges of two is 2 / sqrt(pi) = 1.12838. Textbook tables and qcc print 1.128.
constexpr double kD2OfPairs = 1.128;

std::span<const double> base_of(std::span<const double> points, std::size_t baseline) {
    return baseline == 0 ? points : points.first(std::min(baseline, points.size()));
}

class Mean {
public:
    void add(double x) {
        if (std::isnan(x)) return;
        sum_ += x;
        ++count_;
    }
    double value() const { return count_ == 0 ? kMissing : sum_ / static_cast<double>(count_); }

private:
    double sum_ = 0;
    std::size_t count_ = 0;
};

}  // namespace

std::expected<Process, Problem> process_of(std::span<const double> values, std::size_t baseline) {
    if (const Problem problem = check_values(values)) return std::unexpected(problem);
    const auto base = base_of(values, baseline);
    Mean centre;
    Mean range;
    for (std::size_t i = 0; i < base.size(); ++i) {
        centre.add(base[i]);
        if (i > 0) range.add(std::abs(base[i] - base[i - 1]));
    }
    return Process{.centre = centre.value(), .sigma = range.value() / kD2OfPairs};
}

}  // namespace primum::spc
