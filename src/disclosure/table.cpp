#include "disclosure/table.h"

#include <stdexcept>

#include "disclosure/desk.h"
#include "disclosure/grid.h"

namespace primum::disclosure {
namespace {

/// Adds one count to every sum that it is in.
void add_up(Grid& grid, std::size_t unit, std::size_t column, std::int64_t count) {
    const auto add = [&](std::size_t at, std::size_t where) {
        Cell& cell = grid.at(at, where);
        cell.state = Cell::State::shown;
        cell.count = Desk::whole(static_cast<double>(cell.count) + static_cast<double>(count));
    };
    for (std::optional<std::size_t> at = unit; at; at = grid.above[*at]) {
        add(*at, column);
        if (grid.totals) add(*at, grid.columns - 1);
    }
}

Published shown(const Grid& grid, std::size_t unit, std::size_t column, const Rule& rule) {
    const Cell& cell = grid.at(unit, column);
    if (cell.state == Cell::State::missing) return Desk::missing();
    if (cell.state == Cell::State::shown) return Desk::shown(cell.count, rule);
    // What is hidden was worked out against somebody who knows of each part why it is.
    const bool part = !grid.is_total(unit, column);
    return part && cell.state == Cell::State::small ? Desk::small(rule) : Desk::hidden();
}

}  // namespace

Unit Table::add_unit(std::optional<Unit> above) {
    Place place;
    if (above) {
        place.above = static_cast<std::size_t>(*above);
        Place& upper = units_.at(*place.above);
        for (const Confidential& count : upper.counts)
            if (Desk::open(count))
                throw std::logic_error("Add a unit of its own for the rest of what was counted.");
        upper.leaf = false;
    }
    place.counts.assign(periods_, Confidential(std::nullopt));
    units_.push_back(std::move(place));
    return static_cast<Unit>(units_.size() - 1);
}

void Table::count(Unit unit, std::size_t period, Confidential people) {
    Place& place = units_.at(static_cast<std::size_t>(unit));
    if (!place.leaf) throw std::logic_error("What has units below is their sum.");
    place.counts.at(period) = people;
}

PublishedTable Table::publish(Mode mode, Protection protection) const {
    const Rule rule = rule_of(mode);
    const bool totals = totals_ == Totals::units_and_periods;
    PublishedTable published;
    published.columns_ = periods_ + (totals ? 1 : 0);
    published.cells_.resize(units_.size() * published.columns_);

    // Columns that no sum joins are decided one by one.
    const std::size_t together = totals ? published.columns_ : 1;
    for (std::size_t first = 0; first < published.columns_; first += together) {
        Grid grid;
        grid.columns = together;
        grid.totals = totals;
        grid.cells.resize(units_.size() * together);
        for (const Place& place : units_) {
            grid.above.push_back(place.above);
            grid.leaf.push_back(place.leaf);
        }
        for (std::size_t unit = 0; unit < units_.size(); ++unit)
            for (std::size_t column = 0; column < together && first + column < periods_; ++column)
                if (const auto count = Desk::open(units_[unit].counts[first + column]))
                    add_up(grid, unit, column, Desk::whole(*count));
        hide_small(grid, rule);
        if (protection == Protection::complementary && rule.small > 0) hide_beside(grid, rule);
        for (std::size_t unit = 0; unit < units_.size(); ++unit)
            for (std::size_t column = 0; column < together; ++column)
                published.cells_[unit * published.columns_ + first + column] =
                    shown(grid, unit, column, rule);
    }
    return published;
}

}  // namespace primum::disclosure
