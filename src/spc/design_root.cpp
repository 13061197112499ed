#include "spc/design_root.h"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

namespace primum::spc {

std::optional<double> design_root(
    const std::function<std::optional<double>(double limit)>& run_length, double average_run_length,
    double largest) {
    if (!(average_run_length > 1) || std::isinf(average_run_length)) return std::nullopt;
    // Run lengths grow like the exponential of the limit, or faster: their logarithms are nearly
    // straight. Where there is no answer, the excess is NaN.
    const auto excess = [&](double limit) {
        return std::log(run_length(limit).value_or(NAN) / average_run_length);
    };
    double lower = std::min(1e-9, largest);
    double upper = std::min(1.0, largest);
    if (!(excess(lower) <= 0)) return std::nullopt;
    while (excess(upper) < 0) {
        if (upper >= largest) return std::nullopt;
        lower = upper;
        upper = std::min(1.5 * upper, largest);
    }
    const double at_upper = excess(upper);
    if (std::isnan(at_upper)) return std::nullopt;
    std::uintmax_t most_steps = 100;
    const auto [from, to] = boost::math::tools::toms748_solve(
        excess, lower, upper, excess(lower), at_upper,
        boost::math::tools::eps_tolerance<double>(48), most_steps);
    return (from + to) / 2;
}

}  // namespace primum::spc
