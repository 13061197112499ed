#include "disclosure/network.h"

#include <algorithm>

#include "disclosure/desk.h"

namespace primum::disclosure {
namespace {

constexpr std::int64_t kAny = std::int64_t{1} << 55;  // above every count that Desk::whole accepts

Range known_of_shown(std::int64_t count, const Rule& rule) {
    if (count == 0) return {0, 0};
    const std::int64_t middle = Desk::nearest(count, rule.step);
    const std::int64_t aside = rule.step / 2;
    return {std::max(rule.small + 1, middle - aside), middle + aside};
}

}  // namespace

Range known_of_held(bool total, const Rule& rule) {
    return {total ? 1 : rule.small + 1, kAny};
}

Range known_alone(const Grid& grid, std::size_t unit, std::size_t column, const Rule& rule) {
    const Cell& cell = grid.at(unit, column);
    switch (cell.state) {
        case Cell::State::missing:
            return {0, 0};
        case Cell::State::shown:
            return known_of_shown(cell.count, rule);
        // Of a part, whoever knows this program can tell in many a table why it is hidden; of a
        // total they cannot, since hide_small and hide_beside hide low and high ones alike.
        case Cell::State::small:
            return grid.is_total(unit, column) ? Range{1, kAny} : Range{1, rule.small};
        case Cell::State::held:
            return known_of_held(grid.is_total(unit, column), rule);
    }
    return {0, kAny};
}

Network::Network(const Grid& grid, const Rule& rule) {
    // Node 0 is outside. Of each unit, a node where its total over periods arrives, and one a
    // period where the counts of the units below it meet.
    const std::size_t periods = grid.totals ? grid.columns - 1 : grid.columns;
    const auto down = [&](std::size_t unit) { return grid.totals ? 1 + unit * grid.columns : 0; };
    const auto up = [&](std::size_t unit, std::size_t period) {
        return 1 + unit * grid.columns + (grid.totals ? 1 : 0) + period;
    };
    arcs_.resize(grid.cells.size());
    for (std::size_t unit = 0; unit < grid.units(); ++unit) {
        const auto above = grid.above[unit];
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const bool total = column == periods;
            const std::size_t from = total             ? (above ? down(*above) : 0)
                                     : grid.leaf[unit] ? down(unit)
                                                       : up(unit, column);
            const std::size_t to = total ? down(unit) : above ? up(*above, column) : 0;
            const Range known = known_alone(grid, unit, column, rule);
            arcs_[grid.index(unit, column)] = {from, to, known.least, known.most,
                                               grid.at(unit, column).count};
        }
    }
    const std::size_t nodes = 1 + grid.units() * grid.columns;
    arcs_at_.resize(nodes);
    for (std::size_t arc = 0; arc < arcs_.size(); ++arc) {
        arcs_at_[arcs_[arc].from].push_back(arc);
        if (arcs_[arc].to != arcs_[arc].from) arcs_at_[arcs_[arc].to].push_back(arc);
    }
    reached_by_.resize(nodes);
    seen_.resize(nodes);
}

void Network::bound(std::size_t cell, Range range) {
    arcs_[cell].low = range.least;
    arcs_[cell].high = range.most;
}

std::vector<std::int64_t> Network::flows() const {
    std::vector<std::int64_t> flows(arcs_.size());
    std::ranges::transform(arcs_, flows.begin(), &Arc::flow);
    return flows;
}

void Network::put_back(const std::vector<std::int64_t>& flows) {
    for (std::size_t arc = 0; arc < arcs_.size(); ++arc)
        arcs_[arc].flow = flows[arc];
}

Range Network::range(std::size_t cell) {
    Arc& arc = arcs_[cell];
    push(cell, true, arc.high - arc.flow);
    const std::int64_t most = arc.flow;
    push(cell, false, arc.flow - arc.low);
    return {arc.flow, most};
}

bool Network::is_open(std::size_t cell, std::int64_t count) {
    Arc& arc = arcs_[cell];
    push(cell, true, std::min(count - 1, arc.high - arc.flow));
    return push(cell, false, std::min(count - 1, arc.flow - arc.low)) == count - 1;
}

/// Changes the flow of an arc by up to `most`, and those of others so that all sums hold; by how
/// much.
std::int64_t Network::push(std::size_t cell, bool forward, std::int64_t most) {
    std::int64_t pushed = 0;
    Arc& pushed_arc = arcs_[cell];
    const std::size_t from = forward ? pushed_arc.to : pushed_arc.from;
    const std::size_t to = forward ? pushed_arc.from : pushed_arc.to;
    while (pushed < most && find_path(from, to, cell)) {
        std::int64_t amount = most - pushed;
        for (const Step& step : path_)
            amount = std::min(amount, room(arcs_[step.arc], step.forward));
        for (const Step& step : path_)
            arcs_[step.arc].flow += step.forward ? amount : -amount;
        pushed_arc.flow += forward ? amount : -amount;
        pushed += amount;
    }
    return pushed;
}

/// A shortest path of arcs with room, into path_. Looked for from the end that has fewer arcs: the
/// other may be where all wards of a country meet.
bool Network::find_path(std::size_t from, std::size_t to, std::size_t without) {
    path_.clear();
    if (from == to) return true;
    const bool ahead = arcs_at_[from].size() <= arcs_at_[to].size();
    const std::size_t start = ahead ? from : to;
    const std::size_t end = ahead ? to : from;
    ++search_;
    queue_.assign(1, start);
    seen_[start] = search_;
    for (std::size_t next = 0; next < queue_.size(); ++next) {
        const std::size_t node = queue_[next];
        for (const std::size_t candidate : arcs_at_[node]) {
            const Arc& arc = arcs_[candidate];
            const bool leaves = arc.from == node;
            const std::size_t other = leaves ? arc.to : arc.from;
            const bool forward = leaves == ahead;  // whether more would flow, or less
            if (candidate == without || seen_[other] == search_ || room(arc, forward) == 0)
                continue;
            seen_[other] = search_;
            reached_by_[other] = {candidate, forward, node};
            if (other == end) {
                for (std::size_t at = end; at != start; at = reached_by_[at].before)
                    path_.push_back(reached_by_[at]);
                return true;
            }
            queue_.push_back(other);
        }
    }
    return false;
}

}  // namespace primum::disclosure
