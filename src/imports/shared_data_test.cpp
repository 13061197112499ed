// Files that people really have, imported: their charts must say what `primum analyse` says of the
// same file. The files lie beside the sources on some machines only.

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "csv/file.h"
#include "csv/text.h"
#include "datasets/study.h"
#include "imports/carrying.h"
#include "imports/file.h"
#include "imports/mapping.h"
#include "measures/testing.h"

namespace primum::imports {
namespace {

using measures::everywhere;
using measures::kToday;
using measures::stamp;

struct RealFile {
    std::string name;
    spc::Chart chart;
    std::string numerator;
    std::string denominator;  ///< empty where nothing divides
    std::string period;
    std::string measure;  ///< heading of the column whose texts are codes of measures
    std::string stratum;
    measures::Frequency frequency = measures::Frequency::month;
};

const RealFile kFiles[] = {
    {"cdi.csv", spc::Chart::u, "n", "days", "month", "", ""},
    {"cabg_monthly.csv", spc::Chart::p, "deaths", "n", "month", "", ""},
    {"gtt_monthly.csv", spc::Chart::u, "harms", "days", "month", "", ""},
    {"csection.csv", spc::Chart::individuals, "avg_delay", "", "month", "", ""},
    {"hba1c.csv", spc::Chart::individuals, "avg_hba1c", "", "month", "", ""},
    {"ontime_ct.csv", spc::Chart::p, "ontime", "cases", "month", "", ""},
    {"bacteremia_mortality.csv", spc::Chart::p, "deaths", "cases", "month", "", "hospital"},
    {"runcharter_signals.csv", spc::Chart::run, "y", "", "date", "", "grp"},
    {"hospital_infections.csv", spc::Chart::u, "n", "days", "month", "infection", "hospital"},
    {"ae_attendances.csv", spc::Chart::p, "breaches", "attendances", "period", "type", "org_code"},
    {"waiting_times.csv", spc::Chart::individuals, "avg_days", "", "quarter", "operation", "region",
     measures::Frequency::quarter},
};

template <class T>
T answer(Checked<T> checked) {
    if (!checked) throw std::runtime_error(checked.error().sentence);
    return std::move(*checked);
}

class RealFiles : public testing::TestWithParam<RealFile> {
protected:
    const std::string path = std::string(PRIMUM_SOURCE_DIR) + "/../shared/data/" + GetParam().name;
    store::testing::FreshDatabase db{store::Engine::sqlite};
    organisations::TestTree tree{*db};

    void SetUp() override {
        if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    }

    /// What `primum analyse` makes of it.
    datasets::Study analysed() const {
        const RealFile& file = GetParam();
        datasets::Question question;
        question.columns = {.date = file.period};
        (file.denominator.empty() ? question.columns.value : question.columns.numerator) =
            file.numerator;
        question.columns.denominator = file.denominator;
        for (const auto& heading : {file.measure, file.stratum})
            if (!heading.empty()) question.columns.by.push_back(heading);
        question.columns.one_series = question.columns.by.empty();
        datasets::Notes notes;
        // Columns that are guessed besides would be no part of the import.
        const auto text = answer(csv::to_text(answer(csv::read_file(path))));
        auto data =
            answer(datasets::dataset_of(answer(csv::parse_table(text.utf8)), question, notes));
        return answer(datasets::study_of(std::move(data), {.chart = file.chart}, notes));
    }

    Mapping mapping() const {
        const RealFile& file = GetParam();
        Mapping mapping{.columns = {{Field::period, file.period}}};
        mapping.columns[file.denominator.empty() ? Field::value : Field::numerator] =
            file.numerator;
        if (!file.denominator.empty()) mapping.columns[Field::denominator] = file.denominator;
        if (!file.measure.empty()) mapping.columns[Field::measure] = file.measure;
        if (!file.stratum.empty()) mapping.columns[Field::stratum] = file.stratum;
        return mapping;
    }

    void add_measures(const Reading& reading) {
        const RealFile& file = GetParam();
        std::set<std::string> codes;
        for (const Incoming& row : reading.rows)
            codes.emplace(row.measure == kNobody ? "M" : reading.name_of(row.measure));
        for (const std::string& code : codes)
            measures::add_measure_to(*db, tree.country, code,
                                     {.name = "Measure " + code,
                                      .numerator = file.numerator,
                                      .denominator = file.denominator,
                                      .frequency = file.frequency,
                                      .chart = file.chart,
                                      .better = spc::Better::neutral});
    }

    void import() {
        const File file = answer(open_file(answer(csv::read_file(path))));
        const Reading reading = answer(read_file(file, "", mapping()));
        EXPECT_TRUE(reading.problems.empty());
        add_measures(reading);
        const Directory directory(*db->read(), everywhere(), tree.trust, kToday);
        const Plan plan =
            plan_import(*db->read(), everywhere(), directory, reading,
                        {.organisation = tree.trust, .measure = directory.measure("M")}, kToday);
        for (const RowProblem& problem : plan.problems)
            ADD_FAILURE() << problem.row << " " << problem.english << problem.what;
        Import import{.organisation = tree.trust, .state = State::running};
        db->write([&](store::Writer& writer) {
            import.id = add_import(writer, everywhere().may_write(tree.trust), stamp(), import);
            carry_on(writer, everywhere(), stamp(), plan, reading, import, plan.points + 1, kToday);
        });
        EXPECT_EQ(import.state, State::done);
    }

    datasets::Study kept(const std::string& member) {
        // "BAC, AHH" is stratum AHH of measure BAC; one name alone is the stratum.
        const bool both = !GetParam().measure.empty();
        const auto comma = member.find(", ");
        const std::string code = both ? member.substr(0, comma) : "M";
        const std::string stratum = both ? member.substr(comma + 2) : member;
        const auto at = everywhere().may_read(tree.trust);
        const auto reader = db->read();
        const auto series =
            measures::find_series_by_code(*reader, at, measures::series_code(code, stratum));
        if (!series) throw std::runtime_error("no series " + member);
        const auto measure = measures::find_measure(*reader, series->measure);
        return answer(measures::study_of(measures::material_of(*reader, at, *measure, *series)));
    }
};
INSTANTIATE_TEST_SUITE_P(SharedData, RealFiles, testing::ValuesIn(kFiles), [](const auto& one) {
    return one.param.name.substr(0, one.param.name.find('.'));
});

TEST_P(RealFiles, SayTheSameAsWhenTheyAreAnalysed) {
    import();
    const datasets::Study expected = analysed();
    ASSERT_FALSE(expected.data.members.empty());
    for (std::size_t i = 0; i < expected.data.members.size(); ++i) {
        const std::string& name = expected.data.members[i].name;
        const datasets::Study study = kept(name);
        const auto& ours = study.analyses.front();
        const auto& theirs = expected.analyses[i];
        ASSERT_EQ(ours.values.size(), theirs.values.size()) << name;
        for (std::size_t point = 0; point < theirs.values.size(); ++point) {
            const bool same = ours.values[point] == theirs.values[point] ||
                              (std::isnan(ours.values[point]) && std::isnan(theirs.values[point]));
            EXPECT_TRUE(same) << name << " " << point;
            EXPECT_EQ(ours.limits_at(point).centre, theirs.limits_at(point).centre) << name;
            EXPECT_EQ(ours.signals[point], theirs.signals[point]) << name;
            EXPECT_EQ(ours.readings[point], theirs.readings[point]) << name;
        }
        EXPECT_EQ(ours.variation, theirs.variation) << name;
    }
}

}  // namespace
}  // namespace primum::imports
