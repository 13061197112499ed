#include "spc/input_checks.h"

#include <cmath>

namespace primum::spc {
namespace {

using Kind = Problem::Kind;

bool too_large(double x) {
    return std::abs(x) > kLargestValue;
}

}  // namespace

Problem check_values(std::span<const double> values) {
    if (values.empty()) return {Kind::no_points};
    for (std::size_t i = 0; i < values.size(); ++i)
        if (too_large(values[i])) return {Kind::too_large, i};
    return {};
}

Problem check_counts(std::span<const double> counts) {
    if (const Problem problem = check_values(counts)) return problem;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] < 0) return {Kind::negative_count, i};
    return {};
}

Problem check_shares(std::span<const double> shares) {
    if (const Problem problem = check_counts(shares)) return problem;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (shares[i] > 1) return {Kind::numerator_above_denominator, i};
    return {};
}

Problem check_denominators(std::span<const double> denominators, std::size_t values,
                           bool may_be_absent) {
    if (denominators.empty() && may_be_absent) return {};
    if (denominators.size() != values) return {Kind::lengths_differ};
    for (std::size_t i = 0; i < denominators.size(); ++i) {
        if (too_large(denominators[i])) return {Kind::too_large, i};
        if (denominators[i] < 0) return {Kind::negative_denominator, i};
    }
    return {};
}

}  // namespace primum::spc
