#pragma once
// Within this room: a table whose sums have been worked out, and what is to be shown of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/rule.h"

namespace primum::disclosure {

struct Cell {
    enum class State : std::uint8_t {
        missing,
        shown,
        small,  ///< hidden by the rule
        held,   ///< hidden for the sake of a small one
    };
    State state = State::missing;
    std::int64_t count = 0;
};

/// Units × columns. Columns are periods, and one more for the totals over them where there are any.
struct Grid {
    std::vector<std::optional<std::size_t>> above;  ///< of each unit
    std::vector<bool> leaf;
    std::size_t columns = 0;
    bool totals = false;  ///< whether the last column is the sum of the others
    std::vector<Cell> cells;

    std::size_t units() const { return above.size(); }
    std::size_t index(std::size_t unit, std::size_t column) const {
        return unit * columns + column;
    }
    Cell& at(std::size_t unit, std::size_t column) { return cells[index(unit, column)]; }
    const Cell& at(std::size_t unit, std::size_t column) const {
        return cells[index(unit, column)];
    }
    bool is_total(std::size_t unit, std::size_t column) const {
        return !leaf[unit] || (totals && column + 1 == columns);
    }
};

/// Hides what the rule hides.
void hide_small(Grid& grid, const Rule& rule);

/// Hides more, until every small part is open to Rule::open whole numbers. Sums of small parts that
/// are little above the rule's are hidden with those below it: of six numbers from 1 whose sum is
/// at most 7 none is above 2, and so that a hidden sum must not say that it is so small.
void hide_beside(Grid& grid, const Rule& rule);

}  // namespace primum::disclosure
