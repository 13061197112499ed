#include "spc/count_walk.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "spc/chart_kind.h"
#include "spc/count_law.h"
#include "spc/limits.h"

namespace primum::spc {
namespace {

/// What a coming point may show, in rising order.
struct ComingPoint {
    double denominator;
    std::vector<double> values;
    Places places;
    std::vector<double> zone_chances;
};

/// The coming points under a changed level, and a number for each zone they may lie in.
class Forecast {
public:
    Forecast(const Outlook& outlook, double changed) {
        if (outlook.options.chart == Chart::c) add(1, outlook, changed);
        for (const double n : outlook.denominators)
            add(n, outlook, changed);
        for (ComingPoint& point : points_)
            add_up_zones(point);
    }

    std::span<const Zone> zones() const { return zones_; }

    /// The points after the last one listed are like it.
    const ComingPoint& at(std::size_t point) const {
        return points_[order_[std::min(point, order_.size() - 1)]];
    }

private:
    void add(double n, const Outlook& outlook, double changed) {
        const auto known = std::ranges::find(points_, n, &ComingPoint::denominator);
        order_.push_back(static_cast<std::size_t>(known - points_.begin()));
        if (known == points_.end()) points_.push_back(coming_point(n, outlook, changed));
    }

    ComingPoint coming_point(double n, const Outlook& outlook, double changed) {
        const Options& options = outlook.options;
        const double unit_spread = options.chart == Chart::c ? std::sqrt(outlook.level) : 1;
        const Limits lines = limits_for({outlook.level, unit_spread}, options, n, false);
        const CountLaw law = is_proportion(options.chart)
                                 ? binomial_law(static_cast<std::size_t>(n), changed)
                                 : poisson_law(changed * n);
        ComingPoint point{.denominator = n, .values = {}, .places = {}, .zone_chances = {}};
        for (std::size_t i = 0; i < law.chances.size(); ++i) {
            const auto count = static_cast<double>(law.first + i);
            const double value = options.chart == Chart::np ? count : count / n;
            point.values.push_back(value);
            point.places.chances.push_back(law.chances[i]);
            point.places.zones.push_back(number_of(zone_of(value, lines, options.rules)));
        }
        return point;
    }

    std::size_t number_of(const Zone& zone) {
        const auto known = std::ranges::find(zones_, zone);
        const auto number = static_cast<std::size_t>(known - zones_.begin());
        if (known == zones_.end()) zones_.push_back(zone);
        return number;
    }

    void add_up_zones(ComingPoint& point) const {
        point.zone_chances.assign(zones_.size(), 0.0);
        for (std::size_t i = 0; i < point.places.size(); ++i)
            point.zone_chances[point.places.zones[i]] += point.places.chances[i];
    }

    std::vector<Zone> zones_;
    std::vector<ComingPoint> points_;  // those that differ
    std::vector<std::size_t> order_;   // which of them comes when
};

/// How the values of one point lie to those of the point before.
class Comparison {
public:
    Comparison() = default;
    Comparison(std::span<const double> before, std::span<const double> values) {
        for (const double value : values) {
            const auto [from, to] = std::ranges::equal_range(before, value);
            lower_.push_back(static_cast<std::size_t>(from - before.begin()));
            not_higher_.push_back(static_cast<std::size_t>(to - before.begin()));
        }
    }

    void split(std::span<const double> before, Split& split) {
        const std::size_t size = before.size();
        from_below_.assign(size + 1, 0.0);
        for (std::size_t i = 0; i < size; ++i)
            from_below_[i + 1] = from_below_[i] + before[i];
        from_above_.assign(size + 1, 0.0);
        for (std::size_t i = size; i-- > 0;)
            from_above_[i] = from_above_[i + 1] + before[i];

        for (std::size_t place = 0; place < lower_.size(); ++place) {
            split.below[place] = from_below_[lower_[place]];
            split.above[place] = from_above_[not_higher_[place]];
            split.level[place] = lower_[place] == not_higher_[place] ? 0 : before[lower_[place]];
        }
    }

private:
    std::vector<std::size_t> lower_;
    std::vector<std::size_t> not_higher_;
    std::vector<double> from_below_;
    std::vector<double> from_above_;
};

class CountWalk : public Walk {
public:
    CountWalk(RuleChain chain, Forecast forecast)
        : chain_(std::move(chain)),
          forecast_(std::move(forecast)),
          by_zone_(chain_),
          by_place_(chain_) {}

    Tick step() override {
        const ComingPoint& point = forecast_.at(taken_);
        const ComingPoint* const before = taken_ == 0 ? nullptr : &forecast_.at(taken_ - 1);
        ++taken_;
        if (!chain_.watches_steps()) return by_zone_.take(point.zone_chances);
        if (before) comparison_ = Comparison(before->values, point.values);
        return by_place_.take(point.places, [this](std::span<const double> masses, Split& split) {
            comparison_.split(masses, split);
        });
    }

    std::size_t longest_pattern() const override { return chain_.longest_pattern(); }

private:
    RuleChain chain_;
    Forecast forecast_;
    ZoneMass by_zone_;
    PlaceMass by_place_;
    Comparison comparison_;
    std::size_t taken_ = 0;
};

}  // namespace

std::unique_ptr<Walk> count_walk(const Outlook& outlook, double changed, Watch watch) {
    Forecast forecast(outlook, changed);
    auto chain = RuleChain::of(outlook.options.rules, watch, forecast.zones());
    if (!chain) return nullptr;
    return std::make_unique<CountWalk>(*std::move(chain), std::move(forecast));
}

}  // namespace primum::spc
