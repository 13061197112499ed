// An analyst asks for charts of a file.

#include <gmock/gmock.h>

#include "workshop.h"

namespace primum::journeys {
namespace {

using testing::HasSubstr;

class Chart : public Workshop {
protected:
    void SetUp() override {
        Workshop::SetUp();
        std::string text = "ward,month,value\n";
        for (const auto* ward : {"A", "<b>B</b>"})
            for (int month = 1; month <= 12; ++month)
                text += std::string(ward) + ",2025-" + (month < 10 ? "0" : "") +
                        std::to_string(month) + "," + std::to_string(20 + (month * 7) % 5) + "\n";
        file("wards.csv", text);
    }
};

TEST_F(Chart, MakesAPageAndAPictureForEachSeriesAndAnIndex) {
    const auto done = run("primum chart wards.csv --better lower --target 30 --out charts");
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(done.out, "charts/index.html\n");
    EXPECT_EQ(contents(), "charts wards.csv");
    EXPECT_EQ(run("ls -A charts").out,
              ".primum\nA.csv\nA.html\nA.svg\nb-B-b.csv\nb-B-b.html\nb-B-b.svg\ncharts.css\nindex."
              "html\n");
    EXPECT_THAT(text_of(path("charts/A.svg")), HasSubstr("<svg"));
    const auto index = text_of(path("charts/index.html"));
    EXPECT_TRUE(index.contains("<a href=\"A.html\">A</a>"));
    EXPECT_TRUE(index.contains(">&lt;b&gt;B&lt;/b&gt;</a>"));
    EXPECT_FALSE(index.contains("<b>B"));
    EXPECT_FALSE(index.contains("style="));
}

TEST_F(Chart, WritesOtherPicturesWhenAsked) {
    const auto done = run("primum chart wards.csv --out charts --png --pdf");
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_TRUE(text_of(path("charts/A.png")).starts_with("\x89PNG"));
    EXPECT_TRUE(text_of(path("charts/A.pdf")).starts_with("%PDF"));
}

TEST_F(Chart, ReplacesItsOwnEarlierOutput) {
    ASSERT_EQ(run("primum chart wards.csv --out charts").status, 0);
    const auto again = run("primum chart wards.csv --where ward=A --out charts/");
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(run("ls charts").out, "A.csv\nA.html\nA.svg\ncharts.css\nindex.html\n");
    EXPECT_EQ(contents(), "charts wards.csv");
}

TEST_F(Chart, LeavesOtherPeoplesFilesAlone) {
    ASSERT_EQ(run("primum chart wards.csv --out charts").status, 0);
    file("charts/notes.txt", "mine");
    expect_refused(run("primum chart wards.csv --out charts"), 1, "holds 'notes.txt'");
    expect_refused(run("primum chart wards.csv --out ."), 1,
                   "which is not part of an earlier output");
    expect_refused(run("primum chart wards.csv --out wards.csv"), 1, "is a file");
    EXPECT_EQ(text_of(path("charts/notes.txt")), "mine");
    EXPECT_EQ(contents(), "charts wards.csv");
}

TEST_F(Chart, WritesNothingWhenTheFileIsWrong) {
    file("bad.csv", "date,value\n1,2\n2,two\n");
    expect_refused(run("primum chart bad.csv --out charts"), 1, "Row 3, column 'value'");
    EXPECT_EQ(contents(), "bad.csv wards.csv");
}

// No file may grow beyond a few blocks, as on a disk that is full.
TEST_F(Chart, LeavesNothingBehindWhenTheDiskIsFull) {
    expect_refused(run("(trap '' XFSZ; ulimit -f 2; primum chart wards.csv --out charts)"), 1,
                   "cannot be written");
    EXPECT_EQ(contents(), "wards.csv");
    ASSERT_EQ(run("primum chart wards.csv --out charts").status, 0);
    const auto before = text_of(path("charts/index.html"));
    expect_refused(run("(trap '' XFSZ; ulimit -f 2; primum chart wards.csv --out charts)"), 1,
                   "cannot be written");
    EXPECT_EQ(text_of(path("charts/index.html")), before);
    EXPECT_EQ(contents(), "charts wards.csv");
}

TEST_F(Chart, RefusesPlacesWhereNothingCanBeWritten) {
    expect_refused(run("primum chart wards.csv --out /proc/charts"), 1, "cannot be written");
    expect_refused(run("primum chart wards.csv --out wards.csv/charts"), 1, "cannot be written");
    expect_refused(run("primum chart wards.csv"), 2, "--out is required");
}

}  // namespace
}  // namespace primum::journeys
