#pragma once
// Within this room: what everybody can work out of a published table.
//
// Counts are flows. A count of a ward in a month flows from the ward's node to that of its trust in
// that month, and on to the region's; totals over months flow from the trust's node to the ward's.
// What flows into a node flows out of it: those are the sums of the table. A published number
// bounds the flow of its arc. So the least and the most that a hidden count may be are those of a
// circulation within bounds, which are whole numbers and are found by pushing flow along paths from
// the true counts (Ford and Fulkerson 1962; for tables: Castro, INFORMS Journal on Computing 2003,
// where one dimension may be a tree).

#include <cstddef>
#include <cstdint>
#include <vector>

#include "disclosure/grid.h"

namespace primum::disclosure {

/// From the first to the last, both possible.
struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;

    std::int64_t size() const { return most - least + 1; }
    friend bool operator==(const Range&, const Range&) = default;
};

class Network {
public:
    Network(const Grid& grid, const Rule& rule);

    /// What is known of a cell after it has been hidden or shown: call when its state changes.
    void bound(std::size_t cell, Range range);
    Range bounds(std::size_t cell) const { return {arcs_[cell].low, arcs_[cell].high}; }

    /// What a cell may be, given everything published.
    Range range(std::size_t cell);

    /// Whether that is `count` numbers or more; stops as soon as it knows.
    bool is_open(std::size_t cell, std::int64_t count);

    /// Flows move while ranges are looked for; after a bound that was tried is taken back, they
    /// must be put back too.
    std::vector<std::int64_t> flows() const;
    void put_back(const std::vector<std::int64_t>& flows);

private:
    struct Arc {
        std::size_t from = 0;
        std::size_t to = 0;
        std::int64_t low = 0;
        std::int64_t high = 0;
        std::int64_t flow = 0;
    };
    struct Step {
        std::size_t arc = 0;
        bool forward = true;
        std::size_t before = 0;  ///< the node from which it was taken
    };
    static std::int64_t room(const Arc& arc, bool forward) {
        return forward ? arc.high - arc.flow : arc.flow - arc.low;
    }
    std::int64_t push(std::size_t arc, bool forward, std::int64_t most);
    bool find_path(std::size_t from, std::size_t to, std::size_t without);

    std::vector<Arc> arcs_;  // one a cell, in the grid's order
    std::vector<std::vector<std::size_t>> arcs_at_;
    // Of the last search: the step by which each node was reached, and in which search that was.
    std::vector<Step> reached_by_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t search_ = 0;
    std::vector<std::size_t> queue_;
    std::vector<Step> path_;
};

/// What is known of a number that is hidden for the sake of others, before adding anything up.
Range known_of_held(bool total, const Rule& rule);

/// The same of any cell.
Range known_alone(const Grid& grid, std::size_t unit, std::size_t column, const Rule& rule);

}  // namespace primum::disclosure
