// A national board over 20,000 wards: what a reader waits for beside what the database must do at
// the least, which is to read as many rows as the board shows.
//
// The rows are filled in bulk, by SQL: 20,000 wards in 200 trusts, 12 measures each, a series with
// its kept reading and 36 months (8,640,000 points), and the sums and counts that
// measures::TotalChanges would have kept of them, made here by adding up the points themselves.
// PRIMUM_BENCH_WARDS makes it smaller.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "boards/board.h"
#include "boards/board_page.h"
#include "measures/testing.h"
#include "organisations/tree.h"

namespace primum::boards {
namespace {

constexpr std::int64_t kTrusts = 200;
constexpr std::int64_t kMeasures = 12;
constexpr std::int64_t kMonths = 36;

std::int64_t wards() {
    const char* wanted = std::getenv("PRIMUM_BENCH_WARDS");
    return wanted != nullptr ? std::atoll(wanted) : 20'000;
}

class Nation {
public:
    Nation() {
        organisations();
        for (std::int64_t i = 0; i < kMeasures; ++i) {
            auto says = measures::falls();
            says.name = "Measure " + std::to_string(i + 1);
            const auto measure =
                add_measure_to(*db_, country_, "NATION-" + std::to_string(i + 1), says);
            fill(measure);
        }
    }

    Board board() const {
        const auto reader = db_->read();
        return board_of(*reader, measures::everywhere().may_read(country_), nation(*reader),
                        measures::kToday);
    }

    /// The least that such a board reads: its sums and counts, row by row.
    std::int64_t rows() const {
        const auto reader = db_->read();
        std::int64_t count = 0;
        reader->each([&](const store::Row& row) { count += row.get<double>(0) > 0 ? 1 : 0; },
                     R"sql(
            SELECT numerator, denominator, series, period FROM measure_totals
             WHERE organisation_id = $1
        )sql",
                     measures::everywhere().may_read(country_));
        reader->each([&](const store::Row& row) { count += row.get<std::int64_t>(0); }, R"sql(
            SELECT series, standing, kind, measure_id FROM measure_standings
             WHERE organisation_id = $1
        )sql",
                     measures::everywhere().may_read(country_));
        return count;
    }

    std::int64_t points() const {
        return db_->read()
            ->one([](const store::Row& row) { return row.get<std::int64_t>(0); },
                  "SELECT COUNT(*) FROM points", measures::everywhere().everywhere())
            .value();
    }

    organisations::Kinds kinds() const { return organisations::kinds_of(*db_->read()); }

private:
    organisations::Organisation nation(const store::Reader& reader) const {
        return organisations::find_organisation(reader, country_).value();
    }

    void organisations() {
        for (std::int64_t i = 0; i < kTrusts; ++i) {
            const OrganisationId above = organisations::TestTree::add_to(
                *db_, "T" + std::to_string(i), "Trust " + std::to_string(i), "trust", country_);
            db_->write([&](store::Writer& db) {
                for (std::int64_t w = wards() * i / kTrusts; w < wards() * (i + 1) / kTrusts; ++w)
                    add_ward(db, above, w);
            });
        }
    }

