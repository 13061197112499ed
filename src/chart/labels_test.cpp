#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "chart/annotations.h"
#include "chart/end_labels.h"
#include "chart/expect_picture.h"
#include "chart/name_tags.h"
#include "chart/text_width.h"

namespace primum::chart {
namespace {

using testing::ElementsAre;

std::vector<double> pushed(const std::vector<double>& lines, double gap, double top,
                           double bottom) {
    std::vector<EndLabel> labels;
    for (const double line : lines)
        labels.push_back({.line_px = line});
    push_apart(labels, gap, top, bottom);
    std::vector<double> places;
    for (const EndLabel& label : labels)
        places.push_back(label.label_px);
    return places;
}

TEST(EndLabels, StayAtTheirLinesWhereThereIsRoom) {
    EXPECT_THAT(pushed({200, 20, 100}, 18, 0, 300), ElementsAre(20, 100, 200));
}

// By hand: two labels 2 apart that must be 18 apart each give way by 8.
TEST(EndLabels, ShareTheWayWhenTheyMustMove) {
    EXPECT_THAT(pushed({100, 102}, 18, 0, 300), ElementsAre(92, 110));
    EXPECT_THAT(pushed({100, 100, 100}, 18, 0, 300), ElementsAre(82, 100, 118));
}

TEST(EndLabels, StayWithinThePlot) {
    EXPECT_THAT(pushed({298, 299, 300}, 18, 0, 300), ElementsAre(264, 282, 300));
    EXPECT_THAT(pushed({0, 1}, 18, 10, 300), ElementsAre(10, 28));
}

TEST(EndLabels, NeverOverlap) {
    const std::vector<double> lines = noise(400, 150, 60);
    for (std::size_t i = 0; i + 4 <= lines.size(); i += 4) {
        const auto places =
            pushed({lines[i], lines[i + 1], lines[i + 2], lines[i + 3]}, 18, 0, 300);
        for (std::size_t k = 1; k < 4; ++k)
            EXPECT_GE(places[k] - places[k - 1], 18 - 1e-9);
        EXPECT_GE(places.front(), 0);
        EXPECT_LE(places.back(), 300 + 1e-9);
    }
}

// Whether words of one note lie on words of another, or its line runs through them.
int clashes(const std::vector<Note>& notes) {
    int count = 0;
    for (const Note& a : notes) {
        for (const Note& b : notes) {
            if (&a == &b) continue;
            if (a.row == b.row && a.begin_px < b.end_px && b.begin_px < a.end_px) ++count;
            if (a.row > b.row && a.at_px > b.begin_px && a.at_px < b.end_px) ++count;
        }
    }
    return count;
}

TEST(Annotations, StandInOneRowWhereTheyFit) {
    std::vector<Note> notes = {{.at_px = 100, .words = "Audit"},
                               {.at_px = 300, .words = "Training"}};
    EXPECT_EQ(arrange(notes, 0, 880, 14), 1);
    EXPECT_EQ(clashes(notes), 0);
}

TEST(Annotations, NeverCoverOrCrossEachOther) {
    const std::vector<double> places = noise(400, 440, 300);
    for (std::size_t i = 0; i + 5 <= places.size(); i += 5) {
        std::vector<Note> notes;
        for (std::size_t k = 0; k < 5; ++k)
            notes.push_back(
                {.at_px = std::clamp(places[i + k], 40.0, 750.0),
                 .words = k % 2 == 0 ? "New protocol" : "Training of all staff begins"});
        const int rows = arrange(notes, 0, 880, 14);
        EXPECT_EQ(clashes(notes), 0) << "from " << i;
        EXPECT_LE(rows, 4);
        for (const Note& note : notes) {
            EXPECT_GE(note.begin_px, 0);
            EXPECT_LE(note.end_px, 880);
            EXPECT_GE(note.row, 0);
            EXPECT_LT(note.row, rows);
        }
    }
}

TEST(Annotations, AreShortenedRatherThanCut) {
    std::vector<Note> notes = {{.at_px = 180, .words = std::string(200, 'w')}};
    arrange(notes, 0, 360, 16);
    EXPECT_THAT(notes[0].words, testing::EndsWith("…"));
    EXPECT_LE(notes[0].end_px, 360);
}

TEST(NameTags, LeaveOutWhatHasNoRoom) {
    const Frame frame{.width = 300,
                      .height = 200,
                      .text_px = 14,
                      .left = 0,
                      .right = 300,
                      .top = 0,
                      .bottom = 200};
    NameTags tags(frame);
    Html drawing;
    tags.keep_clear(150, 100, 5);
    for (int i = 0; i < 6; ++i)
        tags.append(drawing, 150, 100, 5, "York");
    // One each to the right, to the left, above and below.
    const std::string drawn(drawing.markup());
    std::size_t count = 0;
    for (std::size_t at = drawn.find("York"); at != drawn.npos; at = drawn.find("York", at + 1))
        ++count;
    EXPECT_EQ(count, 4U);
}

TEST(TextWidth, IsNeverLessThanArialNeeds) {
    EXPECT_NEAR(text_width("Upper limit 12.3", 14), 1.07 * 14 * 7.004, 0.1);
    EXPECT_EQ(text_width("", 14), 0);
}

TEST(TextWidth, ShortensAtWholeCharacters) {
    EXPECT_EQ(shortened("Falls", 14, 100), "Falls");
    const std::string cut = shortened("Ysbyty Gwynedd – Ŵyl fawr", 14, 100);
    EXPECT_LE(text_width(cut, 14), 100);
    EXPECT_THAT(cut, testing::EndsWith("…"));
    EXPECT_EQ(shortened("ŴŴŴŴŴŴŴŴ", 14, 50), "ŴŴŴ…");
    EXPECT_EQ(shortened("abc", 14, 0), "…");
}

}  // namespace
}  // namespace primum::chart
