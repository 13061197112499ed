#include "chart/annotations.h"

#include <algorithm>
#include <span>

#include "chart/text_width.h"

namespace primum::chart {
namespace {

constexpr double kGap = 6;  // between a line and its words, and between words
constexpr double kRowHeight = 1.35;
constexpr double kWidest = 24;  // words, in sizes of their own text

bool overlap(const Note& a, const Note& b) {
    return a.begin_px < b.end_px + kGap && b.begin_px < a.end_px + kGap;
}

// A note's line runs down through all rows below its own.
bool crosses(const Note& line, const Note& words) {
    return line.row > words.row && line.at_px > words.begin_px - kGap / 2 &&
           line.at_px < words.end_px + kGap / 2;
}

bool clashes(const Note& note, std::span<const Note> placed) {
    return std::ranges::any_of(placed, [&](const Note& other) {
        return (note.row == other.row && overlap(note, other)) || crosses(note, other) ||
               crosses(other, note);
    });
}

void put(Note& note, int row, bool ends_at_line, double width) {
    note.row = row;
    note.ends_at_line = ends_at_line;
    note.begin_px = ends_at_line ? note.at_px - kGap - width : note.at_px + kGap;
    note.end_px = note.begin_px + width;
}

// Rows may be tried below the lowest so far: the rest then moves up.
void place(Note& note, std::span<const Note> placed, double left, double right, double width) {
    for (const int row : {0, 1, -1, 2, -2, 3, -3}) {
        for (const bool ends_at_line : {false, true}) {
            put(note, row, ends_at_line, width);
            if (note.begin_px >= left && note.end_px <= right && !clashes(note, placed)) return;
        }
    }
    put(note, 0, note.at_px - left > right - note.at_px, width);
    while (std::ranges::any_of(
        placed, [&](const Note& other) { return note.row == other.row && overlap(note, other); }))
        ++note.row;
}

}  // namespace

int arrange(std::vector<Note>& notes, double left, double right, double text_px) {
    std::ranges::stable_sort(notes, std::ranges::greater(), &Note::at_px);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        Note& note = notes[i];
        const double room = std::max(note.at_px - left, right - note.at_px) - kGap;
        note.words = shortened(note.words, text_px, std::min(kWidest * text_px, room));
        place(note, std::span(notes).first(i), left, right, text_width(note.words, text_px));
    }
    if (notes.empty()) return 0;
    const auto [lowest, highest] = std::ranges::minmax(notes, {}, &Note::row);
    const int floor = lowest.row;
    const int rows = highest.row - floor + 1;
    for (Note& note : notes)
        note.row -= floor;
    return rows;
}

double notes_height(int rows, double text_px) {
    return rows * text_px * kRowHeight;
}

void append_note_lines(Html& drawing, const Frame& frame, const std::vector<Note>& notes) {
    Path lines;
    for (const Note& note : notes) {
        lines.move_to(note.at_px, frame.top - notes_height(note.row + 1, frame.text_px));
        lines.up_or_down_to(frame.bottom);
    }
    if (!lines.empty())
        drawing.append(R"(<path class="pr-note" d="{}" stroke="{}"/>)", lines.data(), kPale);
}

void append_note_words(Html& drawing, const Frame& frame, const std::vector<Note>& notes) {
    for (const Note& note : notes) {
        const double baseline = frame.top - notes_height(note.row, frame.text_px) - kGap;
        append_words(drawing, note.ends_at_line ? note.end_px : note.begin_px, baseline,
                     note.ends_at_line ? Anchor::end : Anchor::start, kInk, note.words);
    }
}

}  // namespace primum::chart
