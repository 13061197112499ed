// Runs the benchmarks and reports each as a ratio to its reference in the same run, since the
// machines they run on are shared: points against reading the same numbers once.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/memory.h"

namespace {

struct Result {
    std::string name;
    double per_second;
    std::string reference;  ///< empty when it is one itself, or has none
    double times_reference;
};

/// "analyse_mdc/120" is measured against "read_once/120", pages against copying one.
std::string reference_of(const std::string& name) {
    if (name.starts_with("render_")) return "copy_table";
    if (name.starts_with("national_board")) return "national_rows/real_time";
    if (name.starts_with("save_point")) return "commit_a_row/real_time";
    if (name.starts_with("import_csv")) return "sqlite3_import_csv" + name.substr(name.find('/'));
    if (name.starts_with("store_changes")) return "sqlite3_import/real_time";
    const std::size_t slash = name.find('/');
    if (slash == std::string::npos || !name.starts_with("analyse")) return {};
    const std::size_t end = name.find('/', slash + 1);
    return "read_once" + name.substr(slash, end == std::string::npos ? end : end - slash);
}

class RatioReporter : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Aggregate && run.aggregate_name != "median") continue;
            if (run.run_type == Run::RT_Iteration && run.repetitions > 1) continue;
            const auto items = run.counters.find("items_per_second");
            if (items == run.counters.end()) continue;
            add(run.run_name.str(), items->second);
        }
    }

    void Finalize() override {
        std::ofstream json("build/bench.json");
        json << "[\n";
        for (std::size_t i = 0; i < results_.size(); ++i) {
            Result& result = results_[i];
            const auto reference = rates_.find(result.reference);
            if (reference != rates_.end())
                result.times_reference = reference->second / result.per_second;
            print(result);
            json << R"(  {"name": ")" << result.name << R"(", "per_second": )" << result.per_second;
            if (reference != rates_.end())
                json << R"(, "reference": ")" << result.reference << R"(", "times_reference": )"
                     << result.times_reference;
            json << (i + 1 < results_.size() ? "},\n" : "}\n");
        }
        json << "]\n";
    }

private:
    void add(const std::string& name, double per_second) {
        rates_[name] = per_second;
        results_.push_back({name, per_second, reference_of(name), 0});
    }

    static void print(const Result& result) {
        std::printf("%-44s %14.0f a second %12.2f ns each", result.name.c_str(), result.per_second,
                    1e9 / result.per_second);
        if (result.times_reference > 0)
            std::printf("  %6.1f times %s", result.times_reference, result.reference.c_str());
        std::printf("\n");
    }

    std::vector<Result> results_;
    std::map<std::string, double> rates_;
};

}  // namespace

int main(int argc, char** argv) {
    primum::keep_memory_for_reuse();  // as the executable does
    benchmark::Initialize(&argc, argv);
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
