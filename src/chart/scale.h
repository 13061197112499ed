#pragma once
// From data to pixels. Nothing else in this room turns one into the other.

#include <span>
#include <vector>

namespace primum::chart {

/// A straight scale: `from` lands on `from_px`, `to` on `to_px`. Expects from < to.
struct Scale {
    double from = 0;
    double to = 1;
    double from_px = 0;
    double to_px = 1;

    double operator()(double value) const {
        return from_px + (value - from) / (to - from) * (to_px - from_px);
    }
};

/// The part of the numbers that a chart shows, and where its gridlines are: `from`, `from + step`
/// and so on up to `to`.
struct Domain {
    double from = 0;
    double to = 1;
    double step = 1;

    int intervals() const;
    double tick(int i) const;  ///< from + i * step, and exactly 0 where that is meant
};

/// The smallest and the largest of the numbers that are there. Empty (from above to) when none is.
struct Extent {
    double from = 1;
    double to = 0;

    void include(double value);  ///< NaN and infinities are passed over
    bool empty() const { return from > to; }
};

/// A domain with round gridlines (1, 2 or 5 times a power of ten), `intervals` of them or one or
/// two more. Zero is included when it is near: a chart of positive numbers that reach close to it
/// begins there. When all numbers are equal they lie in the middle. Nothing to show gives 0 to 1.
/// Numbers that stay within `ceiling` (100%, say) are not given room above it.
Domain nice_domain(Extent extent, int intervals, double ceiling = 1e300);

}  // namespace primum::chart
