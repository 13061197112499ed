#pragma once
// A file as an analyst means it: series of points in order of time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/checked.h"
#include "csv/table.h"
#include "datasets/columns.h"
#include "datasets/notes.h"
#include "datasets/periods.h"
#include "datasets/rows.h"
#include "spc/series.h"

namespace primum::datasets {

/// What is to be read from a file.
struct Question {
    WantedColumns columns;
    std::vector<Condition> where;

    /// Dates at which new lines begin, in every series.
    std::vector<std::string> rebases;

    /// How many points at the beginning of each phase set its lines; 0 is all.
    std::size_t baseline = 0;

    /// Rows with one date are one subgroup (x-bar and s charts). Otherwise they are refused.
    bool subgroups = false;

    /// Each row is an event (g and t charts): several may have one date.
    bool events = false;
};

/// The points of all series, one series behind the other, each in order of time.
struct Dataset {
    struct Member {
        std::string name;
        std::size_t begin = 0;  ///< of its points
        std::size_t end = 0;
        std::vector<spc::Phase> phases;
    };
    std::vector<Member> members;  ///< in the order in which the file names them first

    std::vector<double> values;          ///< measurements, counts or numerators; means of subgroups
    std::vector<double> denominators;    ///< empty when there are none; sizes of subgroups
    std::vector<double> spreads;         ///< standard deviations of subgroups; otherwise empty
    std::vector<std::uint8_t> excluded;  ///< empty when nothing is
    std::vector<double> targets;         ///< empty when one holds for all; NaN is none
    std::vector<Key> keys;
    std::vector<std::uint32_t> row_numbers;  ///< as a spreadsheet shows them
    Calendar calendar;

    // Headings, for sentences and labels.
    std::string value_name;
    std::string denominator_name;  ///< empty when there is none
    std::string by_name;           ///< of the columns that name the series; empty when there is one

    std::size_t size() const { return values.size(); }
};

/// What the engine takes. Borrows from the data set.
spc::Series series_of(const Dataset& data, const Dataset::Member& member);

/// Reads what was asked, or says by row and column why that cannot be. Decisions go into the notes.
Checked<Dataset> dataset_of(const csv::Table& table, const Question& question, Notes& notes);

}  // namespace primum::datasets
