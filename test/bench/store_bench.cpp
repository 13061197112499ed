// Acknowledged changes a second, each durable, beside SQLite's own tool that imports as many rows
// as one change.

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

constexpr int kRows = 4000;
const std::string kNote(200, 'x');

std::string key(int round, int row) {
    return std::to_string(round) + "/" + std::to_string(row);
}

void BM_DurableChanges(benchmark::State& state) {
    testing::FreshDatabase db;
    const auto people = static_cast<int>(state.range(0));
    int round = 0;
    for (auto _ : state) {
        ++round;
        std::atomic<int> next = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < people; ++i)
            threads.emplace_back([&] {
                for (int row = next++; row < kRows; row = next++)
                    db->write([&](Writer& writer) {
                        writer.run("INSERT INTO settings (key, value) VALUES ($1, $2)",
                                   key(round, row), kNote);
                    });
            });
        for (std::thread& thread : threads)
            thread.join();
    }
    state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(BM_DurableChanges)
    ->Name("store_changes")
    ->Arg(1)
    ->Arg(64)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// The reference.
void BM_SqliteImport(benchmark::State& state) {
    const testing::TemporaryFolder folder;
    int round = 0;
    for (auto _ : state) {
        const std::string csv = folder.path() + "/rows.csv";
        {
            std::ofstream out(csv);
            ++round;
            for (int row = 0; row < kRows; ++row)
                out << key(round, row) << ',' << kNote << ",1\n";
        }
        const std::string line =
            "sqlite3 " + folder.path() +
            "/a.db 'PRAGMA journal_mode = WAL' 'PRAGMA synchronous = FULL'"
            " 'CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT, rev INTEGER)'"
            " '.import --csv " +
            csv + " settings' >/dev/null";
        if (std::system(line.c_str()) != 0) state.SkipWithError("sqlite3 failed");
    }
    state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(BM_SqliteImport)->Name("sqlite3_import")->UseRealTime()->Unit(benchmark::kMillisecond);

void BM_PointReads(benchmark::State& state) {
    testing::FreshDatabase db;
    db->write([](Writer& writer) {
        for (int row = 0; row < kRows; ++row)
            writer.run("INSERT INTO settings (key, value) VALUES ($1, $2)", key(0, row), kNote);
    });
    const auto lease = db->read();
    int row = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            lease->one([](const Row& found) { return found.get<std::string>(0); },
                       "SELECT value FROM settings WHERE key = $1", key(0, ++row % kRows)));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_PointReads)->Name("store_point_read");

}  // namespace
}  // namespace primum::store
