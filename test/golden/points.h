#pragma once
// The rows of one series of a case as the points of a chart.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "case.h"
#include "spc/analysis.h"
#include "spc/subgroups.h"

namespace primum::golden {

/// What becomes of several rows with one date.
enum class Aggregate : std::uint8_t { sum, mean, median, sd };

/// One entry a point, in the order of the input. Vectors that a chart does not need are empty.
struct Points {
    Cell series;
    std::vector<Cell> x;
    std::vector<double> values;
    std::vector<double> denominators;
    std::vector<double> spreads;
    std::vector<std::uint8_t> excluded;
    std::vector<std::size_t> phase;  ///< of each point, from 0
    std::vector<spc::Phase> phases;

    std::size_t size() const { return x.size(); }
    spc::Series to_analyse() const;
};

/// The dates of a series of the input, each with its rows; without a date every row is a point.
class Grouped {
public:
    Grouped(const Table& input, const SeriesRows& series);

    std::size_t size() const { return rows_.size(); }

    /// Series, dates, exclusions and phases; values are for the caller to add. Exclusions and
    /// phases come from the columns of these names, or from the option lists named here.
    Points points(const CaseOptions& options, std::string_view exclude_option,
                  std::string_view split_option) const;

    /// The values of each date, made one; NaN where there is none.
    std::vector<double> values(Aggregate aggregate) const;

    /// The same for charts of subgroups.
    spc::Subgroups subgroups() const;

    /// Sums of numerators and denominators. A row that lacks one lacks both; a date without a
    /// complete row is NaN.
    void add_ratios(Points& points) const;

private:
    std::vector<std::vector<double>> present() const;

    const Table& input_;
    Cell name_;
    std::vector<Cell> dates_;
    std::vector<std::vector<std::size_t>> rows_;
};

/// Phases that begin where the number in `phase` changes, each with a baseline as long.
std::vector<spc::Phase> phases_of(const std::vector<std::size_t>& phase, std::size_t baseline = 0,
                                  bool baseline_from_end = false);

/// Whether the points that follow each other are dates or numbers rather than names.
bool is_sequence(const std::vector<Cell>& x);

/// 1 for true: flags as the cases write them.
inline double flag(bool is_set) {
    return is_set ? 1.0 : 0.0;
}

}  // namespace primum::golden
