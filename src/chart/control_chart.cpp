#include "chart/control_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "chart/marks.h"

namespace primum::chart {
namespace {

constexpr double kPhaseGap = 2.5;  // px by which lines stop short of a phase's edge

Lines lines_at(const ControlChart& chart, std::size_t point) {
    return point < chart.lines.size() ? chart.lines[point] : Lines();
}

std::size_t first_shown(const ControlChart& chart, Form form) {
    const std::size_t points = chart.points.size();
    return form == Form::narrow && points > kNarrowPoints ? points - kNarrowPoints : 0;
}

Extent extent_of(const ControlChart& chart, Form form) {
    Extent extent;
    for (std::size_t i = first_shown(chart, form); i < chart.points.size(); ++i) {
        const Lines lines = lines_at(chart, i);
        for (const double y :
             {chart.points[i].value, lines.centre, lines.lower, lines.upper, lines.target})
            extent.include(y);
    }
    return extent;
}

// Each line is called by its last value, which is where its name stands.
std::array<LineName, 4> names_of(const ControlChart& chart, Form form) {
    const Lines last = chart.points.empty() ? Lines() : lines_at(chart, chart.points.size() - 1);
    const bool wide = form == Form::wide;
    return {{{wide ? "Upper limit" : "Limit", last.upper, kGrey},
             {chart.centre_name, last.centre, kInk},
             {wide ? "Lower limit" : "Limit", last.lower, kGrey},
             {"Target", last.target, colours_of(chart.palette).target}}};
}

TimePlot plot_of(const ControlChart& chart, Form form) {
    return TimePlot({.unit = chart.unit,
                     .numbers = chart.numbers,
                     .dates = chart.dates,
                     .spacing = chart.spacing,
                     .begin = first_shown(chart, form),
                     .points = chart.points.size(),
                     .annotations = chart.annotations,
                     .extent = extent_of(chart, form)},
                    form, names_of(chart, form));
}

// The marks of one drawing.
class Drawing {
public:
    Drawing(const ControlChart& chart, Form form)
        : chart_(chart),
          plot_(plot_of(chart, form)),
          begin_(plot_.begin()),
          end_(plot_.end()),
          colours_(colours_of(chart.palette)) {}

    Html draw() const {
        Html marks;
        marks.reserve(500 + 140 * (end_ - begin_));
        append_lines(marks);
        append_points(marks);
        return plot_.draw(marks, chart_.caption);
    }

private:
    bool begins_phase(std::size_t i) const {
        return std::ranges::any_of(chart_.phases, [&](const Phase& p) { return p.begin == i; });
    }

    bool on_trial(std::size_t i) const {
        bool trial = false;
        for (const Phase& phase : chart_.phases) {
            if (phase.begin <= i) trial = phase.on_trial;
        }
        return trial;
    }

    // A line stands level over its point's stretch and steps up or down between points.
    template <class ValueAt>
    void add_stepped(Path& path, std::size_t begin, std::size_t end, ValueAt value_at) const {
        double level = kNone;
        for (std::size_t i = begin; i < end; ++i) {
            const double value = value_at(lines_at(chart_, i));
            if (value == level) continue;
            const double edge = plot_.edge_px(i) + (i == begin && i > begin_ ? kPhaseGap : 0);
            if (!std::isnan(level)) path.across_to(edge);
            if (!std::isnan(value)) {
                if (std::isnan(level)) {
                    path.move_to(edge, plot_.y_px(value));
                } else {
                    path.up_or_down_to(plot_.y_px(value));
                }
            }
            level = value;
        }
        if (!std::isnan(level)) path.across_to(plot_.edge_px(end) - (end < end_ ? kPhaseGap : 0));
    }

    std::size_t phase_end(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < end_ && !begins_phase(end))
            ++end;
        return end;
    }

    void append_lines(Html& drawing) const {
        Path target;
        add_stepped(target, begin_, end_, [](const Lines& lines) { return lines.target; });
        append_line(drawing, target, LineKind::target, colours_);

        Path centre;
        Path limits;
        Path trial_limits;
        for (std::size_t begin = begin_; begin < end_; begin = phase_end(begin)) {
            const std::size_t end = phase_end(begin);
            Path& limit = on_trial(begin) ? trial_limits : limits;
            add_stepped(centre, begin, end, [](const Lines& lines) { return lines.centre; });
            add_stepped(limit, begin, end, [](const Lines& lines) { return lines.lower; });
            add_stepped(limit, begin, end, [](const Lines& lines) { return lines.upper; });
        }
        append_line(drawing, limits, LineKind::limit, colours_);
        append_line(drawing, trial_limits, LineKind::trial_limit, colours_);
        append_line(drawing, centre, LineKind::centre, colours_);
    }

    void append_points(Html& drawing) const {
        Path line;
        std::array<Html, kMeaningCount> groups;
        Html excluded;
        std::string title;
        bool joined = false;
        for (std::size_t i = begin_; i < end_; ++i) {
            const Point& point = chart_.points[i];
            const bool there = std::isfinite(point.value);
            if (there) {
                const double x = plot_.x_px(i);
                const double y = plot_.y_px(point.value);
                joined ? line.line_to(x, y) : line.move_to(x, y);
                title_of(i, title);
                Html& group =
                    point.excluded ? excluded : groups[static_cast<std::size_t>(point.meaning)];
                append_point(group, point.meaning, x, y, plot_.radius_px(point.meaning), title);
            }
            joined = there;
        }
        append_line(drawing, line, plot_.data_line(), colours_);
        drawing += excluded_group(excluded, colours_);
        for (std::size_t i = 0; i < groups.size(); ++i)
            drawing += point_group(groups[i], static_cast<Meaning>(i), colours_, plot_.rim_px());
    }

    void title_of(std::size_t i, std::string& title) const {
        const Point& point = chart_.points[i];
        title.clear();
        plot_.append_title(title, i, point.value);
        if (point.excluded) title += ", not counted";
        if (!point.note.empty()) (title += ". ") += point.note;
    }

    const ControlChart& chart_;
    TimePlot plot_;
    std::size_t begin_;
    std::size_t end_;
    Colours colours_;
};

}  // namespace

Html control_chart(const ControlChart& chart, Form form) {
    return Drawing(chart, form).draw();
}

Html control_chart(const ControlChart& chart) {
    Html both = control_chart(chart, Form::wide);
    both += control_chart(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
