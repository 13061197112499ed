// An analyst asks for the statistics of a file.

#include <gmock/gmock.h>

#include "workshop.h"

namespace primum::journeys {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Analyse : public Workshop {};

constexpr std::string_view kFiveMonths =
    "month,value\n2025-01,10\n2025-02,12\n2025-03,11\n2025-04,15\n2025-05,13\n";

// By hand: mean 61/5 = 12.2, moving ranges 2 1 4 2 with mean 2.25, reach 2.66 * 2.25 = 5.985.
TEST_F(Analyse, PrintsTheColumnsOfTheContract) {
    file("months.csv", kFiveMonths);
    const auto done = run("primum analyse months.csv --chart i --format csv");
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(
        done.out,
        StartsWith("series,i,date,value,numerator,denominator,centre,lower,upper,lower2,upper2,"
                   "phase,baseline,excluded,signals,reading\r\n"
                   ",1,2025-01,10,,,12.199999999999999,6.21"));
    EXPECT_THAT(done.out, HasSubstr(",5,2025-05,13,,,12.199999999999999,"));
    EXPECT_THAT(done.out, HasSubstr(",1,1,0,,common\r\n"));
    EXPECT_EQ(done.err, "Columns guessed from their headings: date = 'month', value = 'value'.\n");
}

TEST_F(Analyse, SaysTheSameAsJson) {
    file("months.csv", kFiveMonths);
    const auto done =
        run("primum analyse months.csv --chart i --better lower --target 20 --format json");
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(
        done.out,
        StartsWith("{\"chart\":\"i\",\"rules\":\"mdc\",\"better\":\"lower\",\"target\":20.0,"));
    EXPECT_THAT(done.out,
                HasSubstr("\"variation\":\"common\",\"assurance\":\"pass\",\"sentence\":\""));
    EXPECT_THAT(done.out, HasSubstr("\"longest_run\":"));
    EXPECT_THAT(done.out, HasSubstr("\"crossings\":"));
    EXPECT_THAT(done.out, HasSubstr("\"crossings_limit\":"));
    EXPECT_THAT(done.out,
                HasSubstr("{\"i\":5,\"date\":\"2025-05\",\"value\":13.0,\"numerator\":null,"));
}

TEST_F(Analyse, PrintsATableForPeopleByDefault) {
    file("months.csv", kFiveMonths);
    const auto done = run("primum analyse months.csv");
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(done.out, HasSubstr("run chart"));
    EXPECT_THAT(done.err, HasSubstr("Chosen: run chart: with 5 points, limits would say little"));
}

TEST_F(Analyse, TakesPhasesExclusionsAndGroupsTogether) {
    file("wards.csv",
         "ward,month,falls,days,phase,exclude\n"
         "A,2025-01,1,1000,1,0\nA,2025-02,9,1000,1,1\nA,2025-03,3,1000,1,0\nA,2025-04,8,1000,2,0\n"
         "B,2025-01,5,1000,1,0\n");
    const auto done = run("primum analyse wards.csv --chart u --multiply 1000 --format csv");
    EXPECT_EQ(done.status, 0) << done.err;
    // The mean of the first phase is (1 + 3) / 2 per thousand: the 9 is set aside.
    EXPECT_THAT(done.out, HasSubstr("A,2,2025-02,9,9,1000,2,"));
    EXPECT_THAT(done.out, HasSubstr(",1,1,1,,"));
    EXPECT_THAT(done.out, HasSubstr("A,4,2025-04,8,8,1000,8,"));
    EXPECT_THAT(done.out, HasSubstr("B,1,2025-01,5,5,1000,5,"));
}

TEST_F(Analyse, MakesSubgroupsOfRowsWithOneDate) {
    file("rings.csv", "sample,value\n1,2\n1,4\n1,6\n2,3\n2,5\n2,4\n");
    const auto done = run("primum analyse rings.csv --chart xbar --date sample --format csv");
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr(",1,1,4,,3,4,"));
    EXPECT_THAT(done.out, HasSubstr(",2,2,4,,3,4,"));
}

TEST_F(Analyse, ReadsWhatExcelSaves) {
    const auto plain = file("plain.csv", "Datum;Wert\r\n01.04.2025;1,5\r\n01.05.2025;2,5\r\n");
    file("bom.csv", "\xEF\xBB\xBF" + text_of(plain));
    for (const auto* name : {"plain.csv", "bom.csv"}) {
        const auto done = run(std::string("primum analyse ") + name +
                              " --date Datum --value Wert --chart run --format csv");
        EXPECT_EQ(done.status, 0) << done.err;
        EXPECT_THAT(done.out, HasSubstr(",1,2025-04-01,1.5,"));
        EXPECT_THAT(done.err, HasSubstr("decimal commas"));
    }
}

TEST_F(Analyse, ReadsNamesInWindows1252AndUnicodeText) {
    file("old.csv", "ward,date,value\nH\xF4tel-Dieu,2025-04-01,1\n");
    const auto old = run("primum analyse old.csv --chart run --format csv");
    EXPECT_THAT(old.out, HasSubstr("Hôtel-Dieu,1,2025-04-01,1,"));
    EXPECT_THAT(old.err, HasSubstr("read as Windows-1252"));
    using namespace std::string_literals;
    file("wide.csv",
         "\xFF\xFE"
         "d\0a\0t\0e\0\t\0v\0a\0l\0u\0e\0\n\0"
         "1\0\t\0"
         "7\0\n\0"s);
    EXPECT_THAT(run("primum analyse wide.csv --chart run --format csv").out, HasSubstr(",1,1,7,"));
}

