#include "chart/stacked_columns.h"

#include <algorithm>
#include <array>

#include "chart/end_labels.h"
#include "chart/marks.h"
#include "chart/palette.h"

namespace primum::chart {
namespace {

constexpr std::size_t kNarrowColumns = 5;
constexpr double kShareOfStep = 0.72;
constexpr int kIntervals = 4;

struct Look {
    std::string_view fill;
    std::string_view ink;
};
// From dark to pale, each at least 3:1 from the words in it.
constexpr std::array<Look, 4> kLooks{
    {{"#003087", "#fff"}, {"#005eb8", "#fff"}, {"#8fbce6", kInk}, {"#e8edee", kInk}}};

class Drawing {
public:
    Drawing(const StackedColumns& chart, Form form)
        : chart_(chart),
          form_(form),
          frame_(Frame::of(form)),
          begin_(form == Form::narrow && chart.columns.size() > kNarrowColumns
                     ? chart.columns.size() - kNarrowColumns
                     : 0) {
        Extent extent;
        extent.include(0);
        for (std::size_t i = begin_; i < chart.columns.size(); ++i)
            extent.include(sum(chart.columns[i]));
        domain_ = nice_domain(extent, kIntervals);
        format_ = format_for_step(NumberStyle::plain, domain_.step);
        const double text = frame_.text_px;
        frame_.left = y_axis_width(domain_, format_, text);
        frame_.top = text * 1.8;
        frame_.bottom = frame_.height - time_axis_height(text);
        y_ = {domain_.from, domain_.to, frame_.bottom, frame_.top};
        labels_ = end_labels();
        frame_.right = frame_.width - end_labels_width(labels_, text) - 2;
        const auto columns = static_cast<double>(chart.columns.size() - begin_);
        x_ = {0, std::max(columns, 1.0), frame_.left, frame_.right};
    }

    Html draw() const {
        Html drawing;
        append_y_axis(drawing, frame_, domain_, y_, format_);
        std::vector<TimeTick> ticks;
        for (std::size_t i = begin_; i < chart_.columns.size(); ++i)
            ticks.push_back({static_cast<double>(i - begin_) + 0.5, chart_.columns[i].line,
                             chart_.columns[i].line_below});
        for (std::size_t i = begin_; i < chart_.columns.size(); ++i)
            append_column(drawing, i);
        append_time_axis(drawing, frame_, x_, ticks);
        append_words(drawing, 0, frame_.text_px, Anchor::start, kGrey, chart_.unit);
        append_end_labels(drawing, frame_, labels_);
        return picture(frame_, form_, chart_.caption, drawing);
    }

private:
    static double sum(const StackedColumn& column) {
        double all = 0;
        for (const double part : column.parts)
            all += part;
        return all;
    }

    std::vector<EndLabel> end_labels() const {
        std::vector<EndLabel> labels;
        if (chart_.columns.empty()) return labels;
        const StackedColumn& last = chart_.columns.back();
        double below = 0;
        for (std::size_t i = 0; i < last.parts.size() && i < chart_.names.size(); ++i) {
            const double middle = below + last.parts[i] / 2;
            labels.push_back({.value = middle,
                              .words = chart_.names[i],
                              .ink = kInk,
                              .line_px = y_(middle),
                              .label_px = 0});
            below += last.parts[i];
        }
        return labels;
    }

    void append_column(Html& drawing, std::size_t column) const {
        const double step = x_(1) - x_(0);
        const double width = step * kShareOfStep;
        const double left = x_(static_cast<double>(column - begin_)) + (step - width) / 2;
        double below = 0;
        const auto& parts = chart_.columns[column].parts;
        for (std::size_t i = 0; i < parts.size() && i < kLooks.size(); ++i) {
            if (!(parts[i] > 0)) continue;
            const double top = y_(below + parts[i]);
            const double height = y_(below) - top;
            const std::string count = number(parts[i], {NumberStyle::plain, 0});
            drawing.append(
                R"(<rect class="pr-bar" x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"><title>{}</title></rect>)",
                Tenths{left}, Tenths{top}, Tenths{width}, Tenths{height}, kLooks[i].fill, kPaper,
                (i < chart_.names.size() ? chart_.names[i] : std::string()) + ": " + count);
            if (height >= frame_.text_px * 1.1)
                append_words(drawing, left + width / 2, top + height / 2 + frame_.text_px * 0.35,
                             Anchor::middle, kLooks[i].ink, count);
            below += parts[i];
        }
    }

    const StackedColumns& chart_;
    Form form_;
    Frame frame_;
    std::size_t begin_;
    Domain domain_;
    NumberFormat format_;
    Scale x_;
    Scale y_;
    std::vector<EndLabel> labels_;
};

}  // namespace

Html stacked_columns(const StackedColumns& chart, Form form) {
    return Drawing(chart, form).draw();
}

Html stacked_columns(const StackedColumns& chart) {
    Html both = stacked_columns(chart, Form::wide);
    both += stacked_columns(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
