#include "chart/key.h"

#include <algorithm>
#include <cmath>

#include "chart/marks.h"

namespace primum::chart {
namespace {

constexpr double kMiddle = 10;
constexpr double kRadius = 5;

Html entry(const Html& mark, std::string_view words) {
    return html::html(
        R"(<li><svg class="pr-swatch" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{}</svg> {}</li>)",
        mark, words);
}

Html point_entry(Meaning meaning, const Colours& colours, std::string_view words) {
    Html mark;
    append_mark(mark, meaning, kMiddle, kMiddle, kRadius);
    return entry(point_group(mark, meaning, colours), words);
}

Html line_entry(LineKind kind, const Colours& colours, std::string_view words) {
    Path path;
    path.move_to(0, kMiddle);
    path.across_to(2 * kMiddle);
    Html mark;
    append_line(mark, path, kind, colours);
    return entry(mark, words);
}

std::string_view words_for(Meaning meaning) {
    switch (meaning) {
        case Meaning::common:
            return "Ordinary variation";
        case Meaning::improvement:
            return "Improvement";
        case Meaning::concern:
            return "Concern";
        case Meaning::neutral:
            return "Special cause";
    }
    return {};
}

template <class Line>
bool any_line(const ControlChart& chart, Line line) {
    return std::ranges::any_of(chart.lines,
                               [&](const Lines& at) { return std::isfinite(line(at)); });
}

bool any_on_trial(const ControlChart& chart) {
    return std::ranges::any_of(chart.phases, &Phase::on_trial);
}

bool all_on_trial(const ControlChart& chart) {
    return !chart.phases.empty() && std::ranges::all_of(chart.phases, &Phase::on_trial);
}

void append_points(Html& list, const ControlChart& chart, const Colours& colours) {
    for (int i = 0; i < kMeaningCount; ++i) {
        const auto meaning = static_cast<Meaning>(i);
        const bool occurs = std::ranges::any_of(chart.points, [&](const Point& point) {
            return point.meaning == meaning && !point.excluded && std::isfinite(point.value);
        });
        if (occurs) list += point_entry(meaning, colours, words_for(meaning));
    }
    if (std::ranges::any_of(chart.points, &Point::excluded)) {
        Html mark;
        append_mark(mark, Meaning::common, kMiddle, kMiddle, kRadius);
        list += entry(excluded_group(mark, colours), "Not counted");
    }
}

void append_lines(Html& list, const ControlChart& chart, const Colours& colours) {
    if (any_line(chart, [](const Lines& at) { return at.centre; }))
        list += line_entry(LineKind::centre, colours, chart.centre_name);
    const bool limits = any_line(chart, [](const Lines& at) { return at.upper; }) ||
                        any_line(chart, [](const Lines& at) { return at.lower; });
    if (limits && !all_on_trial(chart))
        list += line_entry(LineKind::limit, colours, "Limits of ordinary variation");
    if (limits && any_on_trial(chart))
        list += line_entry(LineKind::trial_limit, colours, "Trial limits: few points so far");
    if (any_line(chart, [](const Lines& at) { return at.target; }))
        list += line_entry(LineKind::target, colours, "Target");
}

}  // namespace

Html key(const ControlChart& chart) {
    const Colours colours = colours_of(chart.palette);
    Html list;
    append_points(list, chart, colours);
    append_lines(list, chart, colours);
    if (list.empty()) return {};
    return html::html(R"(<ul class="pr-key" aria-label="Chart key">{}</ul>)", list);
}

}  // namespace primum::chart
