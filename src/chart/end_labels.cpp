#include "chart/end_labels.h"

#include <algorithm>
#include <cmath>

#include "chart/text_width.h"

namespace primum::chart {
namespace {

constexpr double kGapBesidePlot = 14;
constexpr double kLeaderBeyond = 3;  // px that a label may stray without one

// Labels are few, and those of one line keep their order.
void sort_by_line(std::vector<EndLabel>& labels) {
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        const auto place =
            std::ranges::upper_bound(labels.begin(), label, label->line_px, {}, &EndLabel::line_px);
        std::rotate(place, label, label + 1);
    }
}

}  // namespace

// Distances from an evenly spaced stack must not fall from one label to the next: pooling
// neighbours that do is isotonic regression, which is the least that labels can move.
void push_apart(std::vector<EndLabel>& labels, double gap, double top, double bottom) {
    sort_by_line(labels);
    struct Pool {
        double mean;
        std::size_t count;
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        pools.push_back({labels[i].line_px - gap * static_cast<double>(i), 1});
        while (pools.size() > 1 && pools.back().mean < pools[pools.size() - 2].mean) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool& pool = pools.back();
            const auto a = static_cast<double>(pool.count);
            const auto b = static_cast<double>(last.count);
            pool = {(pool.mean * a + last.mean * b) / (a + b), pool.count + last.count};
        }
    }
    const double lowest =
        std::max(top, bottom - gap * static_cast<double>(labels.empty() ? 0 : labels.size() - 1));
    std::size_t i = 0;
    for (const Pool& pool : pools) {
        for (std::size_t k = 0; k < pool.count; ++k, ++i)
            labels[i].label_px = std::clamp(pool.mean, top, lowest) + gap * static_cast<double>(i);
    }
}

double end_labels_width(std::span<const EndLabel> labels, double text_px) {
    double widest = 0;
    for (const EndLabel& label : labels)
        widest = std::max(widest, text_width(label.words, text_px));
    return labels.empty() ? 0 : widest + kGapBesidePlot;
}

void append_end_labels(Html& drawing, const Frame& frame, std::vector<EndLabel> labels) {
    // Words above the plot begin right over its upper edge.
    push_apart(labels, frame.text_px * 1.25, frame.top + frame.text_px * 0.4, frame.bottom);
    Path leaders;
    const double room = frame.width - frame.right - kGapBesidePlot;
    for (const EndLabel& label : labels) {
        if (std::abs(label.label_px - label.line_px) > kLeaderBeyond) {
            leaders.move_to(frame.right + 1, label.line_px);
            leaders.line_to(frame.right + kGapBesidePlot - 2, label.label_px);
        }
        append_words(drawing, frame.right + kGapBesidePlot, label.label_px + frame.text_px * 0.35,
                     Anchor::start, label.ink, shortened(label.words, frame.text_px, room));
    }
    if (!leaders.empty())
        drawing.append(R"(<path class="pr-axis" d="{}" fill="none" stroke="{}"/>)", leaders.data(),
                       kFaint);
}

}  // namespace primum::chart
