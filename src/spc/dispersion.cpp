#include "spc/dispersion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace primum::spc {
namespace {

std::vector<double> finite_in_order(std::span<const double> scores) {
    std::vector<double> finite;
    std::ranges::copy_if(scores, std::back_inserter(finite),
                         [](double z) { return std::isfinite(z); });
    std::ranges::sort(finite);
    return finite;
}

/// R's type 7: linear between the order statistics, which stand at 0, 1/(n-1), ..., 1.
double quantile(const std::vector<double>& in_order, double probability) {
    const double place = static_cast<double>(in_order.size() - 1) * probability;
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, in_order.size() - 1);
    return in_order[below] +
           (place - static_cast<double>(below)) * (in_order[above] - in_order[below]);
}

void winsorise(TrimmedScores& scores, double trim) {
    const std::vector<double> in_order = finite_in_order(scores.used);
    if (in_order.empty()) return;
    const double low = quantile(in_order, trim);
    const double high = quantile(in_order, 1 - trim);
    for (std::size_t i = 0; i < scores.used.size(); ++i) {
        double& z = scores.used[i];
        if (!std::isfinite(z)) continue;
        scores.trimmed[i] = z <= low || z >= high;
        z = std::clamp(z, low, high);
    }
}

/// Ranks from 1; equal scores share the mean of theirs. 0 for a missing score.
std::vector<double> ranks_of(std::span<const double> scores) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (!std::isnan(scores[i])) order.push_back(i);
    std::ranges::sort(order, {}, [&](std::size_t i) { return scores[i]; });

    std::vector<double> ranks(scores.size(), 0);
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
        while (end < order.size() && scores[order[end]] == scores[order[first]])
            ++end;
        const double shared = static_cast<double>(first + 1 + end) / 2;
        for (std::size_t i = first; i < end; ++i)
            ranks[order[i]] = shared;
    }
    return ranks;
}

void truncate(TrimmedScores& scores, double trim) {
    const std::vector<double> ranks = ranks_of(scores.used);
    const auto there = std::ranges::count_if(ranks, [](double rank) { return rank > 0; });
    const double slices = 1 / trim;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (ranks[i] == 0) continue;
        const double slice = std::floor(ranks[i] * slices / static_cast<double>(there + 1));
        if (slice > 0 && slice < slices - 1) continue;
        scores.trimmed[i] = 1;
        scores.used[i] = kMissing;
    }
}

}  // namespace

TrimmedScores trim_scores(std::span<const double> scores, Trimming trimming, double trim) {
    TrimmedScores result{.used = {scores.begin(), scores.end()},
                         .trimmed = std::vector<std::uint8_t>(scores.size(), 0)};
    if (trimming == Trimming::winsorised) winsorise(result, trim);
    if (trimming == Trimming::truncated) truncate(result, trim);
    for (double& z : result.used)
        if (!std::isfinite(z)) z = kMissing;
    return result;
}

OverDispersion dispersion_of(std::span<const double> used_scores, std::span<const double> errors) {
    double groups = 0;
    double squares = 0;
    double weights = 0;
    double squared_weights = 0;
    for (std::size_t i = 0; i < used_scores.size(); ++i) {
        if (std::isnan(used_scores[i])) continue;
        const double weight = 1 / (errors[i] * errors[i]);
        groups += 1;
        squares += used_scores[i] * used_scores[i];
        weights += weight;
        squared_weights += weight * weight;
    }
    if (groups == 0) return {};
    OverDispersion over{.phi = squares / groups, .tau2 = 0};
    if (over.phi > 1 && groups > 1)
        over.tau2 = (squares - (groups - 1)) / (weights - squared_weights / weights);
    return over;
}

}  // namespace primum::spc
