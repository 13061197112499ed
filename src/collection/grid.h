#pragma once
// Many numbers at once: units × periods of one measure, or measures × periods of one organisation.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "collection/due.h"
#include "collection/paste.h"
#include "http/message.h"
#include "organisations/here.h"

namespace primum::collection {

/// How many cells a form holds at most: a form has no more than 1,000 fields.
inline constexpr std::size_t kMostCells = 800;

struct GridRow {
    Kept kept;
    std::string name;  ///< of the unit, or of the measure
    std::string code;  ///< by which it may be named as well
    std::map<Day, measures::Point> points;
};

struct Grid {
    organisations::Here here;
    std::optional<measures::Measure> measure;  ///< absent: all measures of the organisation
    std::vector<measures::Measure> choices;    ///< measures that are kept at or below it
    measures::Frequency frequency = measures::Frequency::month;
    std::vector<Day> periods;  ///< in order of time
    std::vector<GridRow> rows;
    std::size_t left_out = 0;  ///< rows that do not fit
    bool divides = false;      ///< some row has denominators: two cells a period

    std::map<std::string, std::string> typed;  ///< by the names of cells
    std::string block;                         ///< that was pasted
    Problems problems;
    std::vector<std::string> lost;  ///< names in the block that the grid has not
    std::size_t outside = 0;
    bool filled = false;  ///< from a block: to be looked at, not saved yet
    std::size_t saved = 0;
    std::size_t taken = 0;
};

/// "numerator.SERIES.2026-03"
std::string cell_name(const GridRow& row, measures::Frequency frequency, Day period,
                      bool denominator);

html::Html grid_page(const access::Context& context, const Grid& grid);

http::Response show_grid(const http::Request& request, access::Context& context);
http::Response save_grid(const http::Request& request, access::Context& context);

}  // namespace primum::collection
