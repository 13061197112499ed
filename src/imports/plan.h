#pragma once
// What an import would do, before it does it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "imports/directory.h"
#include "imports/incoming.h"
#include "measures/point.h"
#include "measures/saving.h"
#include "measures/series.h"

namespace primum::imports {

using measures::Saved;

/// A point as it will be. Its texts are names of the reading.
struct PlannedPoint {
    Day period;
    double numerator;    ///< NaN where there is none
    double denominator;  ///< NaN where there is none
    std::uint32_t note = kNobody;
    std::uint32_t excluded = kNobody;
    std::uint32_t row = 0;
    Saved fate = Saved::added;
};

struct PlannedSeries {
    OrganisationId organisation;
    const measures::Measure* measure = nullptr;  ///< of the directory
    std::string stratum;
    std::optional<measures::Series> series;  ///< absent where it must be opened first
    std::vector<PlannedPoint> points;        ///< in order of time, each period once
    /// Of points that have a note or are excluded, where the file does not speak of it.
    std::map<Day, measures::Said> kept = {};

    std::ptrdiff_t changes() const;  ///< points that it adds or changes
};

/// Series in an order that is the same whenever the same file is planned.
struct Plan {
    std::vector<PlannedSeries> series;
    std::vector<RowProblem> problems;  ///< of the reading, and what was found since
    std::size_t points = 0;
    std::size_t count(Saved fate) const;
};

/// What the file does not say itself.
struct Unsaid {
    OrganisationId organisation;
    const measures::Measure* measure = nullptr;  ///< absent where the file names measures
};

/// Compares a reading with what is there: names are looked up, rows that are to be counted are
/// added up, periods without an incident between the first and the last are zeros. Rows with no
/// number and no note say nothing, but of events, where the day is all there is: an import never
/// takes a point away, nor a denominator, a note or an exclusion that the file does not have. Rows
/// that cannot be taken are left out, with the reason. `db` and `scope` say what is there.
Plan plan_import(const store::Reader& db, const store::Scope& scope, const Directory& directory,
                 const Reading& reading, const Unsaid& unsaid, Day today);

/// What is saved for a point.
measures::Said said_of(const PlannedSeries& planned, const PlannedPoint& point,
                       const Reading& reading);

}  // namespace primum::imports
