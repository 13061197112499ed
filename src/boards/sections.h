#pragma once
// The parts of a board, for its page and for paper.

#include <map>
#include <string>
#include <vector>

#include "boards/board.h"
#include "design/view.h"

namespace primum::boards {

/// What the parts of a page know beside the board.
struct Around {
    const design::View& view;
    const Board& board;
    const organisations::Kinds& kinds;
    bool keeps = false;  ///< with links to write narratives and to change words
};

/// Icons first: one row a measure.
html::Html icons_section(const Around& around, const std::vector<const Row*>& rows);
/// Variation by assurance, with a sentence in each cell.
html::Html grid_section(const Around& around, const std::vector<const Row*>& rows);
/// Then charts: one for each of these, with what it tells and what people say.
html::Html charts_section(const Around& around, const std::vector<const Row*>& rows);

/// "about-core-01": of a row's chart on its page.
std::string anchor_of(const Row& row);

}  // namespace primum::boards
