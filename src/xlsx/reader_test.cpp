#include <gmock/gmock.h>

#include <stdexcept>

#include "xlsx/sentences.h"
#include "xlsx/testing_parts.h"
#include "xlsx/workbook.h"

namespace primum::xlsx {
namespace {

using ::testing::ElementsAre;
using namespace testing;

/// "B2 number 17" of each cell.
std::vector<std::string> described(const Sheet& sheet) {
    constexpr const char* kNames[] = {"text", "number",  "percent", "date",
                                      "time", "boolean", "error"};
    std::vector<std::string> all;
    for (const Row& row : sheet.rows)
        for (const Cell& cell : sheet.cells_of(row))
            all.push_back(column_name(cell.column) + std::to_string(row.number) + " " +
                          kNames[static_cast<int>(cell.kind)] + " " + std::string(cell.text));
    return all;
}

std::vector<std::string> cells(const Parts& parts) {
    const auto book = read(packed(parts));
    if (!book) throw std::runtime_error(book.error().sentence);
    return described(book->sheets.at(0));
}

std::string refusal(const Parts& parts, const Limits& limits = {}) {
    const auto book = read(packed(parts), limits);
    return book ? "" : book.error().sentence;
}

constexpr std::string_view kOneCell = R"(<row r="1"><c r="A1"><v>17</v></c></row>)";

TEST(Workbook, GivesValuesWithTheirKinds) {
    EXPECT_THAT(
        cells(
            workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
                     R"(<row r="2"><c r="A2" s="1"><v>45772</v></c><c r="B2" s="2"><v>0.25</v></c>)"
                     R"(<c r="C2"><v>17.5</v></c><c r="D2" t="b"><v>1</v></c>)"
                     R"(<c r="E2" t="e"><v>#DIV/0!</v></c>)"
                     R"(<c r="F2" t="inlineStr"><is><t>two</t></is></c></row>)")),
        ElementsAre("A1 text ward", "B1 text a & b", "A2 date 2025-04-25", "B2 percent 0.25",
                    "C2 number 17.5", "D2 boolean TRUE", "E2 error #DIV/0!", "F2 text two"));
}

TEST(Workbook, TakesTheSavedResultsOfFormulasAndSaysWhereThereIsNone) {
    EXPECT_THAT(cells(workbook(R"(<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12</v></c>)"
                               R"(<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>)"
                               R"(<c r="C1"><f>NOW()</f></c></row>)")),
                ElementsAre("A1 number 12", "B1 text ab", "C1 error =NOW()"));
}

TEST(Workbook, KeepsThePlacesOfSparseCellsAndCountsOnWhereNoneIsGiven) {
    EXPECT_THAT(cells(workbook(R"(<row r="3"><c r="AB3"><v>1</v></c><c><v>2</v></c></row>)"
                               R"(<row><c><v>3</v></c></row>)")),
                ElementsAre("AB3 number 1", "AC3 number 2", "A4 number 3"));
}

TEST(Workbook, GivesEveryMergedCellTheValueOfTheFirst) {
    EXPECT_THAT(cells(workbook(R"(<row r="1"><c r="B1" t="s"><v>0</v></c></row>)"
                               R"(<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>2</v></c></row>)",
                               R"(<mergeCells><mergeCell ref="B1:ZZ2"/></mergeCells>)")),
                ElementsAre("B1 text ward", "C1 text ward", "B2 text ward", "C2 text ward",
                            "A3 number 1", "C3 number 2"));
}

// By hand: Excel shows 1 as 1 January 1900, 59 as 28 February, 61 as 1 March, and 60 as a day that
// never was. In the other epoch 0 is 1 January 1904.
TEST(Workbook, CountsDaysAsExcelDoes) {
    const std::string_view rows =
        R"(<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c>)"
        R"(<c r="C1" s="1"><v>60</v></c><c r="D1" s="1"><v>61</v></c>)"
        R"(<c r="E1" s="1"><v>0.25</v></c><c r="F1" s="1"><v>45772.5</v></c></row>)";
    EXPECT_THAT(
        cells(workbook(rows)),
        ElementsAre("A1 date 1900-01-01", "B1 date 1900-02-28", "C1 number 60",
                    "D1 date 1900-03-01", "E1 time 06:00:00", "F1 date 2025-04-25T12:00:00"));
    EXPECT_THAT(cells(workbook(R"(<row r="1"><c r="A1" s="1"><v>0</v></c></row>)", "",
                               R"(<workbookPr date1904="1"/>)")),
                ElementsAre("A1 date 1904-01-01"));
}

TEST(Workbook, NamesSheetsAndSaysWhichAreHidden) {
    auto parts = with(workbook(kOneCell), "xl/workbook.xml",
                      R"(<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets>)"
                      R"(<x:sheet name="April" r:id="s1"/>)"
                      R"(<x:sheet name="Lists &amp; codes" state="hidden" r:id="s2"/>)"
                      R"(</x:sheets></x:workbook>)");
    parts = with(parts, "xl/_rels/workbook.xml.rels",
                 R"(<Relationships><Relationship Id="s1" Type="a/worksheet" )"
                 R"(Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="a/worksheet" )"
                 R"(Target="/xl/other.xml"/></Relationships>)");
    parts = with(parts, "xl/other.xml", "<worksheet/>");
    const auto book = read(packed(parts));
    ASSERT_TRUE(book) << book.error().sentence;
    ASSERT_EQ(book->sheets.size(), 2U);
    EXPECT_EQ(book->sheets[0].name, "April");
    EXPECT_FALSE(book->sheets[0].hidden);
    EXPECT_EQ(book->sheets[1].name, "Lists & codes");
    EXPECT_TRUE(book->sheets[1].hidden);
}

TEST(Workbook, WritesControlCharactersAsTheyAre) {
    EXPECT_THAT(cells(workbook(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000A_b_x005F_x</t>)"
                               R"(</is></c></row>)")),
                ElementsAre("A1 text a\nb_x"));
}

