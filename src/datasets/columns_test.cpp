#include "datasets/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "datasets/testing.h"

namespace primum::datasets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// "date value/denominator by", by heading.
std::string roles(std::string_view text, const WantedColumns& wanted = {}) {
    const auto table = table_of(text);
    Notes notes;
    const auto columns = answer(find_columns(table, wanted, notes));
    std::string result = columns.date ? table.heading(*columns.date) : "-";
    result += " " + table.heading(columns.value);
    if (columns.denominator)
        result += (columns.is_ratio ? "/" : "*") + table.heading(*columns.denominator);
    for (const auto by : columns.by)
        result += " " + table.heading(by);
    return result;
}

// The headings of public data sets, with one row made up for each.
TEST(Columns, AreGuessedFromCommonHeadings) {
    EXPECT_EQ(roles("period,org_code,type,attendances,breaches,admissions\n2017-03-01,A,1,9,2,3\n"),
              "period breaches/attendances org_code");
    EXPECT_EQ(roles("month,n,days,period,notes\n2012-11-01,17,14768,pre,\n"), "month n/days");
    EXPECT_EQ(roles("hospital,month,deaths,cases\nA,2017-01-01,19,64\n"),
              "month deaths/cases hospital");
    EXPECT_EQ(roles("month,harms,days,n,harmed\n2010-01-01,5,113,20,3\n"), "month harms/days");
    EXPECT_EQ(roles("i,r,n\n1,266501,280443\n"), "i r/n");
    EXPECT_EQ(roles("grp,y,date\nWardX,9,2014-01-01\n"), "date y grp");
    EXPECT_EQ(roles("date,value,denominator\n1,2,3\n"), "date value");
    EXPECT_EQ(roles("Ward,Month,Bed Days,Falls\nA,Apr-25,700,3\n"), "Month Falls/Bed Days Ward");
}

TEST(Columns, AreGuessedAsTheOnlyNumberLeft) {
    EXPECT_EQ(roles("month,waiting\nApr-25,17\n"), "month waiting");
    const auto table = table_of("month,a,b\nApr-25,17,18\n");
    Notes notes;
    EXPECT_THAT(refusal(find_columns(table, {}, notes)), HasSubstr("name it with --value"));
}

TEST(Columns, AreTakenAsNamed) {
    WantedColumns wanted;
    wanted.value = "admissions";
    wanted.by = {"org_code", "type"};
    EXPECT_EQ(roles("period,org_code,type,attendances,admissions\n2017-03-01,A,1,9,3\n", wanted),
              "period admissions org_code type");
    WantedColumns average;
    average.value = "mean";
    average.denominator = "n";
    EXPECT_EQ(roles("month,mean,n\nApr-25,17.5,4\n", average), "month mean*n");
    WantedColumns whole;
    whole.one_series = true;
    EXPECT_EQ(roles("month,ward,value\nApr-25,A,4\n", whole), "month value");
}

TEST(Columns, AreSaidWhenGuessed) {
    const auto table = table_of("month,falls,bed_days\nApr-25,3,700\n");
    Notes notes;
    answer(find_columns(table, {}, notes));
    EXPECT_THAT(notes, ElementsAre("Columns guessed from their headings: date = 'month', "
                                   "denominator = 'bed_days', numerator = 'falls'."));
    WantedColumns all;
    all.date = "month";
    all.value = "falls";
    Notes none;
    answer(find_columns(table, all, none));
    EXPECT_THAT(none, IsEmpty());
}

TEST(FindColumn, ForgivesCapitalsAndSpacesAndSuggestsTheNearest) {
    const auto table = table_of("Bed Days,breaches\n1,2\n");
    EXPECT_EQ(find_column(table, "bed_days"), 0U);
    EXPECT_THAT(refusal(find_column(table, "breachs")), HasSubstr("did you mean 'breaches'?"));
    EXPECT_THAT(refusal(find_column(table, "breach")), HasSubstr("did you mean 'breaches'?"));
    EXPECT_THAT(
        refusal(find_column(table, "zzzzzz")),
        HasSubstr("There is no column 'zzzzzz'. The columns are 'Bed Days' and 'breaches'."));
}

}  // namespace
}  // namespace primum::datasets
