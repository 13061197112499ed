// Which numbers of a table are hidden: the small ones, then others for their sake.

#include <algorithm>

#include "disclosure/desk.h"
#include "disclosure/grid.h"
#include "disclosure/network.h"

namespace primum::disclosure {
namespace {

using State = Cell::State;

/// What a total is the sum of.
struct Parts {
    std::int64_t small = 0;  ///< how many of them are hidden as small
    bool larger = false;     ///< whether there are others but zeros
};

/// Calls `visit` with the index of a part and of every total that it is in.
template <class Visit>
void for_part_and_totals(const Grid& grid, std::size_t unit, std::size_t column, Visit&& visit) {
    for (std::optional<std::size_t> at = unit; at; at = grid.above[*at]) {
        visit(grid.index(*at, column));
        if (grid.totals) visit(grid.index(*at, grid.columns - 1));
    }
}

std::vector<Parts> parts_of_cells(const Grid& grid, const Rule& rule) {
    std::vector<Parts> parts(grid.cells.size());
    for (std::size_t unit = 0; unit < grid.units(); ++unit)
        for (std::size_t column = 0; column < grid.columns; ++column) {
            if (grid.is_total(unit, column)) continue;
            const std::int64_t count = grid.at(unit, column).count;
            if (count == 0) continue;
            for_part_and_totals(grid, unit, column, [&](std::size_t cell) {
                if (count <= rule.small)
                    ++parts[cell].small;
                else
                    parts[cell].larger = true;
            });
        }
    return parts;
}

/// The least that whoever sees a number which is not hidden must think it can be.
std::int64_t least_where_shown(std::int64_t count, const Rule& rule) {
    return std::max(rule.small + 1, Desk::nearest(count, rule.step) - rule.step / 2);
}

/// Hides one number more for the sake of one small part.
class Helper {
public:
    Helper(Grid& grid, const Rule& rule, Network& network)
        : grid_(grid), rule_(rule), network_(network) {}

    /// False where nothing is left that could be hidden.
    bool help(std::size_t unit, std::size_t column) {
        const std::vector<Place> candidates = candidates_for(unit, column);
        for (const Place& place : candidates)
            if (would_help(place, grid_.index(unit, column))) return hide(place);
        // None is enough alone: its totals first, since they tell most.
        for (const Place& place : candidates)
            if (grid_.is_total(place.unit, place.column)) return hide(place);
        return !candidates.empty() && hide(candidates.front());
    }

private:
    struct Place {
        std::size_t unit;
        std::size_t column;
    };

    /// What is shown and stands in a sum with this part, what is to be hidden first in front.
    std::vector<Place> candidates_for(std::size_t unit, std::size_t column) const {
        std::vector<Place> places;
        const auto consider = [&](std::size_t other, std::size_t where) {
            const Cell& cell = grid_.at(other, where);
            if (cell.state == State::shown && cell.count > 0) places.push_back({other, where});
        };
        for (std::optional<std::size_t> at = unit; at; at = grid_.above[*at]) {
            if (*at != unit) consider(*at, column);
            if (grid_.totals) consider(*at, grid_.columns - 1);
        }
        for (std::size_t other = 0; other < grid_.units(); ++other)
            if (other != unit && grid_.leaf[other] && grid_.above[other] == grid_.above[unit])
                consider(other, column);
        if (grid_.totals)
            for (std::size_t where = 0; where + 1 < grid_.columns; ++where)
                consider(unit, where);
        // Where numbers are rounded, a total tells only where it is near the least or the most that
        // its parts can be; both must be answered alike, or the answer would say which it was.
        // Where they are exact it always tells, and a part is the lesser loss.
        if (rule_.step > 1) return places;
        std::ranges::stable_sort(places, {}, [&](const Place& place) {
            return grid_.at(place.unit, place.column).count;
        });
        return places;
    }

    /// What is known of a number once it is held back.
    Range once_held(const Place& place) const {
        return known_of_held(grid_.is_total(place.unit, place.column), rule_);
    }

    bool would_help(const Place& place, std::size_t small) {
        const std::size_t cell = grid_.index(place.unit, place.column);
        const Range before = network_.bounds(cell);
        const auto flows = network_.flows();
        network_.bound(cell, once_held(place));
        const bool enough = network_.is_open(small, rule_.open);
        network_.put_back(flows);
        network_.bound(cell, before);
        return enough;
    }

    bool hide(const Place& place) {
        grid_.at(place.unit, place.column).state = State::held;
        network_.bound(grid_.index(place.unit, place.column), once_held(place));
        return true;
    }

    Grid& grid_;
    const Rule& rule_;
    Network& network_;
};

}  // namespace

void hide_small(Grid& grid, const Rule& rule) {
    for (Cell& cell : grid.cells)
        if (cell.state == State::shown && cell.count >= 1 && cell.count <= rule.small)
            cell.state = State::small;
}

void hide_beside(Grid& grid, const Rule& rule) {
    const auto parts = parts_of_cells(grid, rule);
    for (std::size_t cell = 0; cell < grid.cells.size(); ++cell) {
        const auto& [small, larger] = parts[cell];
        if (grid.cells[cell].state != State::shown || small < 2 || larger) continue;
        if (least_where_shown(grid.cells[cell].count, rule) <= small - 1 + rule.open)
            grid.cells[cell].state = State::held;
    }
    Network network(grid, rule);
    Helper helper(grid, rule, network);
    // In any order, and once each: hiding more never confines what was open.
    for (std::size_t unit = 0; unit < grid.units(); ++unit)
        for (std::size_t column = 0; column < grid.columns; ++column) {
            if (grid.at(unit, column).state != State::small || grid.is_total(unit, column))
                continue;
            while (!network.is_open(grid.index(unit, column), rule.open))
                if (!helper.help(unit, column)) break;
        }
}

}  // namespace primum::disclosure
