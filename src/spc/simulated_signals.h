#pragma once
// When the engine itself first signals, on drawn series: the slow check of run lengths, for tests.

#include <cmath>
#include <cstddef>
#include <functional>
#include <random>
#include <vector>

#include "spc/analysis.h"
#include "spc/rule_chain.h"

namespace primum::spc {

/// Draws as many values as it is given room for.
using Draw = std::function<void(std::mt19937_64& random, std::vector<double>& values)>;

class SimulatedSignals {
public:
    /// `denominators` may be empty; there are as many points as `draw` fills.
    SimulatedSignals(const Options& options, Watch watch, std::size_t points,
                     std::vector<double> denominators, const Draw& draw, std::size_t runs)
        : options_(options), watch_(watch), denominators_(std::move(denominators)), runs_(runs) {
        std::mt19937_64 random(19560101);
        std::vector<double> values(points);
        first_signals_.assign(points + 1, 0);
        for (std::size_t run = 0; run < runs; ++run) {
            draw(random, values);
            ++first_signals_[first_signal(values)];
        }
    }

    /// The share of runs with a signal by this point, below the number of points.
    double share_within(std::size_t points) const {
        std::size_t seen = 0;
        for (std::size_t k = 0; k < points; ++k)
            seen += first_signals_[k];
        return static_cast<double>(seen) / static_cast<double>(runs_);
    }

    /// Of a share whose true value is `chance`.
    double standard_error(double chance) const {
        return std::sqrt(std::abs(chance * (1 - chance)) / static_cast<double>(runs_));
    }

private:
    bool signals(const std::vector<double>& values, std::size_t points) {
        Series series{.values = std::span(values).first(points)};
        if (!denominators_.empty()) series.denominators = std::span(denominators_).first(points);
        analyse(series, options_, analysis_);
        for (const PointSignals& point : analysis_.signals) {
            const RuleSet counted = watch_ == Watch::high  ? point.high
                                    : watch_ == Watch::low ? point.low
                                                           : point.all();
            if (!counted.empty()) return true;
        }
        return false;
    }

    /// The index of the point that brings the first signal; the number of points when none does.
    /// What has been a signal stays one, so halving finds it.
    std::size_t first_signal(const std::vector<double>& values) {
        if (!signals(values, values.size())) return values.size();
        std::size_t without = 0;
        std::size_t with = values.size();
        while (with - without > 1) {
            const std::size_t middle = (without + with) / 2;
            (signals(values, middle) ? with : without) = middle;
        }
        return without;
    }

    Options options_;
    Watch watch_;
    std::vector<double> denominators_;
    std::size_t runs_;
    Analysis analysis_;
    std::vector<std::size_t> first_signals_;  // how many runs had theirs there; last: none
};

}  // namespace primum::spc
