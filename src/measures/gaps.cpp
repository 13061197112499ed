#include "measures/gaps.h"

#include <utility>

namespace primum::measures {
namespace {

constexpr int kLongestGap = 100;

/// The chart again, with room between its points.
class Filled {
public:
    explicit Filled(chart::ControlChart& from) : from_(from) {}

    void take(std::size_t point) {
        for (std::size_t p = 0; p < from_.phases.size(); ++p)
            if (from_.phases[p].begin == point) phases_[p].begin = points_.size();
        points_.push_back(from_.points[point]);
        dates_.push_back(from_.dates[point]);
        lines_.push_back(from_.lines[point]);
    }
    void leave_empty(Day period) {
        points_.emplace_back();
        dates_.push_back(period);
        lines_.push_back(lines_.back());
    }
    void put_back() {
        from_.points = std::move(points_);
        from_.dates = std::move(dates_);
        from_.lines = std::move(lines_);
        from_.phases = std::move(phases_);
    }

private:
    chart::ControlChart& from_;
    std::vector<chart::Point> points_;
    std::vector<std::chrono::sys_days> dates_;
    std::vector<chart::Lines> lines_;
    std::vector<chart::Phase> phases_ = from_.phases;
};

}  // namespace

void break_at_missing(chart::ControlChart& chart, const Material& material) {
    const Frequency frequency = material.measure.now().frequency;
    const std::size_t points = material.points.size();
    if (frequency == Frequency::event || chart.dates.size() != points ||
        chart.lines.size() != points || chart.points.size() != points)
        return;
    Filled filled(chart);
    for (std::size_t i = 0; i < points; ++i) {
        const Day period = material.points[i].said.period;
        if (i > 0) {
            Day next = next_period(frequency, material.points[i - 1].said.period);
            for (int gap = 0; next < period && gap < kLongestGap; ++gap) {
                filled.leave_empty(next);
                next = next_period(frequency, next);
            }
        }
        filled.take(i);
    }
    filled.put_back();
}

}  // namespace primum::measures
