#include "chart/funnel_plot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/end_labels.h"
#include "chart/marks.h"
#include "chart/name_tags.h"
#include "chart/text_width.h"

namespace primum::chart {
namespace {

using Limit = double FunnelLimits::*;

bool is_there(const FunnelPoint& point) {
    return std::isfinite(point.value) && std::isfinite(point.denominator);
}

// Limits count where they are narrowest, and otherwise only a quarter further out than the points.
Extent y_extent(const FunnelPlot& plot) {
    Extent points;
    Extent denominators;
    points.include(plot.centre);
    for (const FunnelPoint& point : plot.points) {
        if (!is_there(point)) continue;
        points.include(point.value);
        denominators.include(point.denominator);
    }
    Extent all = points;
    const double reach = (points.to - points.from) / 4;
    FunnelLimits narrowest;
    for (const FunnelLimits& at : plot.limits) {
        if (at.denominator <= denominators.to) narrowest = at;
        if (at.denominator < denominators.from) continue;
        for (const double limit : {at.outer_lower, at.outer_upper, at.lower, at.upper})
            all.include(points.empty() ? limit
                                       : std::clamp(limit, points.from - reach, points.to + reach));
    }
    all.include(narrowest.outer_lower);
    all.include(narrowest.outer_upper);
    return all;
}

Extent x_extent(const FunnelPlot& plot) {
    Extent extent{0, 0};
    for (const FunnelPoint& point : plot.points) {
        if (is_there(point)) extent.include(point.denominator);
    }
    if (extent.to > 0) return extent;
    for (const FunnelLimits& at : plot.limits)
        extent.include(at.denominator);
    return extent.to > 0 ? extent : Extent{0, 1};
}

class Drawing {
public:
    Drawing(const FunnelPlot& plot, Form form)
        : plot_(plot),
          form_(form),
          colours_(colours_of(plot.palette)),
          frame_(Frame::of(form)),
          y_domain_(
              nice_domain(y_extent(plot), form == Form::wide ? 5 : 4, ceiling_of(plot.numbers))),
          largest_(x_extent(plot).to * 1.04),
          x_step_(nice_domain({0, largest_}, form == Form::wide ? 7 : 3).step),
          radius_(plot.points.size() > 150 || form == Form::narrow ? 3.4 : 4.6),
          value_format_(format_for_values(plot.numbers, y_domain_.step)) {
        const double text = frame_.text_px;
        const NumberFormat axis = format_for_step(plot.numbers, y_domain_.step);
        labels_ = end_labels();
        frame_.left = std::ceil(y_axis_width(y_domain_, axis, text));
        frame_.right = frame_.width - std::max(text, std::ceil(end_labels_width(labels_, text)));
        frame_.top = text * (plot.unit.empty() ? 0.7 : 2);
        frame_.bottom = frame_.height - std::ceil(time_axis_height(text));
        y_ = {y_domain_.from, y_domain_.to, frame_.bottom, frame_.top};
        x_ = {0, largest_, frame_.left, frame_.right};
        for (EndLabel& label : labels_)
            label.line_px = y_(label.value);
    }

    Html draw() const {
        Html drawing;
        if (y_extent(plot_).empty()) {
            append_words(drawing, frame_.width / 2, frame_.height / 2, Anchor::middle, kGrey,
                         "No values to show");
            return picture(frame_, form_, plot_.caption, drawing);
        }
        append_y_axis(drawing, frame_, y_domain_, y_,
                      format_for_step(plot_.numbers, y_domain_.step));
        append_number_axis(drawing, frame_, x_step_, x_, plot_.denominator_name);
        if (!plot_.unit.empty())
            append_words(drawing, 0, frame_.text_px, Anchor::start, kGrey,
                         shortened(plot_.unit, frame_.text_px, frame_.width));
        append_curves(drawing);
        append_points(drawing);
        append_names(drawing);
        append_end_labels(drawing, frame_, labels_);
        return picture(frame_, form_, plot_.caption, drawing);
    }

private:
    // Where curves end: at the last limits that the plot shows.
    std::vector<EndLabel> end_labels() const {
        std::vector<EndLabel> labels;
        const auto add = [&](double value, std::string words, std::string_view ink) {
            if (value >= y_domain_.from && value <= y_domain_.to)
                labels.push_back({.value = value, .words = std::move(words), .ink = ink});
        };
        add(plot_.centre, plot_.centre_name + " " + number(plot_.centre, value_format_), kInk);
        FunnelLimits last;
        for (const FunnelLimits& at : plot_.limits) {
            if (at.denominator <= largest_) last = at;
        }
        add(last.upper, plot_.limit_name, kGrey);
        add(last.lower, plot_.limit_name, kGrey);
        add(last.outer_upper, plot_.outer_limit_name, kGrey);
        add(last.outer_lower, plot_.outer_limit_name, kGrey);
        return labels;
    }

