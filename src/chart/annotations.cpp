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

// Tries places for note i and all after it, each clear of those before. Rows may be tried below the
// lowest so far: the rest then moves up. `tries` keeps a hopeless crowd from taking long.
class Search {
public:
    Search(std::vector<Note>& notes, double left, double right, double text_px)
        : notes_(notes), left_(left), right_(right), text_px_(text_px) {}

    bool place_from(std::size_t i) {
        if (i == notes_.size()) return true;
        for (const int row : {0, 1, -1, 2, -2, 3, -3}) {
            for (const bool ends_at_line : {false, true}) {
                if (--tries_ < 0) return false;
                put(notes_[i], row, ends_at_line, width(i));
                if (is_clear(i) && place_from(i + 1)) return true;
            }
        }
        return false;
    }

    // A row for each, so that at least words do not cover words.
    void stack() {
        for (std::size_t i = 0; i < notes_.size(); ++i) {
            const bool ends_at_line = notes_[i].at_px - left_ > right_ - notes_[i].at_px;
            put(notes_[i], static_cast<int>(i), ends_at_line, width(i));
        }
    }

private:
    double width(std::size_t i) const { return text_width(notes_[i].words, text_px_); }

    bool is_clear(std::size_t i) const {
        return notes_[i].begin_px >= left_ && notes_[i].end_px <= right_ &&
               !clashes(notes_[i], std::span(notes_).first(i));
    }

    std::vector<Note>& notes_;
    double left_;
    double right_;
    double text_px_;
    int tries_ = 5000;
};

}  // namespace

int arrange(std::vector<Note>& notes, double left, double right, double text_px) {
    if (notes.empty()) return 0;
    std::ranges::sort(notes, std::ranges::greater(), &Note::at_px);
    for (Note& note : notes) {
        const double room = std::max(note.at_px - left, right - note.at_px) - kGap;
        note.words = shortened(note.words, text_px, std::min(kWidest * text_px, room));
    }
    Search search(notes, left, right, text_px);
    if (!search.place_from(0)) search.stack();

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
