#pragma once
// The numbers of a series, one a period, and what they were before.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measures/series.h"

namespace primum::measures {

/// What somebody says of a period. Without a numerator there is no number, and the note says why;
/// a period of which nobody has said anything has no point at all.
struct Said {
    Day period;                       ///< its first day
    std::optional<double> numerator;  ///< the value itself where nothing divides it
    std::optional<double> denominator;
    std::string note;
    std::string excluded;  ///< why it takes no part in lines and rules; empty where it does
    friend bool operator==(const Said&, const Said&) = default;
};

struct Point {
    Said said;
    std::string entered_by;  ///< a name; empty where nobody knows
    Instant entered_at;
    std::string import_id;  ///< of the import that brought it; empty where somebody entered it
    std::int64_t rev = 1;

    bool counts() const { return said.numerator && said.excluded.empty(); }
};

/// In order of time.
std::vector<Point> points_of(const store::Reader& db, const store::Readable& organisation,
                             SeriesId series);
std::optional<Point> find_point(const store::Reader& db, const store::Readable& organisation,
                                SeriesId series, Day period);

/// How a point stood before it was changed.
struct Revision {
    Point before;
    std::string replaced_by;
    Instant replaced_at;
    bool removed = false;  ///< nothing took its place
    std::string why;
};
/// The latest first.
std::vector<Revision> revisions_of(const store::Reader& db, const store::Readable& organisation,
                                   SeriesId series);

}  // namespace primum::measures
