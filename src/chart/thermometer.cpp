#include "chart/thermometer.h"

#include <algorithm>

#include "chart/end_labels.h"
#include "chart/marks.h"
#include "chart/palette.h"

namespace primum::chart {
namespace {

constexpr double kTube = 34;
constexpr int kIntervals = 4;

}  // namespace

Html thermometer(const Thermometer& chart, Form form) {
    Frame frame = Frame::of(form);
    frame.height = 300;
    Extent extent;
    extent.include(0);
    extent.include(chart.value);
    for (const ThermometerMark& mark : chart.marks)
        extent.include(mark.at);
    const Domain domain = nice_domain(extent, kIntervals);
    const NumberFormat format = format_for_step(NumberStyle::plain, domain.step);
    frame.left = y_axis_width(domain, format, frame.text_px);
    frame.top = frame.text_px;
    frame.bottom = frame.height - frame.text_px;
    frame.right = frame.left + kTube;
    const Scale y{domain.from, domain.to, frame.bottom, frame.top};
    const Colours colours = colours_of(Palette::accessible);

    Html drawing;
    append_y_axis(drawing, frame, domain, y, format);
    drawing.append(
        R"(<rect class="pr-bar" x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>)",
        Tenths{frame.left}, Tenths{frame.top}, Tenths{kTube}, Tenths{frame.bottom - frame.top},
        kPaper, kFaint);
    const double level = y(chart.value);
    drawing.append(
        R"(<rect class="pr-vital" x="{}" y="{}" width="{}" height="{}" fill="{}"><title>{}</title></rect>)",
        Tenths{frame.left}, Tenths{level}, Tenths{kTube}, Tenths{frame.bottom - level},
        colours.improvement, chart.value_words);
    std::vector<EndLabel> labels{{.value = chart.value,
                                  .words = chart.value_words,
                                  .ink = colours.improvement,
                                  .line_px = level,
                                  .label_px = 0}};
    for (const ThermometerMark& mark : chart.marks) {
        Path line;
        line.move_to(frame.left, y(mark.at));
        line.across_to(frame.right);
        // Paper where the tube is full, ink where it is not.
        drawing.append(
            R"(<path class="pr-centre" d="{}" fill="none" stroke="{}" stroke-width="2"/>)",
            line.data(), mark.at < chart.value ? kPaper : kInk);
        labels.push_back({.value = mark.at,
                          .words = mark.words,
                          .ink = kInk,
                          .line_px = y(mark.at),
                          .label_px = 0});
    }
    append_end_labels(drawing, frame, std::move(labels));
    return picture(frame, form, chart.caption, drawing);
}

Html thermometer(const Thermometer& chart) {
    Html both = thermometer(chart, Form::wide);
    both += thermometer(chart, Form::narrow);
    return both;
}

}  // namespace primum::chart
