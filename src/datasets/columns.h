#pragma once
// Which column is what: named by the person who asks, or guessed from common headings.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "csv/table.h"
#include "datasets/notes.h"

namespace primum::datasets {

/// Headings as a person gave them; an empty one is to be guessed.
struct WantedColumns {
    std::string date;
    std::string value;
    std::string numerator;
    std::string denominator;
    std::string phase;
    std::string exclude;
    std::vector<std::string> by;
    bool one_series = false;      ///< nothing divides the rows, and nothing is to be guessed
    bool no_denominator = false;  ///< the chart asked for has no use for one: do not guess it
};

/// Positions of columns in a table.
struct Columns {
    std::optional<std::size_t> date;  ///< none: rows are numbered in the order of the file
    std::size_t value = 0;            ///< the measurements or counts: value or numerator
    bool is_ratio = false;            ///< `value` is a numerator, to be divided by `denominator`
    std::optional<std::size_t> denominator;
    std::optional<std::size_t> phase;
    std::optional<std::size_t> exclude;
    std::vector<std::size_t> by;
};

/// The column with this heading; otherwise a refusal that names the nearest heading. Capitals,
/// spaces, points, hyphens and underscores do not matter.
Checked<std::size_t> find_column(const csv::Table& table, std::string_view heading);

/// All columns. What was guessed goes into one note.
Checked<Columns> find_columns(const csv::Table& table, const WantedColumns& wanted, Notes& notes);

}  // namespace primum::datasets
