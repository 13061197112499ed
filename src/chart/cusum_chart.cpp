#include "chart/cusum_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/marks.h"

namespace primum::chart {
namespace {

std::size_t points_of(const CusumChart& chart) {
    std::size_t points = 0;
    for (const Trace& trace : chart.traces)
        points = std::max(points, trace.values.size());
    return points;
}

Extent extent_of(const CusumChart& chart) {
    Extent extent{0, 0};
    extent.include(chart.upper);
    extent.include(chart.lower);
    for (const Trace& trace : chart.traces) {
        for (const double value : trace.values)
            extent.include(value);
    }
    return extent;
}

std::vector<LineName> names_of(const CusumChart& chart, Form form) {
    const std::string_view limit = form == Form::wide ? "Decision limit" : "Limit";
    std::vector<LineName> names = {{limit, chart.upper, kGrey}, {limit, chart.lower, kGrey}};
    for (const Trace& trace : chart.traces) {
        if (!trace.values.empty()) names.push_back({trace.name, trace.values.back(), kInk});
    }
    return names;
}

TimePlot plot_of(const CusumChart& chart, Form form) {
    return TimePlot({.unit = chart.unit,
                     .numbers = chart.numbers,
                     .dates = chart.dates,
                     .spacing = chart.spacing,
                     .points = points_of(chart),
                     .annotations = chart.annotations,
                     .extent = extent_of(chart)},
                    form, names_of(chart, form));
}

class Drawing {
public:
    Drawing(const CusumChart& chart, Form form)
        : chart_(chart), plot_(plot_of(chart, form)), colours_(colours_of(chart.palette)) {}

    Html draw() const {
        Html marks;
        append_level(marks, 0, LineKind::reference);
        append_level(marks, chart_.upper, LineKind::limit);
        append_level(marks, chart_.lower, LineKind::limit);
        for (const Trace& trace : chart_.traces)
            append_trace(marks, trace);
        return plot_.draw(marks, chart_.caption);
    }

private:
    void append_level(Html& marks, double value, LineKind kind) const {
        if (!std::isfinite(value)) return;
        Path path;
        path.move_to(plot_.edge_px(plot_.begin()), plot_.y_px(value));
        path.across_to(plot_.edge_px(plot_.end()));
        append_line(marks, path, kind, colours_);
    }

    void append_trace(Html& marks, const Trace& trace) const {
        Path line;
        std::array<Html, kMeaningCount> groups;
        bool joined = false;
        for (std::size_t i = plot_.begin(); i < trace.values.size(); ++i) {
            const double value = trace.values[i];
            const bool there = std::isfinite(value);
            if (there) {
                const double x = plot_.x_px(i);
                const double y = plot_.y_px(value);
                joined ? line.line_to(x, y) : line.move_to(x, y);
                const bool signal = i < trace.signals.size() && trace.signals[i] != 0;
                const Meaning meaning = signal ? trace.meaning : Meaning::common;
                // Two sums rest on zero most of the time: marks there would only hide each other.
                if (signal || (value != 0 && !plot_.is_dense()))
                    append_point(groups[static_cast<std::size_t>(meaning)], meaning, x, y,
                                 plot_.radius_px(meaning), title_of(trace, i, signal));
            }
            joined = there;
        }
        append_line(marks, line, plot_.data_line(), colours_);
        for (std::size_t i = 0; i < groups.size(); ++i)
            marks += point_group(groups[i], static_cast<Meaning>(i), colours_, plot_.rim_px());
    }

    std::string title_of(const Trace& trace, std::size_t i, bool signal) const {
        std::string title = trace.name + ", ";
        plot_.append_title(title, i, trace.values[i]);
        if (signal) title += ". Beyond the decision limit";
        return title;
    }

    const CusumChart& chart_;
    TimePlot plot_;
    Colours colours_;
};

}  // namespace

Html cusum_chart(const CusumChart& chart, Form form) {
    return Drawing(chart, form).draw();
}

Html cusum_chart(const CusumChart& chart) {
    Html both = cusum_chart(chart, Form::wide);
    both += cusum_chart(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
