// Files that people really have, brought in by `primum import` and taken out by `primum export`:
// every line and every signal must be the one of `primum analyse` on the same file, to the last
// bit. The files lie beside the sources on some machines only.

#include <gmock/gmock.h>

#include <cstdio>
#include <map>
#include <set>

#include "csv/file.h"
#include "csv/table.h"
#include "csv/text.h"
#include "json/value.h"
#include "measures/testing.h"
#include "workshop.h"

namespace primum::journeys {
namespace {

using testing::HasSubstr;

struct RealFile {
    std::string name;
    std::string chart;  ///< as `primum analyse` calls it
    spc::Chart kind;
    std::string numerator;
    std::string denominator;  ///< empty where nothing divides
    std::string period;
    std::string measure;  ///< heading of the column whose texts are codes of measures
    std::string stratum;
    measures::Frequency frequency = measures::Frequency::month;

    bool divides() const { return !denominator.empty(); }
    /// The series of a row, as `primum analyse` names it.
    std::string series(const std::string& code, const std::string& part) const {
        return measure.empty() ? part : code + ", " + part;
    }
};

const RealFile kFiles[] = {
    {"cdi.csv", "u", spc::Chart::u, "n", "days", "month", "", ""},
    {"cabg_monthly.csv", "p", spc::Chart::p, "deaths", "n", "month", "", ""},
    {"gtt_monthly.csv", "u", spc::Chart::u, "harms", "days", "month", "", ""},
    {"csection.csv", "i", spc::Chart::individuals, "avg_delay", "", "month", "", ""},
    {"hba1c.csv", "i", spc::Chart::individuals, "avg_hba1c", "", "month", "", ""},
    {"ontime_ct.csv", "p", spc::Chart::p, "ontime", "cases", "month", "", ""},
    {"bacteremia_mortality.csv", "p", spc::Chart::p, "deaths", "cases", "month", "", "hospital"},
    {"runcharter_signals.csv", "run", spc::Chart::run, "y", "", "date", "", "grp"},
    {"hospital_infections.csv", "u", spc::Chart::u, "n", "days", "month", "infection", "hospital"},
    {"ae_attendances.csv", "p", spc::Chart::p, "breaches", "attendances", "period", "type",
     "org_code"},
    {"waiting_times.csv", "i", spc::Chart::individuals, "avg_days", "", "quarter", "operation",
     "region", measures::Frequency::quarter},
};

/// What is said of a point; numbers as they stand, where there is none as a text.
struct Line {
    std::string value, centre, lower, upper, signals;
    std::int64_t phase = 0;
    friend bool operator==(const Line&, const Line&) = default;
    friend void PrintTo(const Line& line, std::ostream* out) {
        *out << line.value << " in " << line.lower << " " << line.centre << " " << line.upper
             << " phase " << line.phase << " " << line.signals;
    }
};
using Series = std::map<std::string, std::vector<Line>>;

/// Every bit of it.
std::string exact(double number) {
    char text[40];
    std::snprintf(text, sizeof text, "%a", number);
    return text;
}

csv::Table table_in(const std::string& path) {
    const auto bytes = csv::read_file(path);
    return csv::parse_table(csv::to_text(bytes.value()).value().utf8).value();
}

class RealFiles : public Workshop, public testing::WithParamInterface<RealFile> {
protected:
    const RealFile& real = GetParam();
    const std::string source = std::string(PRIMUM_SOURCE_DIR) + "/../shared/data/" + real.name;

    void SetUp() override {
        if (!std::filesystem::exists(source)) GTEST_SKIP() << "no " << source;
        Workshop::SetUp();
    }

