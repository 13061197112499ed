#include "chart/control_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "chart/annotations.h"
#include "chart/end_labels.h"
#include "chart/text_width.h"

namespace primum::chart {
namespace {

struct Room {
    double largest_radius_px;
    int intervals;  // of the y axis, about
};

Room room_of(Form form) {
    return form == Form::wide ? Room{4.6, 5} : Room{5, 4};
}

constexpr double kSmallestRadius = 1.6;
constexpr double kRadiusPerStep = 0.34;
constexpr double kPhaseGap = 2.5;  // px by which lines stop short of a phase's edge

// One drawing of a chart: what is shown of it, and where everything lies.
class Drawing {
public:
    Drawing(const ControlChart& chart, Form form)
        : chart_(chart),
          form_(form),
          begin_(form == Form::narrow && chart.points.size() > kNarrowPoints
                     ? chart.points.size() - kNarrowPoints
                     : 0),
          end_(chart.points.size()),
          colours_(colours_of(chart.palette)),
          frame_(Frame::of(form)),
          timeline_(chart.dates, chart.points.size(), chart.spacing) {
        lay_out();
    }

    Html draw() const {
        Html drawing;
        drawing.reserve(2000 + 140 * (end_ - begin_));
        append_y_axis(drawing, frame_, domain_, y_, axis_format_);
        append_time_axis(drawing, frame_, x_,
                         timeline_.ticks(begin_, end_, px_per_unit_, frame_.text_px));
        if (!chart_.unit.empty())
            append_words(drawing, 0, frame_.text_px, Anchor::start, kGrey, unit_words());
        append_note_lines(drawing, frame_, notes_);
        append_lines(drawing);
        append_points(drawing);
        append_note_words(drawing, frame_, notes_);
        append_end_labels(drawing, frame_, labels_);
        return picture(frame_, form_, chart_.caption, drawing);
    }

private:
    Lines lines_at(std::size_t i) const {
        return i < chart_.lines.size() ? chart_.lines[i] : Lines();
    }

    std::string unit_words() const {
        return shortened(chart_.unit, frame_.text_px, frame_.width - frame_.text_px);
    }

    void lay_out() {
        domain_ = nice_domain(extent(), room_of(form_).intervals);
        axis_format_ = format_for_step(chart_.numbers, domain_.step);
        value_format_ = format_for_values(chart_.numbers, domain_.step);
        frame_.left = std::ceil(y_axis_width(domain_, axis_format_, frame_.text_px));
        frame_.bottom = frame_.height - std::ceil(time_axis_height(frame_.text_px));
        labels_ = end_labels();
        const double widest = frame_.width - frame_.left - kLeastPlot;
        frame_.right =
            frame_.width -
            std::min(widest, std::max(10.0, std::ceil(end_labels_width(labels_, frame_.text_px))));
        lay_out_x();
        notes_ = notes();
        const int rows = arrange(notes_, 0, frame_.width, frame_.text_px);
        frame_.top = (chart_.unit.empty() ? 0 : frame_.text_px * 1.3) + frame_.text_px * 0.7 +
                     notes_height(rows, frame_.text_px);
        y_ = {domain_.from, domain_.to, frame_.bottom, frame_.top};
        for (EndLabel& label : labels_)
            label.line_px = y_(label.line_px);
    }

    Extent extent() const {
        Extent extent;
        for (std::size_t i = begin_; i < end_; ++i) {
            extent.include(chart_.points[i].value);
            const Lines lines = lines_at(i);
            for (const double line : {lines.centre, lines.lower, lines.upper, lines.target})
                extent.include(line);
        }
        return extent;
    }

    // Half a step of room at either end, so that lines reach beyond the points that they belong to.
    void lay_out_x() {
        const bool several = end_ > begin_ + 1;
        const double first = end_ > begin_ ? timeline_.position(begin_) : 0;
        const double last = end_ > begin_ ? timeline_.position(end_ - 1) : 1;
        const double step = several ? (last - first) / static_cast<double>(end_ - begin_ - 1) : 1;
        x_ = {first - step / 2, last + step / 2, frame_.left, frame_.right};
        px_per_unit_ = (frame_.right - frame_.left) / (x_.to - x_.from);
        radius_ = std::clamp(step * px_per_unit_ * kRadiusPerStep, kSmallestRadius,
                             room_of(form_).largest_radius_px);
    }

    // Where point i's stretch of a line begins: half way from the point before it.
    double edge_px(std::size_t i) const {
        if (i == begin_) return frame_.left;
        if (i == end_) return frame_.right;
        return x_((timeline_.position(i - 1) + timeline_.position(i)) / 2);
    }

    std::vector<Note> notes() const {
        std::vector<Note> notes;
        for (const Annotation& annotation : chart_.annotations) {
            const bool dated = chart_.dates.size() >= chart_.points.size();
            const double position = dated ? timeline_.position_of(annotation.date)
                                          : static_cast<double>(annotation.point);
            if (position >= x_.from && position <= x_.to)
                notes.push_back({.at_px = x_(position), .words = annotation.words});
        }
        return notes;
    }

    // Each line is called by its last value, which is where its name stands.
    std::vector<EndLabel> end_labels() const {
        std::vector<EndLabel> labels;
        if (begin_ == end_) return labels;
        const Lines last = lines_at(end_ - 1);
        const bool wide = form_ == Form::wide;
        const auto add = [&](double value, std::string words, std::string_view ink) {
            if (std::isnan(value)) return;
            words += ' ';
            append_number(words, value, value_format_);
            labels.push_back({.line_px = value, .words = std::move(words), .ink = ink});
        };
        add(last.upper, wide ? "Upper limit" : "Limit", kGrey);
        add(last.centre, chart_.centre_name, kInk);
        add(last.lower, wide ? "Lower limit" : "Limit", kGrey);
        add(last.target, "Target", colours_.target);
        return labels;
    }

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
            const double value = value_at(lines_at(i));
            if (value == level) continue;
            const double edge = edge_px(i) + (i == begin && i > begin_ ? kPhaseGap : 0);
            if (!std::isnan(level)) path.across_to(edge);
            if (!std::isnan(value)) {
                if (std::isnan(level)) {
                    path.move_to(edge, y_(value));
                } else {
                    path.up_or_down_to(y_(value));
                }
            }
            level = value;
        }
        if (!std::isnan(level)) path.across_to(edge_px(end) - (end < end_ ? kPhaseGap : 0));
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
                const double x = x_(timeline_.position(i));
                const double y = y_(point.value);
                joined ? line.line_to(x, y) : line.move_to(x, y);
                title_of(i, title);
                Html& group =
                    point.excluded ? excluded : groups[static_cast<std::size_t>(point.meaning)];
                append_point(group, point.meaning, x, y, radius_, title);
            }
            joined = there;
        }
        append_line(drawing, line, LineKind::data, colours_);
        drawing += excluded_group(excluded, colours_);
        for (std::size_t i = 0; i < groups.size(); ++i)
            drawing += point_group(groups[i], static_cast<Meaning>(i), colours_);
    }

    void title_of(std::size_t i, std::string& title) const {
        const Point& point = chart_.points[i];
        title.clear();
        timeline_.append_name(title, i);
        title += ": ";
        append_number(title, point.value, value_format_);
        if (point.excluded) title += ", not counted";
        if (!point.note.empty()) (title += ". ") += point.note;
    }

    static constexpr double kLeastPlot = 120;

    const ControlChart& chart_;
    Form form_;
    std::size_t begin_;
    std::size_t end_;
    Colours colours_;
    Frame frame_;
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
