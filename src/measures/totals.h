#pragma once
// Sums and counts over everything below an organisation, kept up to date with every change of a
// point, so that a national board costs no more than a ward's.

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "datasets/standing.h"
#include "measures/series.h"

namespace primum::measures {

/// The sum of one period. What an organisation reports itself stands for what lies below it; points
/// that are excluded, or that have no number, are not in it.
struct Total {
    Day period;
    double numerator = 0;
    double denominator = 0;   ///< 0 where nothing divides
    std::int64_t series = 0;  ///< how many reported
};
/// Below an organisation, not of itself; in order of time. Raw: for whoever may read below it;
/// for others through disclosure control.
std::vector<Total> totals_of(const store::Reader& db, const store::Readable& organisation,
                             const MeasureId& measure);
bool has_totals(const store::Reader& db, const store::Readable& organisation,
                const MeasureId& measure);

/// How many series below an organisation stand where.
struct StandingCount {
    MeasureId measure;
    std::string kind;  ///< of the organisations that keep them: "ward"
    datasets::Standing standing = datasets::Standing::unknown;
    std::int64_t series = 0;
};
std::vector<StandingCount> standings_below(const store::Reader& db,
                                           const store::Readable& organisation);

/// All sums and counts of a measure, anew from its points. Where the tree changes, or an
/// organisation begins to report what its parts report already.
void rebuild_totals(store::Writer& db, const Measure& measure);

/// How many of the sums and counts of a measure are not what its points and readings make.
std::size_t wrong_totals(const store::Reader& db, const Measure& measure, Day today);

/// Changes of sums and counts, gathered and written once.
class TotalChanges {
public:
    explicit TotalChanges(const store::Reader& db) : db_(db) {}

    /// A point of a series for all patients became another; either may be absent.
    void point(const Series& series, Day period, const Total& before, const Total& after);
    void standing(const Series& series, Day today, std::optional<datasets::Standing> before,
                  datasets::Standing after);
    /// Everything that a series adds to what lies above it, taken away or put there.
    void remove(const Series& series, Day today) { whole(series, today, -1); }
    void add(const Series& series, Day today) { whole(series, today, 1); }
    /// The tree has changed: where series lie is asked again.
    void tree_changed() {
        above_.clear();
        latest_ = nullptr;
    }

    void write(store::Writer& db);

    /// How many sums and counts differ from what stands in the database, where everything that a
    /// measure has was added.
    std::size_t differences(const MeasureId& measure) const;

private:
    struct Ancestor {
        OrganisationId id;
        Day from;
        Day until;
        std::int64_t depth;
        bool speaks_for_itself;         ///< it has a series of the measure
        std::map<Day, Total>* changes;  ///< of points_
    };
    struct Above {
        OrganisationId organisation;
        MeasureId measure;
        std::string kind;  ///< of the organisation itself
        std::vector<Ancestor> ancestors;
    };
    const Above& above(const Series& series);
    void whole(const Series& series, Day today, int by);
    void count(const Series& series, Day today, datasets::Standing standing, int by);

    using PointKey = std::pair<OrganisationId, MeasureId>;
    using StandingKey = std::tuple<OrganisationId, MeasureId, std::string, datasets::Standing>;

    const store::Reader& db_;
    std::map<std::pair<OrganisationId, MeasureId>, Above> above_;
    const Above* latest_ = nullptr;  // of above_: mostly the next point is of the same series
    std::map<PointKey, std::map<Day, Total>> points_;  // above_ points into it
    std::map<StandingKey, std::int64_t> standings_;
};

}  // namespace primum::measures
