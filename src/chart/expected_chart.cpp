#include "chart/expected_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/control_chart.h"
#include "chart/marks.h"

namespace primum::chart {
namespace {

class Drawing {
public:
    Drawing(const ExpectedChart& chart, Form form) : chart_(chart), form_(form) {
        for (const ExpectedPoint& point : chart.points)
            dates_.push_back(point.day);
    }

    Html draw() const {
        const TimePlot plot({.unit = chart_.unit,
                             .numbers = NumberStyle::plain,
                             .dates = dates_,
                             .spacing = Spacing::by_date,
                             .begin = 0,
                             .points = dates_.size(),
                             .annotations = {},
                             .extent = extent()},
                            form_, names());
        Html marks;
        append_band(marks, plot);
        const Colours colours = colours_of(Palette::accessible);
        append_line(marks, line(plot, &ExpectedPoint::with_trend), LineKind::inner_limit, colours);
        append_line(marks, line(plot, &ExpectedPoint::expected), LineKind::limit, colours);
        append_observed(marks, plot, colours);
        return plot.draw(marks, chart_.caption);
    }

private:
    Extent extent() const {
        Extent extent;
        if (chart_.points.empty()) return extent;
        extent.include(0);
        for (const ExpectedPoint& point : chart_.points)
            for (const double value :
                 {point.observed, point.expected, point.with_trend, point.lower, point.upper})
                if (std::isfinite(value)) extent.include(value);
        return extent;
    }

    std::array<LineName, 3> names() const {
        const ExpectedPoint none{.day = {},
                                 .observed = kNone,
                                 .expected = kNone,
                                 .with_trend = kNone,
                                 .lower = kNone,
                                 .upper = kNone};
        const ExpectedPoint& last = chart_.points.empty() ? none : chart_.points.back();
        return {
            {{chart_.expected_name, last.expected, kGrey},
             {chart_.with_trend_name, last.with_trend, kGrey},
             {chart_.observed_name, last.observed, colours_of(Palette::accessible).improvement}}};
    }

    Path line(const TimePlot& plot, double ExpectedPoint::* value) const {
        Path path;
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            const double y = chart_.points[i].*value;
            if (!std::isfinite(y)) continue;
            path.empty() ? path.move_to(plot.x_px(i), plot.y_px(y))
                         : path.line_to(plot.x_px(i), plot.y_px(y));
        }
        return path;
    }

    void append_band(Html& marks, const TimePlot& plot) const {
        Path band;
        const auto add = [&](std::size_t i, double value) {
            if (!std::isfinite(value)) return;
            band.empty() ? band.move_to(plot.x_px(i), plot.y_px(value))
                         : band.line_to(plot.x_px(i), plot.y_px(value));
        };
        for (std::size_t i = 0; i < chart_.points.size(); ++i)
            add(i, chart_.points[i].upper);
        for (std::size_t i = chart_.points.size(); i-- > 0;)
            add(i, chart_.points[i].lower);
        if (band.empty()) return;
        band.close();
        marks.append(R"(<path class="pr-band" d="{}" fill="{}"/>)", band.data(), kGrid);
    }

    void append_observed(Html& marks, const TimePlot& plot, const Colours& colours) const {
        Html points;
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            const double value = chart_.points[i].observed;
            if (!std::isfinite(value)) continue;
            std::string title;
            plot.append_title(title, i, value);
            append_point(points, Meaning::improvement, plot.x_px(i), plot.y_px(value), 3, title);
        }
        marks.append(
            R"(<path class="pr-data" d="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-linejoin="round"/>)",
            line(plot, &ExpectedPoint::observed).data(), colours.improvement);
        marks += point_group(points, Meaning::improvement, colours);
    }

    const ExpectedChart& chart_;
    Form form_;
    std::vector<std::chrono::sys_days> dates_;
};

}  // namespace

Html expected_chart(const ExpectedChart& chart, Form form) {
    return Drawing(chart, form).draw();
}

Html expected_chart(const ExpectedChart& chart) {
    Html both = expected_chart(chart, Form::wide);
    both += expected_chart(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
