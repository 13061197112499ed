#include "spc/uptake.h"

#include <cmath>
#include <vector>

#include "spc/quantiles.h"

namespace primum::spc {
namespace {

constexpr int kRates = 512;
constexpr double kJeffreys = 0.5;

/// Adds the chances of 0, 1, … of `waiting` at one probability.
void add_binomial(std::vector<double>& chances, double probability) {
    const std::size_t waiting = chances.size() - 1;
    if (probability >= 1) {
        chances.back() += 1;
        return;
    }
    const double log_odds = std::log(probability) - std::log1p(-probability);
    double log_chance = static_cast<double>(waiting) * std::log1p(-probability);
    for (std::size_t x = 0; x <= waiting; ++x) {
        chances[x] += std::exp(log_chance);
        const auto next = static_cast<double>(x + 1);
        log_chance += std::log((static_cast<double>(waiting - x)) / next) + log_odds;
    }
}

/// The first count at which so much of the chances is reached.
double quantile(const std::vector<double>& chances, double all, double share) {
    double sum = 0;
    for (std::size_t x = 0; x < chances.size(); ++x) {
        sum += chances[x];
        if (sum >= share * all) return static_cast<double>(x);
    }
    return static_cast<double>(chances.size() - 1);
}

}  // namespace

UptakeForecast uptake_forecast(const Uptake& seen, double ahead, double confidence) {
    const bool known = seen.joined >= 0 && seen.exposure > 0 && seen.waiting >= 0 && ahead > 0 &&
                       confidence > 0 && confidence < 1 && std::isfinite(seen.waiting);
    if (!known) return {};
    const double shape = seen.joined + kJeffreys;
    std::vector<double> chances(static_cast<std::size_t>(seen.waiting) + 1);
    for (int i = 0; i < kRates; ++i) {
        const double rate = gamma_quantile((i + 0.5) / kRates, shape) / seen.exposure;
        add_binomial(chances, -std::expm1(-rate * ahead));
    }
    double all = 0;
    for (const double chance : chances)
        all += chance;
    const double left = std::pow(seen.exposure / (seen.exposure + ahead), shape);
    return {.expected = seen.waiting * (1 - left),
            .interval = {.lower = quantile(chances, all, (1 - confidence) / 2),
                         .upper = quantile(chances, all, (1 + confidence) / 2)}};
}

}  // namespace primum::spc