    /// A folder with a trust, and measures that count what the file counts.
    void prepare() {
        ASSERT_EQ(run("primum migrate --data data").status, 0);
        const auto store = store::Store::open({.url = path("data/primum.db")});
        const organisations::TestTree tree(*store);
        std::set<std::string> codes{"M"};
        if (!real.measure.empty()) {
            codes.clear();
            const auto table = table_in(source);
            const auto column = table.find(real.measure).value();
            for (std::size_t row = 0; row < table.rows(); ++row)
                codes.emplace(table.cell(row, column));
        }
        for (const std::string& code : codes)
            measures::add_measure_to(*store, tree.country, code,
                                     {.name = "Measure " + code,
                                      .numerator = real.numerator,
                                      .denominator = real.denominator,
                                      .frequency = real.frequency,
                                      .chart = real.kind,
                                      .better = spc::Better::neutral});
    }

    std::string import_line() const {
        std::string line = "primum import '" + source + "' --data data --organisation RZ9 ";
        if (real.measure.empty()) line += "--measure M ";
        const auto map = [&](const char* field, const std::string& heading) {
            line += std::string("--map ") + field + "=" + heading + " ";
        };
        map("period", real.period);
        map(real.divides() ? "numerator" : "value", real.numerator);
        map("denominator", real.denominator);
        map("measure", real.measure);
        map("stratum", real.stratum);
        map("organisation", "");
        return line;
    }

    Series analysed() const {
        std::string line = "primum analyse '" + source + "' --format json --chart " + real.chart +
                           " --better neutral --date " + real.period;
        line += (real.divides() ? " --numerator " : " --value ") + real.numerator;
        if (real.divides()) line += " --denominator " + real.denominator;
        std::string by;
        for (const auto& heading : {real.measure, real.stratum})
            if (!heading.empty()) by += (by.empty() ? "" : ",") + heading;
        const auto done = run(line + " --by " + (by.empty() ? "none" : by));
        EXPECT_EQ(done.status, 0) << done.err;
        Series all;
        const auto report = json::parse(done.out);
        for (const auto& series : *report.value().find("series")->as<json::Value::Array>())
            for (const auto& point : *series.find("points")->as<json::Value::Array>())
                all[series.member<std::string>("series").value()].push_back(line_of(point));
        return all;
    }

    static Line line_of(const json::Value& point) {
        const auto number = [&](const char* name) {
            const auto held = point.member<double>(name);
            return held ? exact(*held) : "";
        };
        std::string signals;
        for (const auto& rule : *point.find("signals")->as<json::Value::Array>())
            signals += (signals.empty() ? "" : ";") + *rule.as<std::string>();
        return {.value = number("value"),
                .centre = number("centre"),
                .lower = number("lower"),
                .upper = number("upper"),
                .signals = signals,
                .phase = point.member<std::int64_t>("phase").value()};
    }

    Series exported() const {
        const auto done = run("primum export numbers.csv --data data --organisation RZ9");
        EXPECT_EQ(done.status, 0) << done.err;
        const auto table = table_in(path("numbers.csv"));
        Series all;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto text = [&](const char* heading) {
                return std::string(table.cell(row, table.find(heading).value()));
            };
            const auto number = [&](const char* heading) {
                return text(heading).empty() ? "" : exact(std::stod(text(heading)));
            };
            all[real.series(text("measure"), text("stratum"))].push_back(
                {.value = number("value"),
                 .centre = number("mean"),
                 .lower = number("lower"),
                 .upper = number("upper"),
                 .signals = text("signal"),
                 .phase = std::stoll(text("phase"))});
        }
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(SharedData, RealFiles, testing::ValuesIn(kFiles), [](const auto& one) {
    return one.param.name.substr(0, one.param.name.find('.'));
});

TEST_P(RealFiles, SayTheSameOnceTheyAreImported) {
    prepare();
    const auto done = run(import_line());
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr(" 0 changed, 0 unchanged, 0 rows left out"));
    const Series expected = analysed();
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(exported(), expected);
    // The same file again, and what was exported, change nothing.
    EXPECT_THAT(run(import_line()).out, HasSubstr("0 added, 0 changed, "));
    EXPECT_THAT(run("primum import numbers.csv --data data --organisation RZ9").out,
                HasSubstr("0 added, 0 changed, "));
}

}  // namespace
}  // namespace primum::journeys
