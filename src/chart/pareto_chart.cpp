#include "chart/pareto_chart.h"

#include <algorithm>
#include <cmath>

#include "chart/marks.h"
#include "chart/text_width.h"

namespace primum::chart {
namespace {

constexpr double kBarHeight = 18;
constexpr double kWideRow = 30;
constexpr double kNarrowRow = 54;
constexpr double kWidestName = 22;  // in sizes of its text
constexpr double kDotRadius = 4;
constexpr NumberFormat kPercent{NumberStyle::proportion, 0};

// As many decimals as the counts have, up to two.
NumberFormat count_format(const ParetoChart& chart) {
    const bool whole = std::ranges::all_of(chart.bars, [](const ParetoBar& bar) {
        return std::isnan(bar.count) || bar.count == std::floor(bar.count);
    });
    return {NumberStyle::plain, whole ? 0 : 2};
}

class Drawing {
public:
    Drawing(const ParetoChart& chart, Form form)
        : chart_(chart),
          form_(form),
          wide_(form == Form::wide),
          row_(wide_ ? kWideRow : kNarrowRow),
          frame_(Frame::of(form)),
          counts_(count_format(chart)) {
        const double text = frame_.text_px;
        const auto rows = static_cast<double>(std::max<std::size_t>(chart.bars.size(), 1));
        frame_.left = wide_ ? names_width() + counts_width() + text * 1.8 : 0;
        frame_.right = frame_.width - text * 3.4;
        frame_.top = text * 2;
        frame_.bottom = frame_.top + row_ * rows + 8;
        frame_.height = frame_.bottom + (wide_ ? std::ceil(text * 1.9) : 0);
        x_ = {0, wide_ ? 1 : largest_share(), frame_.left, frame_.right};
    }

    Html draw() const {
        Html drawing;
        append_words(drawing, 0, frame_.text_px, Anchor::start, kGrey,
                     shortened(heading(), frame_.text_px, frame_.width));
        if (wide_ && !chart_.bars.empty()) {
            append_scale(drawing);
            append_vital_line(drawing);
        }
        for (std::size_t i = 0; i < chart_.bars.size(); ++i)
            append_bar(drawing, i);
        wide_ ? append_sum_line(drawing) : append_sums(drawing);
        return picture(frame_, form_, chart_.caption, drawing);
    }

private:
    std::string heading() const {
        if (chart_.bars.empty()) return "No values to show";
        const std::string bars = chart_.unit.empty() ? "Bars" : "Bars: " + chart_.unit;
        return bars +
               (wide_ ? ", as a share of all. Line: running total" : ". Right: running total");
    }

    double largest_share() const {
        double largest = 1e-9;
        for (const ParetoBar& bar : chart_.bars) {
            if (bar.share > largest) largest = bar.share;
        }
        return largest;
    }

    double names_width() const {
        double widest = 0;
        for (const ParetoBar& bar : chart_.bars)
            widest = std::max(widest, text_width(bar.name, frame_.text_px));
        return std::min(widest, kWidestName * frame_.text_px);
    }

    double counts_width() const {
        double widest = 0;
        for (const ParetoBar& bar : chart_.bars)
            widest = std::max(widest, text_width(number(bar.count, counts_), frame_.text_px));
        return widest;
    }

    double row_top(std::size_t i) const { return frame_.top + row_ * static_cast<double>(i) + 6; }
    double bar_middle(std::size_t i) const {
        return row_top(i) + row_ - kBarHeight / 2 - (wide_ ? 6 : 8);
    }

    void append_scale(Html& drawing) const {
        Path grid;
        Html labels;
        for (const double share : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
            grid.move_to(x_(share), frame_.top);
            grid.up_or_down_to(frame_.bottom);
            labels.append(R"(<text x="{}" y="{}">{}</text>)", Tenths{x_(share)},
                          Tenths{frame_.bottom + frame_.text_px * 1.3}, number(share, kPercent));
        }
        drawing.append(R"(<path class="pr-grid" d="{}" stroke="{}"/>)", grid.data(), kGrid);
        drawing.append(R"(<g class="pr-labels" fill="{}" text-anchor="middle">{}</g>)", kGrey,
                       labels);
    }

