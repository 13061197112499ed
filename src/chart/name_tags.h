#pragma once
// Names beside points, put where they cover neither a point nor each other.

#include <string_view>
#include <vector>

#include "chart/frame.h"

namespace primum::chart {

class NameTags {
public:
    explicit NameTags(const Frame& frame) : frame_(frame) {}

    /// Points that no name may cover.
    void keep_clear(double x, double y, double radius_px);

    /// Puts the name right of its point, left, above or below; nowhere if there is no room.
    void append(Html& drawing, double x, double y, double radius_px, std::string_view name);

private:
    struct Box {
        double left;
        double top;
        double right;
        double bottom;
    };
    bool is_free(const Box& box) const;

    Frame frame_;
    std::vector<Box> taken_;
};

}  // namespace primum::chart