TEST_F(Analyse, ReadsAPipe) {
    const auto done =
        run("printf 'date,value\\n1,7\\n' | primum analyse /dev/stdin --chart run --format csv");
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr(",1,1,7,"));
}

TEST_F(Analyse, DisarmsNamesThatSpreadsheetsWouldRun) {
    file("names.csv", "ward,date,value\n=1+1,1,7\n");
    EXPECT_THAT(run("primum analyse names.csv --chart run --format csv").out,
                HasSubstr("'=1+1,1,1,7,"));
}

TEST_F(Analyse, RefusesFilesThatCannotBeRead) {
    expect_refused(run("primum analyse none.csv"), 1, "There is no file 'none.csv'");
    expect_refused(run("primum analyse ."), 1, "'.' is a folder");
    expect_refused(run("primum analyse /proc/self/mem"), 1, "cannot be read");
    file("large.csv", "date,value\n1,2\n");
    expect_refused(run("truncate -s 2G large.csv; primum analyse large.csv"), 1,
                   "larger than 1 GB");
    file("nul.csv", "date,value\n1,2\n");
    expect_refused(run("truncate -s 1M nul.csv; primum analyse nul.csv"), 1, "NUL character");
}

TEST_F(Analyse, RefusesFilesWithoutData) {
    file("empty.csv", "");
    expect_refused(run("primum analyse empty.csv"), 1, "The file is empty");
    file("headings.csv", "date,value\n");
    expect_refused(run("primum analyse headings.csv"), 1, "headings but no data");
}

TEST_F(Analyse, RefusesWhatIsWrongInTheFileByRowAndColumn) {
    const std::pair<const char*, const char*> cases[] = {
        {"date,value\n1,2\n2,two\n", "Row 3, column 'value' holds 'two', which is not a number"},
        {"date,value\n2025-01-01,2\n01/02/2025,3\n", "written in two ways"},
        {"date,value\n2025-01-01,2\nsoon,3\n",
         "Row 3, column 'date' holds 'soon', which is not a date"},
        {"date,value\n2025-01-01,2\n2025-01-01,3\n", "Rows 2 and 3 have the same date"},
        {"date,value\n1,2\n2\n", "Row 3 has 1 cells but the headings have 2"},
        {"date,value\n1,\"2\n", "Row 2, cell 2 opens a quotation mark"},
        {"date,date\n1,2\n", "heading 'date' twice"},
        {"date,,value\n1,x,2\n", "Row 1, cell 2 is empty"},
        {"date,value\n1,2e200\n", "Row 2, column 'value' is too large"},
    };
    for (const auto& [text, words] : cases) {
        file("bad.csv", text);
        expect_refused(run("primum analyse bad.csv --chart i"), 1, words);
    }
}

TEST_F(Analyse, RefusesNumbersThatTheChartCannotShow) {
    file("p.csv", "date,numerator,denominator\n1,2,10\n2,11,10\n");
    expect_refused(run("primum analyse p.csv --chart p"), 1,
                   "Row 3, column 'numerator' is above its denominator");
    expect_refused(run("primum analyse p.csv --chart u --where date=2 --value numerator"), 1,
                   "needs denominators");
    file("c.csv", "date,value\n1,-2\n");
    expect_refused(run("primum analyse c.csv --chart c"), 1, "Row 2, column 'value' is below zero");
    file("t.csv", "date,value\n1,2\n2,0\n");
    expect_refused(run("primum analyse t.csv --chart t"), 1,
                   "Row 3, column 'value' is not above zero");
}

TEST_F(Analyse, NamesTheNearestColumn) {
    file("months.csv", "month,breaches,attendances\n2025-01,1,10\n");
    expect_refused(run("primum analyse months.csv --numerator breach"), 1,
                   "did you mean 'breaches'?");
    expect_refused(run("primum analyse months.csv --where ward=7"), 1, "There is no column 'ward'");
    expect_refused(run("primum analyse months.csv --where month=2026-01"), 1,
                   "that column holds '2025-01'");
}

TEST_F(Analyse, CallsWrongUsageByItsOwnStatus) {
    file("months.csv", kFiveMonths);
    expect_refused(run("primum analyse"), 2, "file is required");
    expect_refused(run("primum analyse months.csv --chart pie"), 2, "--chart takes one of");
    expect_refused(run("primum analyse months.csv --format pdf"), 2, "--format");
    expect_refused(run("primum analyse months.csv --target soon"), 2, "--target");
    expect_refused(run("primum analyse months.csv --colour red"), 2, "--colour");
    expect_refused(run("primum draw"), 2, "There is no verb 'draw'");
    expect_refused(run("primum"), 2, "Say what to do");
}

TEST_F(Analyse, ExplainsItselfWithAnExample) {
    const auto help = run("primum analyse --help");
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("Example:\n  primum analyse"));
    EXPECT_THAT(run("primum --help").out, HasSubstr("analyse"));
    EXPECT_THAT(run("primum --version").out, StartsWith("primum "));
}

TEST_F(Analyse, SaysSoWhenItsOutputHasNowhereToGo) {
    file("months.csv", kFiveMonths);
    const auto done = run("primum analyse months.csv >/dev/full");
    EXPECT_EQ(done.status, 1);
    EXPECT_THAT(done.err, HasSubstr("cannot be written"));
}

TEST_F(Analyse, LeavesTerminalsAlone) {
    file("bad.csv", "date,value\n1,\x1b[31mred\n");
    EXPECT_THAT(run("primum analyse bad.csv").err, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace primum::journeys
