#pragma once
// Which series of an organisation others may see, and where they find them.

#include <cstddef>
#include <string>
#include <vector>

#include "measures/series.h"

namespace primum::measures {

/// Whether somebody without a role in the organisation may see it, through publish()
/// (publishing.h).
bool may_see(const Series& series, bool signed_in);

/// A series that others may see, by whose it is.
struct SharedSeries {
    Series series;
    std::string organisation_name;
    std::string measure_name;

    /// "Falls with harm", with its stratum "Falls with harm, women".
    std::string name() const {
        return series.stratum.empty() ? measure_name : measure_name + ", " + series.stratum;
    }
};
/// Those of an organisation that somebody without a role in it may see, by their measures' names.
std::vector<SharedSeries> shared_by(const store::Reader& db, OrganisationId organisation,
                                    bool signed_in);
/// Those of a measure, for all patients, by their organisations' names; at most `limit`.
std::vector<SharedSeries> shared_of(const store::Reader& db, const MeasureId& measure,
                                    bool signed_in, std::size_t limit);

/// Within this room: puts the page of a series for everybody into the search, with the words of
/// today; takes it out where it is not for everybody. Call it where either may have changed.
void tell_search(store::Writer& db, const Series& series);

}  // namespace primum::measures
