#pragma once
// What every chart stands in: the picture with its name, the plot's rectangle, gridlines and axes.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chart/marks.h"
#include "chart/number.h"
#include "chart/scale.h"
#include "chart/timeline.h"

namespace primum::chart {

/// Two drawings of the same chart: a page shows the one that fits its reader's screen.
enum class Form : std::uint8_t {
    wide,    ///< 880 by 360, words of 14
    narrow,  ///< 360 by 300, words of 16, so that they are still read on a small phone
};

/// What a picture is called by those who do not see it.
struct Caption {
    std::string id = "chart";      ///< unique on its page; letters, digits, "-" and "_"
    std::string title = {};        ///< what it is: "Falls with harm, Ward 7, individuals chart"
    std::string description = {};  ///< what it shows, in words: latest value, lines, signals
};

/// The plot's rectangle inside the picture, and the size of its words.
struct Frame {
    double width;
    double height;
    double text_px;
    double left = 0;
    double right = 0;  ///< x of the plot's right edge
    double top = 0;
    double bottom = 0;  ///< y of the plot's lower edge

    static Frame of(Form form);
};

/// The whole picture around a drawing.
Html picture(const Frame& frame, Form form, const Caption& caption, const Html& drawing);

/// Gridlines, and numbers beside them that end just left of the plot.
void append_y_axis(Html& drawing, const Frame& frame, const Domain& domain, const Scale& y,
                   NumberFormat format);

/// How much room the numbers of that axis need.
double y_axis_width(const Domain& domain, NumberFormat format, double text_px);

/// The line under the plot, and labels below it.
void append_time_axis(Html& drawing, const Frame& frame, const Scale& x,
                      std::span<const TimeTick> ticks);

/// The same for numbers from 0 on, `step` apart, with a name for them in a second line.
void append_number_axis(Html& drawing, const Frame& frame, double step, const Scale& x,
                        std::string_view name);

/// Room below the plot for two lines of labels.
double time_axis_height(double text_px);

}  // namespace primum::chart
