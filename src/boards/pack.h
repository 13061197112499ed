#pragma once
// A board pack: what the board's page says, as it is written into files. Page, PDF, CSV and
// workbook are made of these same values, so that no number differs between them.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/checked.h"
#include "boards/board.h"
#include "design/view.h"

namespace primum::boards {

/// One measure. Numbers are rounded as the page shows them; shares of a hundred are percentages.
struct PackRow {
    const Row* row = nullptr;
    std::string name;
    std::string code;
    std::string unit;
    std::string period;  ///< ISO 8601: "2026-09"
    std::optional<double> value, target, centre, lower, upper;
    std::string variation;  ///< in the words of the icons
    std::string assurance;
    std::string tells;  ///< the chart's sentences
    std::string narrative;
    std::string judged;  ///< what the rule says of the narrative
};

struct Pack {
    std::string title;  ///< "Board of Alderwick NHS Trust"
    std::string when;   ///< "As of 2 March 2026"
    std::string summary;
    std::vector<PackRow> rows;  ///< by signal
};
/// Borrows the rows of the board.
Pack pack_of(const design::View& view, const Board& board, const organisations::Kinds& kinds);

/// How a file comes on: pages or sheets done, of so many.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// One row a measure, with headings.
std::string pack_csv(const Pack& pack);
/// Sheets: the board, every point, and how each measure is counted.
Checked<std::string> pack_xlsx(const design::View& view, const Pack& pack, Instant made,
                               const Progress& progress = {});
/// A4 landscape, as SVG: the table of icons, the grid, then a page for each measure that needs
/// attention.
std::vector<std::string> pack_pages(const design::View& view, const Board& board, const Pack& pack,
                                    const Progress& progress = {});
/// The same as one file.
Checked<std::string> pack_pdf(const design::View& view, const Board& board, const Pack& pack,
                              const Progress& progress = {});

}  // namespace primum::boards
