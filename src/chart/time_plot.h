#pragma once
// What all charts over time have in common: which points are shown, where they lie, axes, notes of
// what happened, and the names of lines at their right end.

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chart/annotations.h"
#include "chart/end_labels.h"
#include "chart/frame.h"
#include "chart/timeline.h"

namespace primum::chart {

/// What happened, and when. A chart shows its latest six (four in the narrow form): more would
/// leave no room for the data.
struct Annotation {
    std::chrono::sys_days date = {};  ///< where the chart has dates; shown if it lies among them
    std::size_t point = 0;            ///< where it has none
    std::string words = {};           ///< short: what does not fit is cut
};

/// What a chart over time tells the plot about itself.
struct TimePlotSpec {
    std::string_view unit;
    NumberStyle numbers = NumberStyle::plain;
    std::span<const std::chrono::sys_days> dates;
    Spacing spacing = Spacing::by_date;
    std::size_t begin = 0;   ///< the first point that is shown
    std::size_t points = 0;  ///< in all
    std::span<const Annotation> annotations;
    Extent extent;  ///< of everything that is shown
};

/// A line's name and value, for the label at its end.
struct LineName {
    std::string_view words;
    double value;  ///< no label where it is NaN
    std::string_view ink;
};

class TimePlot {
public:
    TimePlot(const TimePlotSpec& spec, Form form, std::span<const LineName> names);

    std::size_t begin() const { return begin_; }
    std::size_t end() const { return end_; }

    double x_px(std::size_t point) const { return x_(timeline_.position(point)); }
    double y_px(double value) const { return y_(value); }

    /// Where a point's stretch of a line begins: half way from the point before it. For end(),
    /// where the last one's ends.
    double edge_px(std::size_t point) const;

    /// Special causes are never smaller than can be seen.
    double radius_px(Meaning meaning) const;

    /// Whether points are so many that only their line, and signals, can be told apart.
    bool is_dense() const { return radius_ < kLeastRadiusOfDots; }
    LineKind data_line() const { return is_dense() ? LineKind::dense_data : LineKind::data; }
    double rim_px() const { return is_dense() ? 0 : 1; }

    /// "April 2017: 12.3"
    void append_title(std::string& title, std::size_t point, double value) const;

    /// The picture, with these marks in its plot. Says so where there is nothing to show.
    Html draw(const Html& marks, const Caption& caption) const;

private:
    static constexpr double kLeastRadiusOfDots = 2;

    std::vector<EndLabel> end_labels(std::span<const LineName> names) const;
    std::vector<Note> notes(const TimePlotSpec& spec) const;
    void lay_out_x();

    Form form_;
    bool nothing_to_show_;
    Frame frame_;
    std::string unit_;
    std::size_t begin_;
    std::size_t end_;
    Timeline timeline_;
    Domain domain_;
    NumberFormat axis_format_;
    NumberFormat value_format_;
    Scale x_;
    Scale y_;
    double px_per_unit_ = 1;
    double radius_ = 1;
    std::vector<EndLabel> labels_;
    std::vector<Note> notes_;
};

}  // namespace primum::chart
