#include "chart/sparkline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace primum::chart {
namespace {

struct Size {
    double width;
    double height;
};
constexpr Size kWord = {120, 32};
constexpr Size kCard = {240, 96};
constexpr double kMargin = 5;
constexpr double kRadius = 2.2;
constexpr double kLastRadius = 3.4;

class Sparkline {
public:
    Sparkline(const ControlChart& chart, std::size_t latest, Size size, Extent extent)
        : chart_(chart),
          size_(size),
          begin_(chart.points.size() > latest ? chart.points.size() - latest : 0),
          end_(chart.points.size()) {
        if (extent.empty()) extent = {0, 1};
        if (extent.from == extent.to) extent = {extent.from - 1, extent.to + 1};
        y_ = {extent.from, extent.to, size.height - kMargin, kMargin};
        const auto last = static_cast<double>(end_ > begin_ + 1 ? end_ - 1 : begin_ + 1);
        x_ = {static_cast<double>(begin_), last, kMargin, size.width - kMargin};
    }

    Html draw() const {
        Html drawing;
        append_band(drawing);
        append_centre(drawing);
        append_points(drawing);
        return drawing;
    }

private:
    Lines lines_at(std::size_t i) const {
        return i < chart_.lines.size() ? chart_.lines[i] : Lines();
    }

    double edge_px(std::size_t i) const {
        return std::clamp(x_(static_cast<double>(i) - 0.5), 0.0, size_.width);
    }

    // One rectangle for each stretch of equal limits.
    void append_band(Html& drawing) const {
        Path band;
        for (std::size_t i = begin_; i < end_;) {
            const Lines lines = lines_at(i);
            const std::size_t begin = i;
            while (i < end_ && lines_at(i).lower == lines.lower && lines_at(i).upper == lines.upper)
                ++i;
            if (i == begin) {  // NaN: no limits here
                ++i;
                continue;
            }
            band.move_to(edge_px(begin), y_(lines.upper));
            band.across_to(i == end_ ? size_.width : edge_px(i));
            band.up_or_down_to(y_(lines.lower));
            band.across_to(edge_px(begin));
            band.close();
        }
        if (!band.empty())
            drawing.append(R"(<path class="pr-band" d="{}" fill="#edf1f3"/>)", band.data());
    }

    void append_centre(Html& drawing) const {
        Path centre;
        double level = kNone;
        for (std::size_t i = begin_; i < end_; ++i) {
            const double value = lines_at(i).centre;
            if (value != level && !std::isnan(level)) centre.across_to(edge_px(i));
            if (value != level && !std::isnan(value)) centre.move_to(edge_px(i), y_(value));
            level = value;
        }
        if (!std::isnan(level)) centre.across_to(size_.width);
        if (!centre.empty())
            drawing.append(R"(<path class="pr-centre" d="{}" fill="none" stroke="{}"/>)",
                           centre.data(), kInk);
    }

    void append_points(Html& drawing) const {
        Path line;
        std::array<Html, kMeaningCount> groups;
        bool joined = false;
        for (std::size_t i = begin_; i < end_; ++i) {
            const Point& point = chart_.points[i];
            // What takes no part is a gap: its height would press all others flat.
            const bool there = std::isfinite(point.value) && !point.excluded;
            if (there) {
                const double x = x_(static_cast<double>(i));
                const double y = y_(point.value);
                joined ? line.line_to(x, y) : line.move_to(x, y);
                const bool last = i + 1 == end_;
                if (last || point.meaning != Meaning::common)
                    append_mark(groups[static_cast<std::size_t>(point.meaning)], point.meaning, x,
                                y, last ? kLastRadius : kRadius);
            }
            joined = there;
        }
        if (!line.empty())
            drawing.append(
                R"(<path class="pr-data" d="{}" fill="none" stroke="{}" stroke-width="1.5" stroke-linejoin="round"/>)",
                line.data(), kFaint);
        const Colours colours = colours_of(chart_.palette);
        for (std::size_t i = 0; i < groups.size(); ++i)
            drawing += point_group(groups[i], static_cast<Meaning>(i), colours);
    }

    const ControlChart& chart_;
    Size size_;
    std::size_t begin_;
    std::size_t end_;
    Scale x_;
    Scale y_;
};

}  // namespace

Extent extent_of(const ControlChart& chart, std::size_t latest) {
    Extent extent;
    const std::size_t end = chart.points.size();
    for (std::size_t i = end > latest ? end - latest : 0; i < end; ++i) {
        if (!chart.points[i].excluded) extent.include(chart.points[i].value);
        if (i >= chart.lines.size()) continue;
        const Lines& lines = chart.lines[i];
        for (const double line : {lines.centre, lines.lower, lines.upper})
            extent.include(line);
    }
    return extent;
}

Html sparkline(const ControlChart& chart, std::string_view name, std::size_t latest) {
    return html::html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" class="pr-sparkline" width="120" height="32" viewBox="0 0 120 32" role="img" aria-label="{}" focusable="false">{}</svg>)",
        name, Sparkline(chart, latest, kWord, extent_of(chart, latest)).draw());
}

Html small_multiple(const ControlChart& chart, std::string_view name, const Extent& values,
                    std::size_t latest) {
    return html::html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" class="pr-small-multiple" width="240" height="96" viewBox="0 0 240 96" role="img" aria-label="{}" focusable="false">{}</svg>)",
        name, Sparkline(chart, latest, kCard, values).draw());
}

}  // namespace primum::chart
