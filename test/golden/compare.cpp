#include "compare.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace primum::golden {

namespace {

// What is left when numbers of this size, each right to a few units in the last place, cancel.
constexpr double kRounding = 1e-13;

std::string shown(const Cell& cell) {
    if (!cell.text.empty()) return cell.text;
    if (cell.is_missing()) return "missing";
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", cell.number);
    return text;
}

double largest(const Table::Column& column) {
    double most = 0;
    for (const Cell& cell : column)
        if (std::isfinite(cell.number)) most = std::max(most, std::abs(cell.number));
    return most;
}

double relative_error(const Cell& expected, const Cell& got) {
    const double error = std::abs(got.number - expected.number) / std::abs(expected.number);
    return std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
}

bool agree(const Cell& expected, const Cell& got, double tolerance, double floor) {
    if (!expected.is_number() || !got.is_number()) {
        return expected.is_number() == got.is_number() && expected.text == got.text;
    }
    if (expected.number == got.number) return true;
    const double error = std::abs(got.number - expected.number);
    return error <= std::max(tolerance * std::abs(expected.number), floor);
}

void compare_columns(const std::string& name, const Table::Column& expected,
                     const Table::Column& got, double tolerance, std::vector<Difference>& found) {
    const double floor = kRounding * largest(expected);
    for (std::size_t row = 0; row < std::max(expected.size(), got.size()); ++row) {
        if (row >= expected.size() || row >= got.size()) {
            found.push_back({name, row + 1, row < expected.size() ? "a row" : "no row",
                             row < got.size() ? "a row" : "no row",
                             std::numeric_limits<double>::infinity()});
            return;
        }
        if (!agree(expected[row], got[row], tolerance, floor))
            found.push_back({name, row + 1, shown(expected[row]), shown(got[row]),
                             relative_error(expected[row], got[row])});
    }
}

}  // namespace

std::vector<Difference> differences(const Case& golden, const Answer& answer) {
    std::vector<Difference> found;
    if (golden.refused != answer.refused)
        found.push_back({"error", 0, golden.refused ? "refused" : "an answer",
                         answer.refused ? "refused" : "an answer",
                         std::numeric_limits<double>::infinity()});
    if (golden.refused || answer.refused) return found;

    for (const auto& [part, expected] : golden.expected) {
        const auto table = answer.tables.find(part);
        for (const auto& [name, column] : expected.columns()) {
            const std::string full = part.empty() ? name : part + "." + name;
            const auto* const got =
                table == answer.tables.end() ? nullptr : table->second.find(name);
            if (got == nullptr)
                found.push_back(
                    {full, 0, "a column", "no column", std::numeric_limits<double>::infinity()});
            else
                compare_columns(full, column, *got, golden.tolerance, found);
        }
    }
    return found;
}

}  // namespace primum::golden
