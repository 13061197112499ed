#include "boards/pack.h"

#include <gmock/gmock.h>

#include <regex>

#include "boards/board_page.h"
#include "boards/testing.h"
#include "design/testing.h"
#include "organisations/tree.h"
#include "xlsx/workbook.h"

namespace primum::boards {
namespace {

using ::testing::ElementsAreArray;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class Packs : public testing::TestWithParam<store::Engine> {
protected:
    Packs() {
        auto share = measures::falls();
        share.name = "Risk assessed";
        share.numerator = "Patients assessed";
        share.denominator = "Patients";
        share.unit = "percent";
        share.multiplier = 100;
        share.chart = spc::Chart::p;
        share.better = spc::Better::higher;
        const auto assessed = add_measure_to(*db, tree.country, "ASSESSED", share);
        const auto falls = add_measure_to(*db, tree.country, "FALLS", measures::falls());
        put_months(*db, open_at(*db, tree.ward, falls), day("2024-01-01"), improving());
        std::vector<std::pair<double, double>> months;
        for (int i = 0; i < 24; ++i)
            months.emplace_back(50 + i % 4, 70);
        put_months(*db, open_at(*db, tree.ward, assessed), day("2024-01-01"), months);
        const auto series =
            *measures::find_series_by_code(*db->read(), everywhere().may_read(tree.ward), "falls");
        db->write([&](store::Writer& writer) {
            const auto key = everywhere().may_write(tree.ward);
            measures::save_target(writer, key, stamp(), series.id,
                                  {.from = day("2024-01-01"), .value = 1.5});
            measures::refresh_reading(writer, key, stamp(), series, kToday);
        });
        const auto reader = db->read();
        board = board_of(*reader, everywhere().may_read(tree.ward),
                         *organisations::find_organisation(*reader, tree.ward), kToday);
        kinds.emplace(organisations::kinds_of(*reader));
        pack = pack_of(view, *board, *kinds);
    }

    /// Value, target, mean and limits of each measure, in the order of the board.
    std::vector<std::string> wanted() const {
        std::vector<std::string> numbers;
        for (const PackRow& row : pack.rows)
            for (const auto& one : {row.value, row.target, row.centre, row.lower, row.upper})
                numbers.push_back(one ? std::to_string(*one) : "");
        return numbers;
    }

    /// "31%", "1,234.5" and "–" as numbers.
    static std::string number(std::string text) {
        std::erase_if(text, [](char c) { return c == ',' || c == '%'; });
        if (text == "–" || text.empty()) return "";
        return std::to_string(std::stod(text));
    }

    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    design::View view = design::view_in("en");
    std::optional<Board> board;
    std::optional<organisations::Kinds> kinds;
    Pack pack;
};

// What stands in the cells of a row of the page's table, one pattern a cell.
TEST_P(Packs, HaveTheNumbersOfThePage) {
    const std::string html(board_page(view, {.board = *board, .kinds = *kinds}).markup());
    const auto table = html.substr(html.find("pr-board-icons"));
    const std::string rows = table.substr(0, table.find("</table>"));
    const std::regex cell(
        R"(nhsuk-table__cell--numeric"[^>]*>(?:<span[^>]*>[^<]*</span>)?\s*(?:<span>)?([^<\s]+))");
    std::vector<std::string> found;
    for (std::sregex_iterator at(rows.begin(), rows.end(), cell), end; at != end; ++at)
        found.push_back(number((*at)[1]));
    EXPECT_THAT(found, ElementsAreArray(wanted()));
}

TEST_P(Packs, HaveTheSameNumbersAsCsv) {
    const std::string csv = pack_csv(pack);
    EXPECT_THAT(csv, StartsWith("measure,code,unit,period,value,target,"));
    std::vector<std::string> found;
    std::size_t line = csv.find("\r\n") + 2;
    for (std::size_t i = 0; i < pack.rows.size(); ++i) {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (; quoted || !csv.substr(line).starts_with("\r\n"); ++line) {
            if (csv[line] == '"') quoted = !quoted;
            csv[line] == ',' && !quoted ? void(cells.emplace_back())
                                        : void(cells.back() += csv[line]);
        }
        line += 2;
        for (const std::size_t column : {4, 5, 8, 9, 10})
            found.push_back(number(cells.at(column)));
    }
    EXPECT_THAT(found, ElementsAreArray(wanted()));
}

TEST_P(Packs, HaveTheSameNumbersAsAWorkbook) {
    const auto bytes = pack_xlsx(view, pack, stamp().at);
    ASSERT_TRUE(bytes) << bytes.error().sentence;
    const auto book = xlsx::read(*bytes);
    ASSERT_TRUE(book) << book.error().sentence;
    ASSERT_THAT(book->sheets, SizeIs(3));
    EXPECT_EQ(book->sheets[0].name, "Board");
    EXPECT_EQ(book->sheets[1].name, "Data");
    EXPECT_EQ(book->sheets[2].name, "Definitions");
    std::vector<std::string> found;
    for (std::size_t i = 1; i < book->sheets[0].rows.size(); ++i)
        for (const std::uint32_t column : {4U, 5U, 8U, 9U, 10U}) {
            std::string cell;
            for (const xlsx::Cell& one : book->sheets[0].cells_of(book->sheets[0].rows[i]))
                if (one.column == column) cell = one.text;
            found.push_back(number(cell));
        }
    EXPECT_THAT(found, ElementsAreArray(wanted()));
    // A heading, and 24 months of two measures.
    EXPECT_THAT(book->sheets[1].rows, SizeIs(49));
}

// The text of the pages before they become a PDF; text stays text there.
TEST_P(Packs, HaveTheSameNumbersOnPaper) {
    const auto pages = pack_pages(view, *board, pack);
    ASSERT_THAT(pages, SizeIs(Ge(3U)));
    for (const PackRow& row : pack.rows)
        for (const auto& one : {row.row->reading.value, row.row->reading.centre,
                                row.row->reading.lower, row.row->reading.upper})
            EXPECT_THAT(pages[0], HasSubstr(">" + row.row->drawn.number(one) + "</text>"));
    const auto pdf = pack_pdf(view, *board, pack);
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_THAT(*pdf, HasSubstr("/Count " + std::to_string(pages.size())));
}

TEST_P(Packs, RunNoFormulaThatSomebodyTyped) {
    pack.rows[0].narrative = "=HYPERLINK(\"http://example.org\")";
    EXPECT_THAT(pack_csv(pack), Not(HasSubstr(",\"=HYPERLINK")));
    EXPECT_THAT(pack_csv(pack), HasSubstr("'=HYPERLINK"));
}

INSTANTIATE_TEST_SUITE_P(Engines, Packs, store::testing::engines(), store::testing::engine_name);

}  // namespace
}  // namespace primum::boards
