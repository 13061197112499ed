#include "report.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include <ostream>

namespace primum::golden {

Report::Row& Report::row_of(const Case& golden) {
    auto& row = rows_[{golden.peer, golden.chart}];
    ++row.run;
    return row;
}

void Report::passed(const Case& golden) {
    ++row_of(golden).passed;
}

void Report::not_supported(const Case& golden, const std::string& reason) {
    auto& row = row_of(golden);
    ++row.not_supported;
    row.lacking.insert(reason);
}

void Report::differs_on_purpose(const Case& golden, const std::vector<const Reason*>& reasons) {
    auto& row = row_of(golden);
    ++row.on_purpose;
    for (const auto* const reason : reasons)
        row.headings.emplace(reason->heading);
}

void Report::differs(const Case& golden, const std::vector<Difference>& found) {
    row_of(golden);
    ++differing_;
    for (const auto& one : found) {
        fmt::print(out_, "{}: {}, row {}: expected {}, got {}, relative error {:.2g}", golden.id,
                   one.column, one.row, one.expected, one.got, one.relative_error);
        if (!every_difference_ && found.size() > 1)
            fmt::print(out_, " ({} fields differ)", found.size());
        fmt::print(out_, "\n");
        if (!every_difference_) return;
    }
}

void Report::broken(const std::string& name, const std::string& what) {
    ++differing_;
    fmt::print(out_, "{}: {}\n", name, what);
}

void Report::print_row(const std::string& peer, const std::string& chart, const Row& row) const {
    fmt::print(out_, "{:<20} {:<22} {:>4} {:>7} {:>11} {:>14}  {}\n", peer, chart, row.run,
               row.passed, row.on_purpose, row.not_supported,
               fmt::join(row.headings.empty() ? row.lacking : row.headings, "; "));
}

void Report::print_table() const {
    fmt::print(out_, "{:<20} {:<22} {:>4} {:>7} {:>11} {:>14}  {}\n", "peer", "chart", "run",
               "passed", "on purpose", "not supported", "why");
    Row total;
    for (const auto& [name, row] : rows_) {
        print_row(name.first, name.second, row);
        total.run += row.run;
        total.passed += row.passed;
        total.on_purpose += row.on_purpose;
        total.not_supported += row.not_supported;
    }
    print_row("all", "", total);
    fmt::print(out_, "{} differ without a reason\n", differing_);
}

}  // namespace primum::golden
