#include "xlsx/writer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <stdexcept>

#include "xlsx/testing_python.h"
#include "xlsx/workbook.h"

namespace primum::xlsx {
namespace {

using namespace std::chrono_literals;

constexpr Instant kMade = Day(2026y / 3 / 4) + 5h;
constexpr Day kDay = 2025y / 4 / 25;

template <class T>
T answer(Checked<T> checked) {
    if (!checked) throw std::runtime_error(checked.error().sentence);
    return std::move(*checked);
}

std::string two_sheets() {
    auto writer = answer(Writer::begin("Falls", kMade));
    const Column data[] = {{"Ward", Format::text, 20},
                           {"Period", Format::date},
                           {"Falls", Format::number},
                           {"Share", Format::percent}};
    writer.sheet("Data", data);
    writer.text("=HYPERLINK(\"http://example.org\")");
    writer.date(kDay);
    writer.number(0.1 + 0.2);
    writer.number(0.25);
    writer.end_row();
    writer.text("Ward \xC3\xA9 \"7\"\n<&>");
    writer.empty();
    writer.number(std::numeric_limits<double>::quiet_NaN());
    writer.end_row();
    const Column words[] = {{"Term", Format::text, 30}};
    writer.sheet("Definitions: all/of them?", words);
    writer.text("0017");
    writer.end_row();
    return answer(writer.finish());
}

TEST(Writer, WritesWhatTheReaderReads) {
    const std::string bytes = two_sheets();
    const auto book = answer(read(bytes));
    ASSERT_EQ(book.sheets.size(), 2U);
    EXPECT_EQ(book.sheets[1].name, "Definitions  all of them ");
    const auto& data = book.sheets[0];
    ASSERT_EQ(data.rows.size(), 3U);
    const auto row = data.cells_of(data.rows[1]);
    ASSERT_EQ(row.size(), 4U);
    EXPECT_EQ(row[0].text, "=HYPERLINK(\"http://example.org\")");
    EXPECT_EQ(row[0].kind, Kind::text);
    EXPECT_EQ(row[1].text, "2025-04-25");
    EXPECT_EQ(row[1].kind, Kind::date);
    EXPECT_DOUBLE_EQ(std::stod(std::string(row[2].text)), 0.1 + 0.2);
    EXPECT_EQ(row[3].kind, Kind::percent);
    const auto last = data.cells_of(data.rows[2]);
    ASSERT_EQ(last.size(), 1U);
    EXPECT_EQ(last[0].text, "Ward \xC3\xA9 \"7\"\n<&>");
    EXPECT_EQ(book.sheets[1].cells[1].text, "0017");
}

// openpyxl 3.0 as somebody else who reads it.
TEST(Writer, WritesWhatOthersRead) {
    EXPECT_EQ(python(R"(
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
data = book["Data"]
print(book.sheetnames, data.freeze_panes, data.auto_filter.ref, book.properties.title)
for row in data.iter_rows():
    print([(cell.data_type, cell.value, cell.number_format) for cell in row if cell.value is not None])
print(data.column_dimensions["A"].width > 19, book.worksheets[1]["A2"].data_type)
)",
                     two_sheets()),
              R"(['Data', 'Definitions  all of them '] A2 A1:D3 Falls
[('s', 'Ward', 'General'), ('s', 'Period', 'General'), ('s', 'Falls', 'General'), ('s', 'Share', 'General')]
[('s', '=HYPERLINK("http://example.org")', '@'), ('d', datetime.datetime(2025, 4, 25, 0, 0), 'dd mmm yyyy'), ('n', 0.3, 'General'), ('n', 0.25, '0.0%')]
[('s', 'Ward é "7"\n<&>', '@')]
True s
)");
}

// What openpyxl writes: text, numbers, dates, percentages, merged cells, another sheet that is
// hidden, and a formula that nobody has calculated.
TEST(Workbook, IsReadAsOthersWriteIt) {
    const std::string bytes = python(R"py(
import openpyxl, datetime, sys
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Ward é"
sheet["A1"] = "April"
sheet.merge_cells("A1:B1")
sheet["A2"] = datetime.date(2024, 2, 29)
sheet["B2"] = datetime.datetime(2024, 2, 29, 13, 30)
sheet["C2"] = 0.125
sheet["C2"].number_format = "0.0%"
sheet["D2"] = True
sheet["E2"] = "=SUM(A1:A2)"
sheet["F2"] = "a < b & \"c\"\nd"
sheet["G2"] = 1e-7
other = book.create_sheet("Lists")
other.sheet_state = "veryHidden"
book.save(sys.argv[1])
print(open(sys.argv[1], "rb").read().hex(), end="")
)py",
                                     "");
    std::string file;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        file += static_cast<char>(std::stoi(bytes.substr(i, 2), nullptr, 16));
    const auto book = answer(read(file));
    ASSERT_EQ(book.sheets.size(), 2U);
    EXPECT_EQ(book.sheets[0].name, "Ward \xC3\xA9");
    EXPECT_TRUE(book.sheets[1].hidden);
    const auto& sheet = book.sheets[0];
    EXPECT_EQ(sheet.cells_of(sheet.rows[0]).size(), 2U);
    const auto row = sheet.cells_of(sheet.rows[1]);
    ASSERT_EQ(row.size(), 7U);
    EXPECT_EQ(row[0].text, "2024-02-29");
    EXPECT_EQ(row[1].text, "2024-02-29T13:30:00");
    EXPECT_EQ(row[2].kind, Kind::percent);
    EXPECT_EQ(row[3].text, "TRUE");
    EXPECT_EQ(row[4].text, "=SUM(A1:A2)");
    EXPECT_EQ(row[4].kind, Kind::error);
    EXPECT_EQ(row[5].text, "a < b & \"c\"\nd");
    EXPECT_DOUBLE_EQ(std::stod(std::string(row[6].text)), 1e-7);
}

TEST(Writer, CutsWhatExcelDoesNotTake) {
    auto writer = answer(Writer::begin("", kMade));
    const Column column[] = {{"Note"}};
    writer.sheet(std::string(40, 'n'), column);
    writer.text(std::string(40'000, 'x'));
    writer.end_row();
    writer.text("broken \xFF");
    writer.end_row();
    const std::string bytes = answer(writer.finish());
    const auto book = answer(read(bytes));
    EXPECT_EQ(book.sheets[0].name.size(), 31U);
    EXPECT_EQ(book.sheets[0].cells[1].text.size(), 32'767U);
    EXPECT_EQ(book.sheets[0].cells[2].text, "broken ?");
}

}  // namespace
}  // namespace primum::xlsx
