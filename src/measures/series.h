#pragma once
// A measure as one organisation keeps it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/measure.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::measures {

struct Series;
using SeriesId = Id<Series>;

/// Who beyond the organisation may see it; through disclosure control.
enum class Audience : std::uint8_t { organisation, members, everyone };
std::string_view name(Audience audience);
std::optional<Audience> parse_audience(std::string_view name);
const char* label(Audience audience);

struct Series {
    SeriesId id;
    OrganisationId organisation;
    MeasureId measure;
    std::string code;     ///< "core-01", "core-01.women": unique in its organisation
    std::string stratum;  ///< the part of the patients it is about; empty for all of them
    std::optional<spc::Chart> chart;  ///< absent where the definition's holds
    std::string rules = "mdc";
    Day starts;
    std::optional<Day> ends;
    int due_days = 10;               ///< after the end of a period
    std::optional<PersonId> keeper;  ///< who is asked for its numbers
    Audience audience = Audience::organisation;
    std::int64_t revision = 0;  ///< of what its chart shows
    std::int64_t rev = 1;       ///< of the row itself
};

/// Open and ended ones, in order of their codes.
std::vector<Series> series_of(const store::Reader& db, const store::Readable& organisation);
/// Those of all organisations at or below one.
std::vector<Series> series_below(const store::Reader& db, const store::ReadableTree& top,
                                 const MeasureId& measure, Day today);

/// Those of every organisation, for what a definition changes everywhere.
std::vector<Series> all_series_of(const store::Reader& db, const store::Scope& system,
                                  const MeasureId& measure);

std::optional<Series> find_series(const store::Reader& db, const store::Readable& organisation,
                                  SeriesId id);
std::optional<Series> find_series_by_code(const store::Reader& db,
                                          const store::Readable& organisation,
                                          std::string_view code);

/// What a series of this measure is called: "core-01", with a stratum "core-01.women".
std::string series_code(std::string_view measure_code, std::string_view stratum);

/// Its id and code are made here. Where organisations below report the measure already, sums above
/// it are made anew: what it reports stands for them. Throws store::Violated where there is one
/// already: ask find_series_by_code first.
Series open_series(store::Writer& db, const store::Writable& organisation,
                   const store::Stamp& stamp, const Measure& measure, Series series);

/// Everything but its organisation, measure, code and stratum. False where somebody else has
/// changed it since.
bool save_series(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Series& before, const Series& after);

/// Within this room: id, organisation_id, measure_id, code, stratum, chart, rules, starts_on,
/// ends_on, due_days, keeper_id, audience, revision and rev, the first columns of a row.
Series read_series(const store::Row& row);

}  // namespace primum::measures
