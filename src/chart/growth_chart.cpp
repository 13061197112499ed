#include "chart/growth_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "chart/control_chart.h"
#include "chart/marks.h"

namespace primum::chart {
namespace {

class Drawing {
public:
    Drawing(const GrowthChart& chart, Form form) : chart_(chart), form_(form) {
        for (const GrowthPoint& point : chart.points)
            dates_.push_back(point.day);
        for (const GrowthAhead& ahead : chart.ahead)
            dates_.push_back(ahead.day);
        begin_ = form == Form::narrow && dates_.size() > kNarrowPoints
                     ? dates_.size() - kNarrowPoints
                     : 0;
    }

    Html draw() const {
        const TimePlot plot({.unit = chart_.unit,
                             .numbers = NumberStyle::plain,
                             .dates = dates_,
                             .spacing = Spacing::by_date,
                             .begin = begin_,
                             .points = dates_.size(),
                             .annotations = chart_.annotations,
                             .extent = extent()},
                            form_, names());
        Html marks;
        append_band(marks, plot);
        append_possible(marks, plot);
        append_ahead(marks, plot);
        append_members(marks, plot);
        return plot.draw(marks, chart_.caption);
    }

private:
    std::size_t now() const { return chart_.points.size(); }  // the first that lies ahead

    Extent extent() const {
        Extent extent;
        if (chart_.points.empty()) return extent;
        extent.include(0);
        for (const GrowthPoint& point : chart_.points) {
            extent.include(point.members);
            extent.include(point.possible);
        }
        for (const GrowthAhead& ahead : chart_.ahead)
            extent.include(ahead.upper);
        return extent;
    }

    std::array<LineName, 3> names() const {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const Colours colours = colours_of(Palette::accessible);
        if (chart_.points.empty()) return {{{"", none, kInk}, {"", none, kInk}, {"", none, kInk}}};
        const GrowthPoint& last = chart_.points.back();
        const double ahead = chart_.ahead.empty() ? none : std::round(chart_.ahead.back().expected);
        return {{{chart_.possible_name, last.possible, kGrey},
                 {chart_.ahead_name, ahead, kInk},
                 {chart_.ahead.empty() ? chart_.members_name : std::string_view(),
                  chart_.ahead.empty() ? last.members : none, colours.improvement}}};
    }

    void append_band(Html& marks, const TimePlot& plot) const {
        if (chart_.ahead.empty() || chart_.points.empty()) return;
        Path band;
        band.move_to(plot.x_px(now() - 1), plot.y_px(chart_.points.back().members));
        for (std::size_t i = 0; i < chart_.ahead.size(); ++i)
            band.line_to(plot.x_px(now() + i), plot.y_px(chart_.ahead[i].upper));
        for (std::size_t i = chart_.ahead.size(); i-- > 0;)
            band.line_to(plot.x_px(now() + i), plot.y_px(chart_.ahead[i].lower));
        band.close();
        marks.append(R"(<path class="pr-band" d="{}" fill="{}"/>)", band.data(), kGrid);
    }

    void append_ahead(Html& marks, const TimePlot& plot) const {
        if (chart_.ahead.empty() || chart_.points.empty()) return;
        Path line;
        line.move_to(plot.x_px(now() - 1), plot.y_px(chart_.points.back().members));
        for (std::size_t i = 0; i < chart_.ahead.size(); ++i)
            line.line_to(plot.x_px(now() + i), plot.y_px(chart_.ahead[i].expected));
        append_line(marks, line, LineKind::inner_limit, colours_of(Palette::accessible));
    }

    void append_possible(Html& marks, const TimePlot& plot) const {
        Path line;
        for (std::size_t i = begin_; i < chart_.points.size(); ++i) {
            const double x = plot.x_px(i);
            const double y = plot.y_px(chart_.points[i].possible);
            line.empty() ? line.move_to(x, y) : line.line_to(x, y);
        }
        append_line(marks, line, LineKind::limit, colours_of(Palette::accessible));
    }

    void append_members(Html& marks, const TimePlot& plot) const {
        const Colours colours = colours_of(Palette::accessible);
        Path line;
        Html points;
        for (std::size_t i = begin_; i < chart_.points.size(); ++i) {
            const double x = plot.x_px(i);
            const double y = plot.y_px(chart_.points[i].members);
            line.empty() ? line.move_to(x, y) : line.line_to(x, y);
            std::string title;
            plot.append_title(title, i, chart_.points[i].members);
            append_point(points, Meaning::improvement, x, y, 3, title);
        }
        marks.append(
            R"(<path class="pr-data" d="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-linejoin="round"/>)",
            line.data(), colours.improvement);
        marks += point_group(points, Meaning::improvement, colours);
    }

    const GrowthChart& chart_;
    Form form_;
    std::vector<std::chrono::sys_days> dates_;
    std::size_t begin_ = 0;
};

}  // namespace

Html growth_chart(const GrowthChart& chart, Form form) {
    return Drawing(chart, form).draw();
}

Html growth_chart(const GrowthChart& chart) {
    Html both = growth_chart(chart, Form::wide);
    both += growth_chart(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
