#pragma once
// Numbers that go out: Primum's own long CSV, and the same as a workbook.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/checked.h"
#include "measures/measure.h"
#include "store/db.h"
#include "store/scope.h"

namespace primum::imports {

/// What is wanted: the series at and below an organisation as the tree is on a day, of one measure
/// or of all. For whoever may read it raw: nothing is suppressed.
struct Wanted {
    OrganisationId top;
    std::optional<measures::MeasureId> measure;
    Day day;
};

/// One row a point, in an order of columns that stays: organisation_ods, measure, period_start,
/// period_end, location, numerator, denominator, value, target, mean, lower, upper, signal, phase,
/// suppressed, stratum, note, excluded. UTF-8 with a byte order mark, which Excel wants; numbers
/// have 17 significant digits, so that importing it again changes nothing.
std::string long_csv(const store::Reader& db, const store::Scope& scope, const Wanted& wanted);

/// The same in a sheet "Data", and in a sheet "Definitions" what the measures mean.
Checked<std::string> workbook(const store::Reader& db, const store::Scope& scope,
                              const Wanted& wanted, Instant made);

}  // namespace primum::imports