    void append_curves(Html& drawing) const {
        Path outer;
        add_curve(outer, &FunnelLimits::outer_lower);
        add_curve(outer, &FunnelLimits::outer_upper);
        append_line(drawing, outer, LineKind::limit, colours_);
        Path inner;
        add_curve(inner, &FunnelLimits::lower);
        add_curve(inner, &FunnelLimits::upper);
        append_line(drawing, inner, LineKind::inner_limit, colours_);
        if (!std::isfinite(plot_.centre)) return;
        Path centre;
        centre.move_to(frame_.left, y_(plot_.centre));
        centre.across_to(frame_.right);
        append_line(drawing, centre, LineKind::centre, colours_);
    }

    // The part of each piece that lies within the plot, joined to the one before where that ended.
    void add_curve(Path& path, Limit limit) const {
        double drawn_to = kNone;
        for (std::size_t i = 1; i < plot_.limits.size(); ++i) {
            const FunnelLimits& a = plot_.limits[i - 1];
            const FunnelLimits& b = plot_.limits[i];
            double begin = 0;
            double end = 1;
            clip(a.denominator, b.denominator, x_.from, x_.to, begin, end);
            clip(a.*limit, b.*limit, y_.from, y_.to, begin, end);
            if (!(begin < end)) continue;
            const auto x = [&](double t) { return x_(std::lerp(a.denominator, b.denominator, t)); };
            const auto y = [&](double t) { return y_(std::lerp(a.*limit, b.*limit, t)); };
            if (drawn_to != static_cast<double>(i - 1) || begin > 0)
                path.move_to(x(begin), y(begin));
            path.line_to(x(end), y(end));
            drawn_to = end < 1 ? kNone : static_cast<double>(i);
        }
    }

    // Narrows begin..end, shares of the way from a to b, to where the way is within from..to.
    static void clip(double a, double b, double from, double to, double& begin, double& end) {
        if (!std::isfinite(a) || !std::isfinite(b)) {
            end = begin;
        } else if (a == b) {
            if (a < from || a > to) end = begin;
        } else {
            const double first = (from - a) / (b - a);
            const double last = (to - a) / (b - a);
            begin = std::max(begin, std::min(first, last));
            end = std::min(end, std::max(first, last));
        }
    }

    void append_points(Html& drawing) const {
        std::array<Html, kMeaningCount> groups;
        for (const FunnelPoint& point : plot_.points) {
            if (!is_there(point)) continue;
            std::string title = point.name.empty() ? "" : point.name + ": ";
            append_number(title, point.value, value_format_);
            append_point(groups[static_cast<std::size_t>(point.meaning)], point.meaning,
                         x_(point.denominator), y_(point.value), radius_, title);
        }
        for (std::size_t i = 0; i < groups.size(); ++i)
            drawing += point_group(groups[i], static_cast<Meaning>(i), colours_);
    }

    void append_names(Html& drawing) const {
        NameTags tags(frame_);
        for (const FunnelPoint& point : plot_.points) {
            if (is_there(point)) tags.keep_clear(x_(point.denominator), y_(point.value), radius_);
        }
        for (const FunnelPoint& point : plot_.points) {
            if (is_there(point) && point.named)
                tags.append(drawing, x_(point.denominator), y_(point.value), radius_, point.name);
        }
    }

    const FunnelPlot& plot_;
    Form form_;
    Colours colours_;
    Frame frame_;
    Domain y_domain_;
    double largest_;  // denominator that is shown
    double x_step_;
    double radius_;
    NumberFormat value_format_;
    Scale x_;
    Scale y_;
    std::vector<EndLabel> labels_;
};

}  // namespace

Html funnel_plot(const FunnelPlot& plot, Form form) {
    return Drawing(plot, form).draw();
}

Html funnel_plot(const FunnelPlot& plot) {
    Html both = funnel_plot(plot, Form::wide);
    both += funnel_plot(plot, Form::narrow);
    return both;
}

}  // namespace primum::chart
