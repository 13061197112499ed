#include "chart/time_plot.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "chart/text_width.h"

namespace primum::chart {
namespace {

constexpr double kLeastPlot = 120;  // px that labels must leave to the plot
constexpr double kSmallestRadius = 1.2;
constexpr double kSmallestSignal = 3.4;
constexpr double kRadiusPerStep = 0.34;
constexpr double kUnitHeight = 1.3;  // of its text
constexpr double kTopMargin = 0.7;

struct Room {
    double largest_radius_px;
    int intervals;  // of the y axis, about
    std::ptrdiff_t notes;
};

Room room_of(Form form) {
    return form == Form::wide ? Room{4.6, 5, 6} : Room{5, 4, 4};
}

}  // namespace

TimePlot::TimePlot(const TimePlotSpec& spec, Form form, std::span<const LineName> names)
    : form_(form),
      nothing_to_show_(spec.extent.empty()),
      frame_(Frame::of(form)),
      begin_(spec.begin),
      end_(spec.points),
      timeline_(spec.dates, spec.points, spec.spacing),
      domain_(nice_domain(spec.extent, room_of(form).intervals, ceiling_of(spec.numbers))),
      axis_format_(format_for_step(spec.numbers, domain_.step)),
      value_format_(format_for_values(spec.numbers, domain_.step)) {
    const double text = frame_.text_px;
    unit_ = shortened(spec.unit, text, frame_.width - text);
    labels_ = end_labels(names);
    frame_.left = std::ceil(y_axis_width(domain_, axis_format_, text));
    frame_.bottom = frame_.height - std::ceil(time_axis_height(text));
    frame_.right = frame_.width - std::clamp(std::ceil(end_labels_width(labels_, text)), 10.0,
                                             frame_.width - frame_.left - kLeastPlot);
    lay_out_x();
    notes_ = notes(spec);
    const int rows = arrange(notes_, 0, frame_.width, text);
    frame_.top = text * (kTopMargin + (unit_.empty() ? 0 : kUnitHeight)) + notes_height(rows, text);
    y_ = {domain_.from, domain_.to, frame_.bottom, frame_.top};
    for (EndLabel& label : labels_)
        label.line_px = y_(label.value);
}

// Half a step of room at either end, so that lines reach beyond the points that they belong to.
void TimePlot::lay_out_x() {
    const bool several = end_ > begin_ + 1;
    const double first = end_ > begin_ ? timeline_.position(begin_) : 0;
    const double last = end_ > begin_ ? timeline_.position(end_ - 1) : 1;
    const double step = several ? (last - first) / static_cast<double>(end_ - begin_ - 1) : 1;
    x_ = {first - step / 2, last + step / 2, frame_.left, frame_.right};
    px_per_unit_ = (frame_.right - frame_.left) / (x_.to - x_.from);
    radius_ = std::clamp(step * px_per_unit_ * kRadiusPerStep, kSmallestRadius,
                         room_of(form_).largest_radius_px);
}

std::vector<EndLabel> TimePlot::end_labels(std::span<const LineName> names) const {
    // Whole numbers stay whole only where all of them are.
    const bool whole = std::ranges::all_of(names, [](const LineName& name) {
        return !std::isfinite(name.value) || name.value == std::floor(name.value);
    });
    std::vector<EndLabel> labels;
    for (const LineName& name : names) {
        if (!std::isfinite(name.value)) continue;
        std::string words(name.words);
        words += ' ';
        whole ? append_number(words, name.value, value_format_)
              : append_axis_number(words, name.value, value_format_);
        labels.push_back({.value = name.value, .words = std::move(words), .ink = name.ink});
    }
    return labels;
}

std::vector<Note> TimePlot::notes(const TimePlotSpec& spec) const {
    std::vector<Note> notes;
    const bool dated = spec.dates.size() >= spec.points;
    for (const Annotation& annotation : spec.annotations) {
        const double position =
            dated ? timeline_.position_of(annotation.date) : static_cast<double>(annotation.point);
        if (position >= x_.from && position <= x_.to)
            notes.push_back({.at_px = x_(position), .words = annotation.words});
    }
    std::ranges::sort(notes, {}, &Note::at_px);
    if (std::ssize(notes) > room_of(form_).notes)
        notes.erase(notes.begin(), notes.end() - room_of(form_).notes);
    return notes;
}

double TimePlot::radius_px(Meaning meaning) const {
    return meaning == Meaning::common ? radius_ : std::max(radius_, kSmallestSignal);
}

double TimePlot::edge_px(std::size_t point) const {
    if (point == begin_) return frame_.left;
    if (point == end_) return frame_.right;
    return x_((timeline_.position(point - 1) + timeline_.position(point)) / 2);
}

void TimePlot::append_title(std::string& title, std::size_t point, double value) const {
    timeline_.append_name(title, point);
    title += ": ";
    append_number(title, value, value_format_);
}

Html TimePlot::draw(const Html& marks, const Caption& caption) const {
    Html drawing;
    drawing.reserve(marks.markup().size() + 3000);
    if (nothing_to_show_) {
        append_words(drawing, (frame_.left + frame_.right) / 2, (frame_.top + frame_.bottom) / 2,
                     Anchor::middle, kGrey, "No values to show");
    } else {
        append_y_axis(drawing, frame_, domain_, y_, axis_format_);
    }
    append_time_axis(drawing, frame_, x_,
                     timeline_.ticks(begin_, end_, px_per_unit_, frame_.text_px));
    if (!unit_.empty()) append_words(drawing, 0, frame_.text_px, Anchor::start, kGrey, unit_);
    append_note_lines(drawing, frame_, notes_);
    drawing += marks;
    append_note_words(drawing, frame_, notes_);
    append_end_labels(drawing, frame_, labels_);
    return picture(frame_, form_, caption, drawing);
}

}  // namespace primum::chart
