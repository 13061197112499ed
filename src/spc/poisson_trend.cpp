#include "spc/poisson_trend.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace primum::spc {
namespace {

constexpr int kSteps = 60;
constexpr double kLargestStep = 1;  // in logarithms: Newton overshoots where counts are few
constexpr double kClose = 1e-10;
// A trend that multiplies rates by more than this over the periods is one that runs away.
constexpr double kLargestChange = 30;

/// A square matrix that is symmetric and positive, or nothing can be said.
class Information {
public:
    explicit Information(std::size_t size) : size_(size), cells_(size * size) {}

    double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }

    /// Cholesky: L with L L' = this, in its place. False where it is singular.
    bool factor() {
        for (std::size_t i = 0; i < size_; ++i)
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = at(i, j);
                for (std::size_t k = 0; k < j; ++k)
                    sum -= at(i, k) * at(j, k);
                if (i == j && !(sum > 1e-9)) return false;
                at(i, j) = i == j ? std::sqrt(sum) : sum / at(j, j);
            }
        return true;
    }

    /// x with (L L') x = right.
    std::vector<double> solve(std::vector<double> right) {
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                right[i] -= at(i, k) * right[k];
            right[i] /= at(i, i);
        }
        for (std::size_t i = size_; i-- > 0;) {
            for (std::size_t k = i + 1; k < size_; ++k)
                right[i] -= at(k, i) * right[k];
            right[i] /= at(i, i);
        }
        return right;
    }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

int season_of(int number, int periods_a_year) {
    return ((number % periods_a_year) + periods_a_year) % periods_a_year;
}

class Fit {
public:
    Fit(std::span<const CountedUnit> units, int periods_a_year)
        : units_(units), periods_a_year_(periods_a_year) {
        int first = std::numeric_limits<int>::max();
        int last = std::numeric_limits<int>::min();
        std::map<int, std::set<int>> years;  // of each season that has events
        std::set<int> numbers;
        for (const CountedUnit& unit : units)
            for (const CountedPeriod& one : unit) {
                if (!one.is_complete()) continue;
                first = std::min(first, one.number);
                last = std::max(last, one.number);
                numbers.insert(one.number);
                const int season = season_of(one.number, periods_a_year);
                if (one.events > 0) years[season].insert((one.number - season) / periods_a_year);
            }
        periods_ = static_cast<int>(numbers.size());
        middle_ = periods_ > 0 ? (static_cast<double>(first) + last) / 2 : 0;
        seasons_ =
            periods_ >= 2 * periods_a_year && static_cast<int>(years.size()) == periods_a_year &&
            std::ranges::all_of(years, [](const auto& one) { return one.second.size() > 1; });
        size_ = seasons_ ? static_cast<std::size_t>(periods_a_year) : 1;
        theta_.assign(size_, 0.0);
        half_length_ = periods_ > 0 ? (static_cast<double>(last) - first) / 2 : 0;
    }

    std::optional<PoissonTrend> run() {
        if (periods_ < 3) return {};
        for (int step = 0; step < kSteps; ++step) {
            Information information(size_);
            const auto score = sums(information);
            if (!information.factor()) return {};
            auto move = information.solve(score);
            double largest = 0;
            for (const double one : move)
                largest = std::max(largest, std::abs(one));
            const double shrink = std::min(1.0, kLargestStep / std::max(largest, kClose));
            for (std::size_t k = 0; k < size_; ++k)
                theta_[k] += shrink * move[k];
            if (std::abs(theta_[0]) * half_length_ > kLargestChange) return {};
            if (largest < kClose) return answer();
        }
        return {};
    }

private:
    /// What multiplies theta: time from the middle, then a mark for each season but the first.
    std::vector<double> terms(const CountedPeriod& one) const {
        std::vector<double> x(size_);
        x[0] = one.number - middle_;
        const int season = season_of(one.number, periods_a_year_);
        if (seasons_ && season > 0) x[static_cast<std::size_t>(season)] = 1;
        return x;
    }

    struct UnitSums {
        double events = 0;
        double weight = 0;
        std::vector<double> mean;  ///< of the terms, weighted by what is expected
    };

    double weight(const CountedPeriod& one) const {
        const auto x = terms(one);
        double log_rate = 0;
        for (std::size_t k = 0; k < size_; ++k)
            log_rate += theta_[k] * x[k];
        return one.exposure * std::exp(log_rate);
    }

    UnitSums sums_of(const CountedUnit& unit) const {
        UnitSums sums{.events = 0, .weight = 0, .mean = std::vector<double>(size_)};
        for (const CountedPeriod& one : unit) {
            if (!one.is_complete()) continue;
            const double w = weight(one);
            const auto x = terms(one);
            sums.events += one.events;
            sums.weight += w;
            for (std::size_t k = 0; k < size_; ++k)
                sums.mean[k] += w * x[k];
        }
        for (double& one : sums.mean)
            one = sums.weight > 0 ? one / sums.weight : 0;
        return sums;
    }

    /// The score, and the information into `information`.
    std::vector<double> sums(Information& information) const {
        std::vector<double> score(size_);
        for (const CountedUnit& unit : units_) {
            const auto all = sums_of(unit);
            if (!(all.events > 0)) continue;
            for (const CountedPeriod& one : unit) {
                if (!one.is_complete()) continue;
                const double expected = all.events * weight(one) / all.weight;
                const auto x = terms(one);
                for (std::size_t k = 0; k < size_; ++k) {
                    score[k] += (one.events - expected) * (x[k] - all.mean[k]);
                    for (std::size_t j = 0; j < size_; ++j)
                        information.at(k, j) +=
                            expected * (x[k] - all.mean[k]) * (x[j] - all.mean[j]);
                }
            }
        }
        return score;
    }

    PoissonTrend answer() const {
        Information information(size_);
        sums(information);
        information.factor();
        std::vector<double> first(size_);
        first[0] = 1;
        const auto row = information.solve(first);
        PoissonTrend trend{.per_period = theta_[0],
                           .standard_error = std::sqrt(row[0]),
                           .has_seasons = seasons_,
                           .influence = {}};
        double chi_squared = 0;
        double freedom = -static_cast<double>(size_);
        for (const CountedUnit& unit : units_) {
            const auto all = sums_of(unit);
            std::vector<double>& influence = trend.influence.emplace_back(unit.size());
            if (!(all.events > 0)) continue;
            freedom -= 1;
            for (std::size_t i = 0; i < unit.size(); ++i) {
                if (!unit[i].is_complete()) continue;
                const double expected = all.events * weight(unit[i]) / all.weight;
                const auto x = terms(unit[i]);
                for (std::size_t k = 0; k < size_; ++k)
                    influence[i] += row[k] * (x[k] - all.mean[k]);
                chi_squared += (unit[i].events - expected) * (unit[i].events - expected) / expected;
                freedom += 1;
            }
        }
        if (freedom > 0) trend.dispersion = chi_squared / freedom;
        return trend;
    }

    std::span<const CountedUnit> units_;
    int periods_a_year_;
    int periods_ = 0;
    double middle_ = 0;
    double half_length_ = 0;
    bool seasons_ = false;
    std::size_t size_ = 1;
    std::vector<double> theta_;
};

}  // namespace

std::optional<PoissonTrend> poisson_trend(std::span<const CountedUnit> units, int periods_a_year) {
    return periods_a_year > 0 ? Fit(units, periods_a_year).run() : std::nullopt;
}

}  // namespace primum::spc
