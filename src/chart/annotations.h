#pragma once
// Short words about a moment, above the plot, each with a line down through it.

#include <string>
#include <vector>

#include "chart/frame.h"

namespace primum::chart {

/// Words at a place, and where layout put them.
struct Note {
    double at_px = 0;
    std::string words = {};

    int row = 0;          ///< 0 is just above the plot
    double begin_px = 0;  ///< of the words
    double end_px = 0;
    bool ends_at_line = false;  ///< words stand left of their line rather than right of it
};

/// Chooses rows and sides so that no words overlap and no line crosses other words. A crowd too
/// dense for that has a row for each. Words that are too long are shortened. Returns how many rows
/// there are.
int arrange(std::vector<Note>& notes, double left, double right, double text_px);

double notes_height(int rows, double text_px);

void append_note_lines(Html& drawing, const Frame& frame, const std::vector<Note>& notes);
void append_note_words(Html& drawing, const Frame& frame, const std::vector<Note>& notes);

}  // namespace primum::chart
