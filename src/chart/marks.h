#pragma once
// Things that are drawn. They take pixels and know nothing of data.

#include <cstdint>
#include <string>
#include <string_view>

#include "chart/palette.h"
#include "html/html.h"

namespace primum::chart {

using html::Html;
using html::Tenths;

/// The outline of one path, to be put into its `d`.
class Path {
public:
    void move_to(double x, double y) { add('M', x, y); }
    void line_to(double x, double y) { add('L', x, y); }
    void across_to(double x) { add('H', x); }
    void up_or_down_to(double y) { add('V', y); }
    void close() { data_ += 'Z'; }

    bool empty() const { return data_.empty(); }
    std::string_view data() const { return data_; }

private:
    void add(char command, double value);
    void add(char command, double x, double y);
    std::string data_;
};

/// How a line is drawn.
enum class LineKind : std::uint8_t {
    data,         ///< joins the points
    dense_data,   ///< the same, finer, where points are many
    centre,       ///< solid
    limit,        ///< dashed 6 4
    trial_limit,  ///< the same, fainter
    inner_limit,  ///< a second, nearer pair: dashed 2 4
    target,       ///< dotted 2 3, in the target's colour
    reference,    ///< zero, or where nothing would change: thin and solid
};

void append_line(Html& drawing, const Path& path, LineKind kind, const Colours& colours);

/// One point: circle for common cause, square for improvement, triangle for concern, diamond for
/// special cause without a better direction. `radius_px` is the circle's; the others look as large.
/// The title shows when a pointer rests on it. Points of one group share its colour.
void append_point(Html& group, Meaning meaning, double x, double y, double radius_px,
                  std::string_view title);

/// The same without a title.
void append_mark(Html& group, Meaning meaning, double x, double y, double radius_px);

/// A group of points of one meaning, in its colour and with a rim of paper around each.
Html point_group(const Html& points, Meaning meaning, const Colours& colours, double rim_px = 1);

/// The same for points that are drawn but not counted: hollow.
Html excluded_group(const Html& points, const Colours& colours);

enum class Anchor : std::uint8_t { start, middle, end };

/// Words. `ink` is one of palette.h's.
void append_words(Html& drawing, double x, double baseline_y, Anchor anchor, std::string_view ink,
                  std::string_view words);

}  // namespace primum::chart
