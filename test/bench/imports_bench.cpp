// A million points from a CSV file, beside SQLite's own tool that imports the same file into a
// table with the same key; and a workbook of 50,000 rows.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include "csv/file.h"
#include "imports/carrying.h"
#include "imports/file.h"
#include "imports/mapping.h"
#include "measures/testing.h"
#include "xlsx/writer.h"

namespace primum::imports {
namespace {

using measures::everywhere;
using measures::Saving;
using measures::stamp;

constexpr int kMeasures = 12;
constexpr int kMonths = 84;
constexpr Day kLastDay = std::chrono::year(2026) / 3 / 2;

std::string ward(int number) {
    return "W" + std::to_string(1000 + number);
}

Day month(int number) {
    const auto first = std::chrono::year(2019) / std::chrono::January;
    return std::chrono::sys_days((first + std::chrono::months(number)) / 1);
}

/// Wards with measures, and a file with all their months.
class Wards {
public:
    explicit Wards(int wards) : wards_(wards) {
        for (int i = 0; i < kMeasures; ++i)
            measures::add_measure_to(*db, tree.country, "M" + std::to_string(i), measures::falls());
        for (int i = 0; i < wards; ++i)
            tree.add(ward(i), "Ward " + ward(i), "ward", tree.site);
    }

    int rows() const { return wards_ * kMeasures * kMonths; }

    std::string csv() const {
        std::string text = "organisation,measure,month,numerator,denominator\n";
        for (int i = 0; i < rows(); ++i) {
            const int series = i / kMonths;
            text += ward(series / kMeasures) + ",M" + std::to_string(series % kMeasures) + "," +
                    iso_day(month(i % kMonths)) + "," + std::to_string(i % 7) + "," +
                    std::to_string(700 + i % 31) + "\n";
        }
        return text;
    }

    std::string workbook() const {
        auto out = xlsx::Writer::begin("", stamp().at);
        const xlsx::Column columns[] = {{"organisation"},
                                        {"measure"},
                                        {"month", xlsx::Format::date},
                                        {"numerator", xlsx::Format::number},
                                        {"denominator", xlsx::Format::number},
                                        {"note"}};
        out->sheet("Data", columns);
        for (int i = 0; i < rows(); ++i) {
            const int series = i / kMonths;
            out->text(ward(series / kMeasures));
            out->text("M" + std::to_string(series % kMeasures));
            out->date(month(i % kMonths));
            out->number(i % 7);
            out->number(700 + i % 31);
            out->text(i % 9 == 0 ? "A word about this" : "");
            out->end_row();
        }
        return *out->finish();
    }

    /// What the verb does; the number of points that are in.
    std::int64_t import(std::string bytes) {
        const Planned planned = plan(std::move(bytes));
        Import import{.organisation = tree.country, .state = State::running};
        db->write([&](store::Writer& writer) {
            import.id = add_import(writer, everywhere().may_write(tree.country), stamp(), import);
        });
        while (import.state == State::running)
            import = db->write([&](store::Writer& writer) {
                Import next = import;
                carry_on(writer, everywhere(), stamp(), planned.plan, planned.reading, next,
                         kMostOfACommand, kLastDay);
                return next;
            });
        return import.counts.added;
    }

    /// The same without what is worked out of the points: no sums above, nothing that a chart says.
    std::int64_t import_points_alone(std::string bytes) {
        const Planned planned = plan(std::move(bytes));
        std::int64_t points = 0;
        auto next = planned.plan.series.begin();
        while (next != planned.plan.series.end())
            db->write([&](store::Writer& writer) {
                Saving saving(writer, stamp(), kLastDay, "an import");
                const std::int64_t most = points + std::int64_t{kMostOfACommand};
                for (; next != planned.plan.series.end() && points < most; ++next)
                    points += put(writer, saving, *next, planned.reading);
                saving.write_points();
            });
        return points;
    }

private:
    struct Planned {
        Reading reading;
        std::unique_ptr<Directory> directory;
        Plan plan;
    };
    Planned plan(std::string bytes) {
        const auto file = open_file(std::move(bytes));
        Planned planned{.reading = *read_file(*file, "", guess_mapping(*table_of(*file, ""))),
                        .directory = std::make_unique<Directory>(*db->read(), everywhere(),
                                                                 tree.country, kLastDay),
                        .plan = {}};
        planned.plan = plan_import(*db->read(), everywhere(), *planned.directory, planned.reading,
                                   {.organisation = tree.country}, kLastDay);
        return planned;
    }

    static std::int64_t put(store::Writer& writer, Saving& saving, const PlannedSeries& planned,
                            const Reading& reading) {
        const auto at = everywhere().may_write(planned.organisation);
        const auto series = measures::open_series(writer, at, stamp(), *planned.measure,
                                                  {.starts = planned.points.front().period});
        for (const PlannedPoint& point : planned.points)
            saving.put(at, series, said_of(planned, point, reading));
        return static_cast<std::int64_t>(planned.points.size());
    }

    int wards_;
    store::testing::FreshDatabase db;
    organisations::TestTree tree{*db};
};

void BM_ImportCsv(benchmark::State& state) {
    Wards wards(static_cast<int>(state.range(0)));
    const std::string csv = wards.csv();
    for (auto _ : state)
        if (wards.import(csv) != wards.rows()) state.SkipWithError("not everything is in");
    state.SetItemsProcessed(wards.rows());
}
BENCHMARK(BM_ImportCsv)
    ->Name("import_csv")
    ->Arg(1000)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void BM_ImportCsvPointsAlone(benchmark::State& state) {
    Wards wards(static_cast<int>(state.range(0)));
    const std::string csv = wards.csv();
    for (auto _ : state)
        if (wards.import_points_alone(csv) != wards.rows())
            state.SkipWithError("not everything is in");
    state.SetItemsProcessed(wards.rows());
}
BENCHMARK(BM_ImportCsvPointsAlone)
    ->Name("import_csv_points_alone")
    ->Arg(1000)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// The reference.
void BM_SqliteImportCsv(benchmark::State& state) {
    const Wards wards(static_cast<int>(state.range(0)));
    const store::testing::TemporaryFolder folder;
    const std::string csv = folder.path() + "/rows.csv";
    std::ofstream(csv) << wards.csv();
    const std::string line =
        "sqlite3 " + folder.path() +
        "/a.db 'PRAGMA journal_mode = WAL' 'PRAGMA synchronous = FULL'"
        " 'CREATE TABLE points (organisation TEXT, measure TEXT, month TEXT, numerator REAL,"
        " denominator REAL, PRIMARY KEY (organisation, measure, month)) WITHOUT ROWID'"
        " '.import --csv --skip 1 " +
        csv + " points' >/dev/null";
    for (auto _ : state)
        if (std::system(line.c_str()) != 0) state.SkipWithError("sqlite3 failed");
    state.SetItemsProcessed(wards.rows());
}
BENCHMARK(BM_SqliteImportCsv)
    ->Name("sqlite3_import_csv")
    ->Arg(1000)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void BM_ImportWorkbook(benchmark::State& state) {
    Wards wards(50);
    const std::string book = wards.workbook();
    for (auto _ : state)
        if (wards.import(book) != wards.rows()) state.SkipWithError("not everything is in");
    state.SetItemsProcessed(wards.rows());
}
BENCHMARK(BM_ImportWorkbook)
    ->Name("import_workbook")
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace primum::imports
