#include "chart/marks.h"

namespace primum::chart {
namespace {

constexpr std::string_view name_of(Anchor anchor) {
    return anchor == Anchor::start ? "start" : anchor == Anchor::end ? "end" : "middle";
}

// Half the sides that make the other shapes look as large as a circle of radius 1.
constexpr double kSquare = 0.92;
constexpr double kDiamond = 1.32;
constexpr double kTriangleHalfBase = 1.25;
constexpr double kTriangleTop = 1.35;
constexpr double kTriangleFoot = 0.95;

Path outline(Meaning meaning, double x, double y, double radius) {
    Path path;
    if (meaning == Meaning::improvement) {
        const double half = radius * kSquare;
        path.move_to(x - half, y - half);
        path.across_to(x + half);
        path.up_or_down_to(y + half);
        path.across_to(x - half);
    } else if (meaning == Meaning::concern) {
        path.move_to(x, y - radius * kTriangleTop);
        path.line_to(x + radius * kTriangleHalfBase, y + radius * kTriangleFoot);
        path.across_to(x - radius * kTriangleHalfBase);
    } else {
        const double half = radius * kDiamond;
        path.move_to(x, y - half);
        path.line_to(x + half, y);
        path.line_to(x, y + half);
        path.line_to(x - half, y);
    }
    path.close();
    return path;
}

}  // namespace

void Path::add(char command, double value) {
    data_ += command;
    html::append_number(data_, Tenths{value});
}

void Path::add(char command, double x, double y) {
    add(command, x);
    data_ += ' ';
    html::append_number(data_, Tenths{y});
}

void append_line(Html& drawing, const Path& path, LineKind kind, const Colours& colours) {
    if (path.empty()) return;
    switch (kind) {
        case LineKind::data:
        case LineKind::dense_data:
            drawing.append(
                R"(<path class="pr-data" d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)",
                path.data(), kFaint, kind == LineKind::data ? 2 : 1);
            return;
        case LineKind::centre:
            drawing.append(
                R"(<path class="pr-centre" d="{}" fill="none" stroke="{}" stroke-width="1.5"/>)",
                path.data(), kInk);
            return;
        case LineKind::limit:
        case LineKind::trial_limit:
            drawing.append(
                R"(<path class="pr-limit" d="{}" fill="none" stroke="{}" stroke-width="1.5" stroke-dasharray="6 4"/>)",
                path.data(), kind == LineKind::limit ? kGrey : kFaint);
            return;
        case LineKind::inner_limit:
            drawing.append(
                R"(<path class="pr-limit" d="{}" fill="none" stroke="{}" stroke-dasharray="2 4"/>)",
                path.data(), kGrey);
            return;
        case LineKind::target:
            drawing.append(
                R"(<path class="pr-target" d="{}" fill="none" stroke="{}" stroke-width="2" stroke-dasharray="2 3"/>)",
                path.data(), colours.target);
            return;
        case LineKind::reference:
            drawing.append(R"(<path class="pr-axis" d="{}" fill="none" stroke="{}"/>)", path.data(),
                           kFaint);
    }
}

void append_point(Html& group, Meaning meaning, double x, double y, double radius_px,
                  std::string_view title) {
    if (meaning == Meaning::common) {
        group.append(R"(<circle cx="{}" cy="{}" r="{}"><title>{}</title></circle>)", Tenths{x},
                     Tenths{y}, Tenths{radius_px}, title);
    } else {
        group.append(R"(<path d="{}"><title>{}</title></path>)",
                     outline(meaning, x, y, radius_px).data(), title);
    }
}

void append_mark(Html& group, Meaning meaning, double x, double y, double radius_px) {
    if (meaning == Meaning::common) {
        group.append(R"(<circle cx="{}" cy="{}" r="{}"/>)", Tenths{x}, Tenths{y},
                     Tenths{radius_px});
    } else {
        group.append(R"(<path d="{}"/>)", outline(meaning, x, y, radius_px).data());
    }
}

Html point_group(const Html& points, Meaning meaning, const Colours& colours, double rim_px) {
    if (points.empty()) return {};
    return html::html(R"(<g class="{}" fill="{}" stroke="{}" stroke-width="{}">{}</g>)",
                      class_of(meaning), colours.of(meaning), kPaper, rim_px, points);
}

Html excluded_group(const Html& points, const Colours& colours) {
    if (points.empty()) return {};
    return html::html(R"(<g class="pr-excluded" fill="{}" stroke="{}" stroke-width="1.5">{}</g>)",
                      kPaper, colours.common, points);
}

void append_words(Html& drawing, double x, double baseline_y, Anchor anchor, std::string_view ink,
                  std::string_view words) {
    drawing.append(R"(<text x="{}" y="{}" fill="{}" text-anchor="{}">{}</text>)", Tenths{x},
                   Tenths{baseline_y}, ink, name_of(anchor), words);
}

}  // namespace primum::chart
