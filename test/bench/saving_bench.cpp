// Saving one point with a million in the database: what the writer does until it is durable, with
// the sums of site, trust, region and country above the ward, and drawing the new chart. Beside
// what it cannot do without: a commit of one row. Over HTTP: bin/load nation.
//
// nation.sql fills 2,400 wards: 28,800 series, 1,036,800 points.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "measures/drawn.h"
#include "measures/testing.h"

namespace primum::measures {
namespace {

constexpr std::size_t kWards = 100;  // that save in turn

class Nation {
public:
    Nation() {
        const std::string line = "sqlite3 " + db_.options().url +
                                 " '.parameter set :wards 2400' '.parameter set :months 36'"
                                 " '.parameter set :last 202601' '.parameter set :enterer nobody'"
                                 " '.read " PRIMUM_NATION_SQL "'";
        if (std::system(line.c_str()) != 0) throw std::runtime_error("sqlite3 failed");
        const auto reader = db_->read();
        const auto measure =
            reader->one([](const store::Row& row) { return row.get<MeasureId>(0); },
                        "SELECT id FROM measures WHERE code = 'NATION-1'");
        measure_ = find_measure(*reader, measure.value()).value();
        series_ = all_series_of(*reader, everywhere(), measure_.id);
        series_.resize(kWards);
    }

    /// Another number for the latest month of one of the wards, or a first one.
    void save() {
        const Series& series = series_[next_ % kWards];
        const auto at = everywhere().may_write(series.organisation);
        const Said said{.period = day("2026-02-01"),
                        .numerator = static_cast<double>(next_ / kWards % 5),
                        .denominator = 800};
        ++next_;
        db_->write([&](store::Writer& db) {
            if (save_point(db, at, stamp(), series, said, kToday) == Saved::unchanged)
                throw std::logic_error("nothing was saved");
        });
        const auto reader = db_->read();
        const auto now = find_series(*reader, at, series.id);
        benchmark::DoNotOptimize(draw(material_of(*reader, at, measure_, now.value())));
    }

    /// The least that is durable.
    void commit() {
        db_->write([&](store::Writer& db) {
            db.run("INSERT INTO settings (key, value) VALUES ($1, $2)",
                   "bench/" + std::to_string(++rows_), "a row");
        });
    }

private:
    store::testing::FreshDatabase db_{store::Engine::sqlite};
    OrganisationId country_ = organisations::TestTree::add_to(*db_, "AA", "Arden", "country", {});
    Measure measure_;
    std::vector<Series> series_;
    std::size_t next_ = 0;
    std::size_t rows_ = 0;
};

Nation& nation() {
    static Nation one;
    return one;
}

void BM_SavePoint(benchmark::State& state) {
    Nation& here = nation();
    for (auto _ : state)
        here.save();
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_SavePoint)->Name("save_point")->UseRealTime()->Unit(benchmark::kMillisecond);

// The reference.
void BM_Commit(benchmark::State& state) {
    Nation& here = nation();
    for (auto _ : state)
        here.commit();
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Commit)->Name("commit_a_row")->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace primum::measures
