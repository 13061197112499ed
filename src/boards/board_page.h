#pragma once
// The page of a board, from values.

#include <map>
#include <string>
#include <vector>

#include "boards/board.h"
#include "design/page.h"
#include "design/view.h"

namespace primum::boards {

struct BoardPage {
    const Board& board;
    const organisations::Kinds& kinds;
    Filter filter;
    std::optional<Day> month;                          ///< a day of it; absent: as of today
    std::map<std::string, std::string> interventions;  ///< names of those that measures belong to
    bool keeps = false;
    std::vector<design::Crumb> way;
    std::vector<design::Crumb> threads;  ///< campaigns, from whose aim a way leads here
    html::Html news;                     ///< what has just been done
};

html::Html board_page(const design::View& view, const BoardPage& page);

}  // namespace primum::boards
