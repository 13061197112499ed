#pragma once
// Within this room: series of a measure that others may see, and which are parts of which.

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "disclosure/published.h"
#include "disclosure/rule.h"
#include "measures/series.h"

namespace primum::measures {

/// A series with all that its numbers add up to and are added up of.
struct PublicTree {
    struct Node {
        Series series;
        std::optional<std::size_t> above;  ///< which comes before it
        bool apart = false;  ///< not decided with the others, so not shown: see publishing.h
        std::map<Day, double> numerators;
        std::map<Day, double> denominators;
    };
    std::vector<Node> nodes;
    std::size_t own = 0;  ///< the node of the series that was asked for

    static PublicTree of(const store::Reader& db, const Series& series, Day today);

    /// The numbers of the own series on one day.
    disclosure::Published numerator(Day period, disclosure::Mode mode) const;
    disclosure::Published denominator(Day period, disclosure::Mode mode) const;
};

}  // namespace primum::measures
