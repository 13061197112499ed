#include "imports/read_table.h"

#include <gmock/gmock.h>

#include <cmath>
#include <stdexcept>

#include "imports/file.h"
#include "imports/mapping.h"
#include "xlsx/writer.h"

namespace primum::imports {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

File file_of(std::string bytes) {
    auto file = open_file(std::move(bytes));
    if (!file) throw std::runtime_error(file.error().sentence);
    return std::move(*file);
}

std::string number(double value) {
    if (std::isnan(value)) return "-";
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

/// "2 RZ9 FALLS women 2025-04-01 3/812 note" of each row; what is not there is left out.
std::vector<std::string> described(const Reading& reading) {
    std::vector<std::string> lines;
    for (const Incoming& row : reading.rows) {
        std::string line = std::to_string(row.row);
        for (const auto name : {row.organisation, row.measure, row.stratum})
            if (name != kNobody) line += " " + std::string(reading.name_of(name));
        line += " " + iso_day(row.day) + " " + number(row.numerator);
        if (!std::isnan(row.denominator)) line += "/" + number(row.denominator);
        if (row.percent) line += " of 1";
        for (const auto name : {row.note, row.excluded})
            if (name != kNobody) line += " " + std::string(reading.name_of(name));
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> problems(const Reading& reading) {
    std::vector<std::string> lines;
    for (const RowProblem& problem : reading.problems)
        lines.push_back(std::to_string(problem.row) + " " + problem.column + " " + problem.what);
    return lines;
}

Reading read(const std::string& bytes) {
    const File file = file_of(bytes);
    if (file.dhis2) return *file.dhis2;
    const auto table = table_of(file, "");
    if (!table) throw std::runtime_error(table.error().sentence);
    auto reading = read_file(file, "", guess_mapping(*table));
    if (!reading) throw std::runtime_error(reading.error().sentence);
    return std::move(*reading);
}

TEST(Shapes, PrimumsOwnLongFile) {
    EXPECT_THAT(
        described(read("\xEF\xBB\xBForganisation_ods,measure,period_start,period_end,location,"
                       "numerator,denominator,value,target,stratum,note,excluded\r\n"
                       "RZ9,FALLS,2025-04-01,2025-04-30,Alderwick,3,812,3.69,,women,"
                       "\"'=first, \"\"new\"\" ward\nopened\",moved\r\n"
                       "RZ9,FALLS,2025-05-01,2025-05-31,Alderwick,,,,,,no data,\r\n")),
        ElementsAre("2 RZ9 FALLS women 2025-04-01 3/812 =first, \"new\" ward\nopened moved",
                    "3 RZ9 FALLS 2025-05-01 - no data"));
}

TEST(Shapes, NumeratorAndDenominatorByGroup) {
    EXPECT_THAT(
        described(read("Month;Ward;Falls;Bed days\nApr-25;4B;3;1.812,5\nMay-25;4B;0;790\n")),
        ElementsAre("2 4B 2025-04-01 3/1812.5", "3 4B 2025-05-01 0/790"));
}

TEST(Shapes, MakingDataCount) {
    EXPECT_THAT(described(read("date,value,facet,target\n01/04/2025,7.5,Ward 1,5\n"
                               "01/05/2025,n/a,Ward 1,5\n")),
                ElementsAre("2 Ward 1 2025-04-01 7.5", "3 Ward 1 2025-05-01 -"));
}

TEST(Shapes, WideWithAColumnForEachUnit) {
    EXPECT_THAT(
        described(read("Falls 2025,,\nMonth,Ward 1,Ward 2\nApril 2025,3,4\nMay 2025,,6\n")),
        ElementsAre("3 Ward 1 2025-04-01 3", "3 Ward 2 2025-04-01 4", "4 Ward 2 2025-05-01 6"));
}

TEST(Shapes, AcrossWithAColumnForEachPeriod) {
    EXPECT_THAT(described(read("Ward,Apr-25,May-25\nWard 1,3,12/13\nWard 2,25%,\n")),
                ElementsAre("2 Ward 1 2025-04-01 3", "3 Ward 2 2025-04-01 0.25 of 1",
                            "2 Ward 1 2025-05-01 12/13"));
}

TEST(Shapes, OneRowForEachIncident) {
    const auto reading = read(
        "Incident date,Ward,Category,Description\n"
        "03/04/2025 14:20,4B,Fall,Slipped\r\n04/04/2025 08:00,4B,Fall,Fell\n");
    EXPECT_TRUE(reading.counted);
    EXPECT_THAT(described(reading), ElementsAre("2 4B 2025-04-03 1", "3 4B 2025-04-04 1"));
}

TEST(Shapes, OneRowForEachObservation) {
    const auto reading = read(
        "Date of audit,Ward,Hands cleaned\n03/04/2025,4B,Yes\n03/04/2025,4B,no\n"
        "04/04/2025,4B,N/A\n");
    EXPECT_TRUE(reading.counted);
    EXPECT_THAT(described(reading), ElementsAre("2 4B 2025-04-03 1/1", "3 4B 2025-04-03 0/1"));
}

TEST(Shapes, Dhis2AsCsv) {
    EXPECT_THAT(described(read("\"dataelement\",\"period\",\"orgunit\",\"catoptcombo\","
                               "\"attroptcombo\",\"value\",\"storedby\",\"lastupd\",\"comment\"\n"
                               "\"FALLS\",\"202601\",\"RZ9\",\"default\",\"default\",\"12\",\"x\","
                               "\"2026-02-01\",\"late\"\n")),
                ElementsAre("2 RZ9 FALLS 2026-01-01 12 late"));
}

// The outer period and organisation unit hold where a value has none.
TEST(Shapes, Dhis2AsJson) {
    const auto reading = read(
        R"({"dataSet":"x","period":"2026W5","orgUnit":"RZ9","dataValues":[)"
        R"({"dataElement":"FALLS","value":"12","categoryOptionCombo":"women","comment":"late"},)"
        R"({"dataElement":"FALLS","period":"2026Q1","orgUnit":"RZ8","value":3},)"
        R"({"dataElement":"FALLS","value":"many"},{"dataElement":"FALLS","value":"1","deleted":true}]})");
    EXPECT_THAT(described(reading),
                ElementsAre("1 RZ9 FALLS women 2026-01-26 12 late", "2 RZ8 FALLS 2026-01-01 3"));
    EXPECT_THAT(problems(reading), ElementsAre("3 value 'many'"));
    EXPECT_FALSE(open_file(R"({"a":1})"));
}

TEST(Shapes, RedcapFlat) {
    EXPECT_THAT(described(read(
                    "record_id,redcap_event_name,redcap_data_access_group,period,numerator,"
                    "denominator,falls_complete\n1,baseline_arm_1,ward_4b,2025-04-01,3,812,2\n")),
                ElementsAre("2 ward_4b 2025-04-01 3/812"));
}

TEST(Shapes, AWorkbookWithDatesAndPercentages) {
    auto writer = xlsx::Writer::begin("", Instant{});
    const xlsx::Column columns[] = {
        {"Month", xlsx::Format::date}, {"Value", xlsx::Format::percent}, {"Ward"}};
    writer->sheet("Data", columns);
    writer->date(parse_iso_day("2025-04-01").value());
    writer->number(0.25);
    writer->text("4B");
    writer->end_row();
    const auto bytes = writer->finish();
    ASSERT_TRUE(bytes);
    EXPECT_THAT(described(read(*bytes)), ElementsAre("2 4B 2025-04-01 0.25 of 1"));
}

TEST(Shapes, SayWhichCellsTheyCannotRead) {
    const auto reading =
        read("date,value\n01/04/2025,7\n31/04/2025,8\n01/05/2025,many\n2025-06-01,9\n");
    EXPECT_THAT(described(reading), ElementsAre("2 2025-04-01 7", "5 2025-06-01 9"));
    EXPECT_THAT(problems(reading), ElementsAre("3 date '31/04/2025'", "4 value 'many'"));
}

TEST(Shapes, AreReadInEveryEncoding) {
    EXPECT_THAT(described(read("date\tvalue\tward\n2025-04-01\t7\tS\xFC"
                               "d\n")),
                ElementsAre("2 S\xC3\xBC"
                            "d 2025-04-01 7"));
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("date,value\n2025-04-01,7\n"))
        wide += {c, '\0'};
    EXPECT_THAT(described(read(wide)), ElementsAre("2 2025-04-01 7"));
}

TEST(Patients, AreFoundAndRefused) {
    EXPECT_THAT(open_file("date,value,note\n2025-04-01,7,seen 943 476 5919\n").error().sentence,
                HasSubstr("Cell C2 looks like an NHS number"));
    EXPECT_THAT(open_file("date,value,Date of birth\n2025-04-01,7,1950-01-01\n").error().sentence,
                HasSubstr("Cell C1 is the heading of a column that names patients"));
    EXPECT_FALSE(open_file(R"({"dataValues":[{"comment":"9434765919"}]})"));
}

TEST(Mappings, AreWrittenAndReadBack) {
    Mapping mapping{.shape = Shape::wide,
                    .columns = {{Field::period, "Month = start"}},
                    .names = Names::measures,
                    .values = {"Ward 1", "Ward 2"}};
    EXPECT_EQ(parse_mapping(written(mapping)), mapping);
}

TEST(Mappings, SayWhatIsMissing) {
    const File file = file_of("when,what\nx,y\n");
    const auto table = table_of(file, "");
    EXPECT_THAT(check_mapping(*table, {}).error().sentence, HasSubstr("period"));
    EXPECT_THAT(check_mapping(*table, {.columns = {{Field::period, "week"}}}).error().sentence,
                HasSubstr("There is no column 'week'"));
}

}  // namespace
}  // namespace primum::imports
