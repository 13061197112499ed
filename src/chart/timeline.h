#pragma once
// Where the points of a series lie on the x axis, what each is called, and which ticks people read.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace primum::chart {

enum class Spacing : std::uint8_t {
    by_date,  ///< in proportion to time
    even,     ///< one step a point: events such as the cases of a g or t chart
};

/// One label under the axis: "Apr" over "2017". The second line is empty where the year is known
/// from a label further left.
struct TimeTick {
    double position;
    std::string line;
    std::string line_below;
};

class Timeline {
public:
    /// `dates` rise, one a point. Where there are none, or too few, points are numbered from 1;
    /// where they do not rise, points are spaced evenly and still called by their dates.
    Timeline(std::span<const std::chrono::sys_days> dates, std::size_t points, Spacing spacing);

    /// Where a point lies: in days, or the point's index.
    double position(std::size_t point) const;

    /// Where a day lies, between points if need be.
    double position_of(std::chrono::sys_days day) const;

    /// "April 2017" in monthly series, "3 April 2017" in others, "7" in those without dates.
    void append_name(std::string& text, std::size_t point) const;

    /// Ticks for points begin..end-1, sparse enough for labels of this size where a unit of
    /// position is `px_per_unit` wide.
    std::vector<TimeTick> ticks(std::size_t begin, std::size_t end, double px_per_unit,
                                double text_px) const;

private:
    enum class Kind : std::uint8_t { numbers, even, days, months };

    Kind kind_of(std::span<const std::chrono::sys_days> dates, Spacing spacing) const;
    std::vector<TimeTick> number_ticks(std::size_t begin, std::size_t end, double px_per_unit,
                                       double text_px) const;
    std::vector<TimeTick> even_ticks(std::size_t begin, std::size_t end, double px_per_unit,
                                     double text_px) const;
    std::vector<TimeTick> day_ticks(int first, int last, int step, int anchor) const;
    std::vector<TimeTick> month_ticks(int first, int last, int step, int anchor) const;

    std::span<const std::chrono::sys_days> dates_;
    Kind kind_;
    int gap_ = 1;  // months or days that all dates are multiples of apart
};

}  // namespace primum::chart