TEST(Workbook, RefusesDocumentTypesAndEntities) {
    const std::string bomb = R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>)"
                             R"(<sst><si><t>&b;</t></si></sst>)";
    EXPECT_EQ(refusal(with(workbook(kOneCell), "xl/sharedStrings.xml", bomb)), kDocumentType);
    EXPECT_EQ(refusal(with(workbook(kOneCell), "xl/worksheets/sheet1.xml",
                           R"(<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>)")),
              kDocumentType);
}

TEST(Workbook, RefusesMacrosLinksAndOtherKindsOfFiles) {
    const Parts plain = workbook(kOneCell);
    EXPECT_EQ(refusal(with(plain, "xl/vbaProject.bin", "x")), kMacros);
    EXPECT_EQ(refusal(with(plain, "[Content_Types].xml",
                           R"(<Types><Override PartName="/xl/workbook.xml" ContentType=)"
                           R"("application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>)")),
              kMacros);
    EXPECT_EQ(refusal(with(plain, "xl/externalLinks/externalLink1.xml", "<a/>")), kLinks);
    EXPECT_EQ(refusal(with(plain, "xl/workbook.bin", "x")), kBinaryKind);
    EXPECT_EQ(refusal({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
              kOtherProgram);
    EXPECT_EQ(refusal({{"word/document.xml", "<a/>"}}), kNoWorkbook);
    EXPECT_EQ(read("period,falls\r\n").error().sentence, kNoWorkbook);
    const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_EQ(read(old + "Workbook").error().sentence, kOldKind);
    std::string locked = old;
    for (const char c : std::string_view("EncryptedPackage"))
        locked += {c, '\0'};
    EXPECT_EQ(read(locked).error().sentence, kPassword);
}

TEST(Workbook, RefusesWhatIsBeyondItsLimits) {
    const Parts two = workbook(R"(<row r="1"><c><v>12</v></c><c><v>34</v></c></row>)");
    EXPECT_EQ(refusal(two, {.cells = 2}), "");
    EXPECT_EQ(refusal(two, {.cells = 1}), kTooLarge);
    EXPECT_EQ(refusal(two, {.text_bytes = 4}), "");
    EXPECT_EQ(refusal(two, {.text_bytes = 3}), kTooLarge);
    EXPECT_EQ(refusal(two, {.marks = 5}), kTooLarge);
    EXPECT_NE(refusal(two, {.entries = 3}), "");
    EXPECT_NE(refusal(two, {.unpacked_bytes = 400}), "");
}

// One long text a million times would be gigabytes for whoever copies the cells; so would one that
// is merged over the whole sheet.
TEST(Workbook, CountsTextsAsOftenAsCellsHaveThem) {
    const std::string rows =
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>)" + std::string(30'000, 'x') +
        R"(</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>)";
    EXPECT_EQ(refusal(workbook(rows)), "");
    EXPECT_EQ(
        refusal(workbook(rows, R"(<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>)")),
        kTooLarge);
}

TEST(Workbook, RefusesWhatIsDamaged) {
    const Parts plain = workbook(kOneCell);
    EXPECT_EQ(refusal(with(plain, "xl/worksheets/sheet1.xml", "<worksheet><row>")), kDamaged);
    EXPECT_EQ(refusal(with(plain, "xl/workbook.xml",
                           R"(<workbook><sheets><sheet id="none"/></sheets></workbook>)")),
              kDamaged);
    EXPECT_EQ(refusal(workbook(R"(<row r="2"/><row r="1"/>)")), kDamaged);
    EXPECT_EQ(refusal(workbook(R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)")), kDamaged);
    EXPECT_EQ(refusal(workbook(R"(<row r="1"><c t="s"><v>2</v></c></row>)")), kDamaged);
    const std::string bytes = packed(plain);
    for (std::size_t cut = 0; cut < bytes.size(); cut += 97)
        EXPECT_FALSE(read(std::string_view(bytes).substr(0, cut)));
}

TEST(Workbook, IsKnownByItsBytes) {
    EXPECT_TRUE(looks_like_workbook(packed(workbook(kOneCell))));
    EXPECT_TRUE(looks_like_workbook("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
    EXPECT_FALSE(looks_like_workbook(packed({{"etr.csv", "a,b"}})));
    EXPECT_FALSE(looks_like_workbook("a,b"));
}

}  // namespace
}  // namespace primum::xlsx
