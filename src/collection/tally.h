#pragma once
// Tallies of care bundles: one patient at a time, without saying who; each element done, not done,
// or left out for a reason.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "collection/due.h"
#include "measures/saving.h"

namespace primum::collection {

struct Element {
    std::string words;
    std::string evidence;    ///< how somebody knows that it was done
    bool exception = false;  ///< whether it may be left out for a reason
};

/// What is asked of each patient. Version 0: the library's, before anything was observed with it.
struct Sheet {
    int version = 0;
    std::string bundle;  ///< code of the library's; empty where the organisation wrote its own
    std::vector<Element> elements;
};

/// Whether its numbers may be tallied: a process measure whose points are shares of patients.
bool is_tallied(const measures::Definition& definition);

/// Those bundles of the library that carry the intervention of a measure.
std::vector<Sheet> library_sheets(const store::Reader& db, const measures::Measure& measure,
                                  Day day);

/// The sheet in use: the organisation's latest; otherwise the library's, of the bundle that the
/// measure itself counts. Any other is for somebody to choose.
std::optional<Sheet> sheet_of(const store::Reader& db, const store::Readable& organisation,
                              const Kept& kept, Day day);
/// As a patient was observed with it.
Sheet sheet_version(const store::Reader& db, const store::Readable& organisation,
                    measures::SeriesId series, int version);

/// Gives the version under which it is kept from now on.
int save_sheet(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               measures::SeriesId series, const Sheet& sheet);

struct Observation;
using ObservationId = Id<Observation>;

struct Observation {
    ObservationId id;
    Day day;
    int version = 1;
    std::string answers;  ///< a letter an element: y, n, x (exception)
    std::string reasons;

    /// All or none: met where every element was done, or left out for a reason that is allowed.
    bool met() const { return answers.find('n') == std::string::npos; }
};

/// In the order in which they were made; of days from … until.
std::vector<Observation> observations_of(const store::Reader& db,
                                         const store::Readable& organisation,
                                         measures::SeriesId series, Day from, Day until);

struct TallySum {
    int patients = 0;
    int met = 0;
};
TallySum sum_of(const std::vector<Observation>& observations);

/// Counts a patient, and brings the point of the period up to date: numerator met, denominator
/// patients. Counted already where the form came before. Refuses where the period has a number that
/// is not this tally's.
Checked<void> observe(store::Writer& db, const store::Writable& organisation,
                      const store::Stamp& stamp, const Kept& kept, const Sheet& sheet,
                      const Observation& observation, const std::string& once);

/// Takes back the last patient that this person counted on a day; false where there is none.
bool undo_last(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               const Kept& kept, Day day);

/// How often each element was missed, by its words, in the order of the sheets.
struct Missed {
    std::string element;
    int times = 0;
};
std::vector<Missed> missed_in(const store::Reader& db, const store::Readable& organisation,
                              measures::SeriesId series, Day from, Day until);

}  // namespace primum::collection
