#pragma once
// What the chart of a series says as it stands, kept beside the series so that lists and boards
// need not ask its points.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datasets/standing.h"
#include "measures/series.h"
#include "spc/analysis.h"

namespace primum::measures {

/// Numbers are as plotted, at the latest point that has a value.
struct Reading {
    std::int64_t revision = 0;  ///< of the series, when this was said
    int points = 0;             ///< with a number
    std::optional<Day> latest;  ///< absent where no point has one
    std::optional<double> value;
    std::optional<double> centre;
    std::optional<double> lower;
    std::optional<double> upper;
    std::optional<double> target;
    spc::Variation variation = spc::Variation::none;
    spc::Assurance assurance = spc::Assurance::none;
    datasets::Standing standing = datasets::Standing::unknown;
    std::string signal_rule;          ///< of the signal on the latest point: "shift"; or empty
    std::optional<Day> signal_since;  ///< the period of its first point
};

std::optional<Reading> find_reading(const store::Reader& db, const store::Readable& organisation,
                                    SeriesId series);

/// A series with its reading, for lists. The measure's name is that of its latest definition.
struct Line {
    Series series;
    std::string organisation_name;
    std::string measure_name;
    Reading reading;
};
/// Of one organisation, in order of attention (datasets/standing.h), then by name.
std::vector<Line> lines_of(const store::Reader& db, const store::Readable& organisation);
/// Of one measure at and below an organisation, as the tree is on a day; in the same order, at most
/// `limit` from `offset`.
std::vector<Line> lines_below(const store::Reader& db, const store::ReadableTree& top,
                              const MeasureId& measure, Day day, std::size_t offset,
                              std::size_t limit);

/// Within this room: replaces what was kept.
void keep_reading(store::Writer& db, const store::Writable& organisation, SeriesId series,
                  const Reading& reading);

}  // namespace primum::measures