    void add_ward(store::Writer& db, OrganisationId trust, std::int64_t number) {
        const auto id = db.new_id<organisations::Organisation>();
        db.run(R"sql(
            INSERT INTO organisations (id, name, kind) VALUES ($1, $2, 'ward')
        )sql",
               id, "Ward " + std::to_string(number));
        std::int64_t depth = 0;
        for (const OrganisationId ancestor : {id, trust, country_})
            db.run(R"sql(
                INSERT INTO organisation_closure (ancestor_id, descendant_id, depth, valid_from,
                                                  valid_to)
                VALUES ($1, $2, $3, '0001-01-01', '9999-12-31')
            )sql",
                   ancestor, id, depth++);
        wards_.push_back(id);
    }

    void fill(const measures::Measure& measure) {
        const auto all = measures::everywhere().everywhere();
        const std::string code = measures::series_code(measure.code, "");
        db_->write([&](store::Writer& db) {
            for (const OrganisationId ward : wards_)
                db.run(R"sql(
                    INSERT INTO series (organisation_id, id, measure_id, code, starts_on, opened_at,
                                        due_days)
                    VALUES ($1, $2, $3, $4, '2023-01-01', 0, $5)
                )sql",
                       measures::everywhere().may_write(ward), db.new_id<measures::Series>(),
                       measure.id, code, next_++ % 97);
            // A few falls in about 800 days, from arithmetic alone: the same every time.
            db.run(R"sql(
                INSERT INTO points (organisation_id, series_id, period, numerator, denominator,
                                    entered_at)
                SELECT s.organisation_id, s.id,
                       date('2023-02-01', '+' || (a.k * 6 + b.k) || ' months'),
                       CAST((s.due_days * 7 + a.k * 5 + b.k * 13) % 6 AS REAL),
                       CAST(780 + (s.due_days + a.k * 6 + b.k) % 40 AS REAL), 0
                  FROM series s,
                       (SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3
                        UNION ALL SELECT 4 UNION ALL SELECT 5) a,
                       (SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3
                        UNION ALL SELECT 4 UNION ALL SELECT 5) b
                 WHERE s.measure_id = $1
            )sql",
                   measure.id, all);
            db.run(R"sql(
                INSERT INTO series_readings (organisation_id, series_id, revision, points, latest,
                                             value, centre, variation, assurance, standing)
                SELECT organisation_id, id, 1, $2, '2026-01-01', 3.1, 3.1, 'common', 'none', 5
                  FROM series WHERE measure_id = $1
            )sql",
                   measure.id, kMonths, all);
            db.run(R"sql(
                INSERT INTO measure_totals (organisation_id, measure_id, period, numerator,
                                            denominator, series)
                SELECT c.ancestor_id, s.measure_id, p.period, SUM(p.numerator), SUM(p.denominator),
                       COUNT(*)
                  FROM series s
                  JOIN points p ON p.organisation_id = s.organisation_id AND p.series_id = s.id
                  JOIN organisation_closure c
                    ON c.descendant_id = s.organisation_id AND c.depth > 0
                 WHERE s.measure_id = $1
                 GROUP BY c.ancestor_id, s.measure_id, p.period
            )sql",
                   measure.id, all);
            db.run(R"sql(
                INSERT INTO measure_standings (organisation_id, measure_id, kind, standing, series)
                SELECT c.ancestor_id, s.measure_id, 'ward', 5, COUNT(*)
                  FROM series s
                  JOIN organisation_closure c
                    ON c.descendant_id = s.organisation_id AND c.depth > 0
                 WHERE s.measure_id = $1 GROUP BY c.ancestor_id, s.measure_id
            )sql",
                   measure.id, all);
        });
    }

    mutable store::testing::FreshDatabase db_{store::Engine::sqlite};
    OrganisationId country_ = organisations::TestTree::add_to(*db_, "AA", "Arden", "country", {});
    std::vector<OrganisationId> wards_;
    std::int64_t next_ = 0;
};

const Nation& nation() {
    static const Nation one;
    return one;
}

void BM_NationalBoard(benchmark::State& state) {
    const Nation& here = nation();
    const language::Languages languages;
    const design::View view{.words = &languages.english()};
    const auto kinds = here.kinds();
    for (auto _ : state) {
        const Board board = here.board();
        if (board.rows.size() != kMeasures) throw std::logic_error("a measure is missing");
        benchmark::DoNotOptimize(board_page(view, {.board = board, .kinds = kinds}));
    }
    state.SetItemsProcessed(state.iterations());
    state.SetLabel(std::to_string(here.points()) + " points");
}
BENCHMARK(BM_NationalBoard)->Name("national_board")->UseRealTime()->Unit(benchmark::kMillisecond);

// The reference.
void BM_NationalRows(benchmark::State& state) {
    const Nation& here = nation();
    for (auto _ : state)
        benchmark::DoNotOptimize(here.rows());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_NationalRows)->Name("national_rows")->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace primum::boards