    void append_vital_line(Html& drawing) const {
        if (!(chart_.vital_share > 0 && chart_.vital_share < 1) || chart_.bars.empty()) return;
        Path line;
        line.move_to(x_(chart_.vital_share), frame_.top);
        line.up_or_down_to(frame_.bottom);
        append_line(drawing, line, LineKind::inner_limit, {});
    }

    // The vital few: bars that begin below the share, so that together they just reach it.
    bool is_vital(std::size_t i) const {
        return i == 0 ? chart_.bars[0].share > 0
                      : chart_.bars[i - 1].cumulative_share < chart_.vital_share - 1e-9;
    }

    void append_bar(Html& drawing, std::size_t i) const {
        const ParetoBar& bar = chart_.bars[i];
        const double text = frame_.text_px;
        const double middle = bar_middle(i);
        const double baseline = wide_ ? middle + text * 0.35 : row_top(i) + text;
        const std::string count = number(bar.count, counts_);
        if (wide_) {
            append_words(drawing, 0, baseline, Anchor::start, kInk,
                         shortened(bar.name, text, kWidestName * text));
            append_words(drawing, frame_.left - 8, baseline, Anchor::end, kInk, count);
        } else {
            const double room = frame_.width - frame_.left - text_width(count, text) - text;
            append_words(drawing, frame_.left, baseline, Anchor::start, kInk,
                         shortened(bar.name, text, room));
            append_words(drawing, frame_.width, baseline, Anchor::end, kInk, count);
        }
        if (!(bar.share > 0)) return;
        drawing.append(
            R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}" fill="{}"><title>{}</title></rect>)",
            is_vital(i) ? "pr-vital" : "pr-bar", Tenths{frame_.left},
            Tenths{middle - kBarHeight / 2}, Tenths{x_(bar.share) - frame_.left},
            Tenths{kBarHeight}, is_vital(i) ? kGrey : kPale,
            bar.name + ": " + count + ", " + number(bar.share, kPercent) + " of all");
    }

    void append_sum_line(Html& drawing) const {
        Path line;
        Html dots;
        for (std::size_t i = 0; i < chart_.bars.size(); ++i) {
            const double sum = chart_.bars[i].cumulative_share;
            if (!std::isfinite(sum)) continue;
            const double y = bar_middle(i);
            line.empty() ? line.move_to(x_(sum), y) : line.line_to(x_(sum), y);
            append_mark(dots, Meaning::common, x_(sum), y, kDotRadius);
            // The line comes from the upper left and leaves to the lower right.
            append_words(drawing, x_(sum) + kDotRadius + 3, y - kDotRadius, Anchor::start, kInk,
                         number(sum, kPercent));
        }
        if (line.empty()) return;
        append_line(drawing, line, LineKind::centre, {});
        drawing.append(R"(<g class="pr-sum" fill="{}" stroke="{}">{}</g>)", kInk, kPaper, dots);
    }

    // Small screens have no room for a line beside the names.
    void append_sums(Html& drawing) const {
        for (std::size_t i = 0; i < chart_.bars.size(); ++i) {
            const double sum = chart_.bars[i].cumulative_share;
            if (std::isfinite(sum))
                append_words(drawing, frame_.width, bar_middle(i) + frame_.text_px * 0.35,
                             Anchor::end, kGrey, number(sum, kPercent));
        }
    }

    const ParetoChart& chart_;
    Form form_;
    bool wide_;
    double row_;
    Frame frame_;
    NumberFormat counts_;
    Scale x_;
};

}  // namespace

Html pareto_chart(const ParetoChart& chart, Form form) {
    return Drawing(chart, form).draw();
}

Html pareto_chart(const ParetoChart& chart) {
    Html both = pareto_chart(chart, Form::wide);
    both += pareto_chart(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
