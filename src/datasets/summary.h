#pragma once
// One series in a line, for tables.

#include <cstddef>
#include <optional>
#include <string>

#include "chart/number.h"
#include "datasets/study.h"

namespace primum::datasets {

struct Summary {
    std::size_t points = 0;             ///< values that are there
    std::optional<std::size_t> latest;  ///< the last of them
    double value = spc::kMissing;       ///< there
    spc::Limits limits;                 ///< there
    double target = spc::kMissing;      ///< there
};

Summary summary_of(const Study& study, std::size_t member);

/// "RRK"; "All" where a file holds one series without a name.
std::string name_of(const Study& study, std::size_t member);

/// The centre line's name: "Mean" or "Median".
std::string_view centre_name(const Study& study);

/// How the numbers of a study are written everywhere: proportions as percentages, the same number
/// of decimals for all series.
chart::NumberFormat number_format(const Study& study);

/// What the plotted values are: "breaches / attendances", "falls per 1,000 bed days".
std::string unit_of(const Study& study);

/// "Apr 2016 to Mar 2019", of all points or those of one series; empty where there are no dates.
std::string time_span(const Study& study);
std::string time_span(const Study& study, std::size_t member);

}  // namespace primum::datasets
