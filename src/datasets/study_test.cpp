#include "datasets/study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "datasets/report.h"
#include "datasets/suggestions.h"
#include "datasets/summary.h"
#include "datasets/testing.h"

namespace primum::datasets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Study study(std::string_view text, const Method& method, const Question& question = {}) {
    Notes notes;
    return answer(study_of(answer(dataset_of(table_of(text), question, notes)), method, notes));
}

/// Monthly falls: as many points as asked for, cycling through small numbers.
std::string months(int count, int shift_from = 1000, int shift = 0) {
    constexpr int kCycle[] = {12, 9, 11, 8, 10};
    std::string text = "month,value\n";
    for (int i = 0; i < count; ++i)
        text += std::to_string(2020 + i / 12) + "-" + (i % 12 < 9 ? "0" : "") +
                std::to_string(i % 12 + 1) + "," +
                std::to_string(kCycle[i % 5] + (i >= shift_from ? shift : 0)) + "\n";
    return text;
}

TEST(Study, TakesTheChartThatSuitsMostSeriesAndSaysWhy) {
    Notes notes;
    const auto table =
        table_of("ward,month,deaths,days_between\nA,2025-01,1,3\nA,2025-02,2,4\nB,2025-01,1,5\n");
    Question question;
    question.columns.value = "days_between";
    auto data = answer(dataset_of(table, question, notes));
    notes.clear();
    const auto result = answer(study_of(std::move(data), {}, notes));
    EXPECT_EQ(result.options.chart, spc::Chart::g);
    EXPECT_THAT(notes, ElementsAre(HasSubstr("Chosen: g chart: each value is a whole number")));
}

TEST(Study, SaysWhichRowTheChartCannotShow) {
    Notes notes;
    const auto table = table_of("ward,month,value\nB,2025-02,-3\nA,2025-01,1\nB,2025-01,2\n");
    auto data = answer(dataset_of(table, {}, notes));
    Method counts;
    counts.chart = spc::Chart::c;
    EXPECT_THAT(refusal(study_of(std::move(data), counts, notes)),
                HasSubstr("Row 2, column 'value' is below zero, which a c chart cannot show"));
}

TEST(Summary, IsOfTheLatestPointThatIsThere) {
    Method run;
    run.chart = spc::Chart::run;
    const auto result = study("month,value\n2025-01,4\n2025-02,6\n2025-03,\n", run);
    const auto summary = summary_of(result, 0);
    EXPECT_EQ(summary.points, 2U);
    EXPECT_EQ(summary.latest, 1U);
    EXPECT_EQ(summary.value, 6);
    EXPECT_EQ(summary.limits.centre, 5);  // the median of 4 and 6
    EXPECT_EQ(time_span(result), "Jan 2025 to Mar 2025");
}

TEST(Summary, NamesTheUnitInWords) {
    Method rate;
    rate.chart = spc::Chart::u;
    rate.options.multiply = 1000;
    const std::string falls = "month,falls,bed_days\n2025-01,4,1000\n";
    EXPECT_EQ(unit_of(study(falls, rate)), "falls per 1,000 bed days");
    rate.options.multiply = 1;
    EXPECT_EQ(unit_of(study(falls, rate)), "falls per bed days");
    Method share;
    share.chart = spc::Chart::p;
    EXPECT_EQ(unit_of(study(falls, share)), "falls as a share of bed days");
    EXPECT_EQ(number_format(study(falls, share)).style, chart::NumberStyle::proportion);
}

// Ten points around 10, then ten around 15: the second half lies above the mean of all.
TEST(Suggestions, NameTheDateAndChangeNothing) {
    Method individuals;
    individuals.chart = spc::Chart::individuals;
    const auto result = study(months(20, 10, 5), individuals);
    const auto found = suggestions_of(result, 0);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(
        sentence_of(result, 0, found[0], number_format(result)),
        "From Nov 2020 on, 10 points lie above the mean of 12.5 and average 15: if you know why, "
        "new lines from there (--rebase 2020-11) would fit better.");
    EXPECT_EQ(result.analyses[0].phases.size(), 1U);
}

TEST(Reports, AreTheSameForOneSeriesAloneAndAmongOthers) {
    std::string text = "ward,month,value\n";
    for (int ward = 0; ward < 300; ++ward)
        for (int month = 1; month <= 20; ++month)
            text += "W" + std::to_string(ward) + "," + std::to_string(month) + "," +
                    std::to_string((ward * 7 + month * month) % 23) + "\n";
    Method individuals;
    individuals.chart = spc::Chart::individuals;
    const auto result = study(text, individuals);
    const std::string whole = csv_report(result);
    std::string parts;
    for (std::size_t member = 0; member < 300; ++member) {
        const std::string part = csv_report(result, member);
        parts += member == 0 ? part : part.substr(part.find('\n') + 1);
    }
    EXPECT_TRUE(whole == parts);
}

}  // namespace
}  // namespace primum::datasets
