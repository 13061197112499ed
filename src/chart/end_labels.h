#pragma once
// Names of lines, at their right end: a reader need not look anything up in a key.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chart/frame.h"

namespace primum::chart {

struct EndLabel {
    double value = 0;  ///< of the line that it names, in data
    std::string words = {};
    std::string_view ink = {};
    double line_px = 0;   ///< y of that line
    double label_px = 0;  ///< y of the label; set by push_apart
};

/// Moves labels as little as possible (least squares) until they are `gap` apart and within top and
/// bottom, keeping the order of their lines. When they do not all fit, they run over the bottom.
void push_apart(std::vector<EndLabel>& labels, double gap, double top, double bottom);

/// Room right of the plot for the widest label.
double end_labels_width(std::span<const EndLabel> labels, double text_px);

/// Draws labels right of the plot, with a fine leader from the line where a label had to move. A
/// label that would leave the picture is shortened.
void append_end_labels(Html& drawing, const Frame& frame, std::vector<EndLabel> labels);

}  // namespace primum::chart
