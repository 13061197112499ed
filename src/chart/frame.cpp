#include "chart/frame.h"

#include <algorithm>

#include "chart/text_width.h"

namespace primum::chart {
namespace {

constexpr double kGapBesideAxis = 8;
constexpr double kLineHeight = 1.2;

}  // namespace

Frame Frame::of(Form form) {
    if (form == Form::narrow) return {.width = 360, .height = 300, .text_px = 16};
    return {.width = 880, .height = 360, .text_px = 14};
}

Html picture(const Frame& frame, Form form, const Caption& caption, const Html& drawing) {
    const std::string_view name = form == Form::wide ? "wide" : "narrow";
    return html::html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" class="pr-{}" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-{}-title {}-{}-text" focusable="false" font-family="Inter, 'Segoe UI', Arial, sans-serif" font-size="{}"><title id="{}-{}-title">{}</title><desc id="{}-{}-text">{}</desc>{}</svg>)",
        name, frame.width, frame.height, caption.id, name, caption.id, name, frame.text_px,
        caption.id, name, caption.title, caption.id, name, caption.description, drawing);
}

void append_y_axis(Html& drawing, const Frame& frame, const Domain& domain, const Scale& y,
                   NumberFormat format) {
    Path grid;
    Html labels;
    for (int i = 0; i <= domain.intervals(); ++i) {
        const double at = y(domain.tick(i));
        grid.move_to(frame.left, at);
        grid.across_to(frame.right);
        labels.append(R"(<text x="{}" y="{}">{}</text>)", Tenths{frame.left - kGapBesideAxis},
                      Tenths{at + frame.text_px * 0.35}, axis_number(domain.tick(i), format));
    }
    drawing.append(R"(<path class="pr-grid" d="{}" stroke="{}"/>)", grid.data(), kGrid);
    drawing.append(R"(<g class="pr-labels" fill="{}" text-anchor="end">{}</g>)", kGrey, labels);
}

double y_axis_width(const Domain& domain, NumberFormat format, double text_px) {
    double widest = 0;
    for (int i = 0; i <= domain.intervals(); ++i)
        widest = std::max(widest, text_width(axis_number(domain.tick(i), format), text_px));
    return widest + kGapBesideAxis;
}

void append_time_axis(Html& drawing, const Frame& frame, const Scale& x,
                      std::span<const TimeTick> ticks) {
    Path line;
    line.move_to(frame.left, frame.bottom);
    line.across_to(frame.right);
    Html labels;
    const double first_line = frame.bottom + 6 + frame.text_px;
    for (const TimeTick& tick : ticks) {
        const double at = x(tick.position);
        line.move_to(at, frame.bottom);
        line.up_or_down_to(frame.bottom + 5);
        labels.append(R"(<text x="{}" y="{}">{}</text>)", Tenths{at}, Tenths{first_line},
                      tick.line);
        if (!tick.line_below.empty())
            labels.append(R"(<text x="{}" y="{}">{}</text>)", Tenths{at},
                          Tenths{first_line + frame.text_px * kLineHeight}, tick.line_below);
    }
    drawing.append(R"(<path class="pr-axis" d="{}" fill="none" stroke="{}"/>)", line.data(),
                   kFaint);
    drawing.append(R"(<g class="pr-labels" fill="{}" text-anchor="middle">{}</g>)", kGrey, labels);
}

void append_number_axis(Html& drawing, const Frame& frame, double step, const Scale& x,
                        std::string_view name) {
    const NumberFormat format = format_for_step(NumberStyle::plain, step);
    std::vector<TimeTick> ticks;
    for (double at = 0; at <= x.to; at += step)
        ticks.push_back({at, axis_number(at, format), {}});
    append_time_axis(drawing, frame, x, ticks);
    append_words(drawing, (frame.left + frame.right) / 2,
                 frame.bottom + 6 + frame.text_px * (1 + kLineHeight), Anchor::middle, kGrey, name);
}

double time_axis_height(double text_px) {
    return 6 + text_px * (1 + kLineHeight) + 5;
}

}  // namespace primum::chart
