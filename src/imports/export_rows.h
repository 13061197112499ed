#pragma once
// Within this room: what CSV and workbook have in common.

#include <cmath>
#include <functional>
#include <string>

#include "datasets/points.h"
#include "imports/export.h"
#include "measures/study.h"

namespace primum::imports {

/// One point with what its chart says of it.
struct ExportRow {
    const measures::Material& material;
    const measures::Point& point;
    std::string organisation_code;
    std::string organisation_name;
    Day period_end;
    double value = spc::kMissing;
    double target = spc::kMissing;
    spc::Limits limits;
    std::string signals;
    std::size_t phase = 1;
};

/// Every point in order of organisations, series and time. Series of measures in `measures` are
/// looked up there.
void each_row(const store::Reader& db, const store::Scope& scope, const Wanted& wanted,
              const std::vector<measures::Measure>& measures,
              const std::function<void(const ExportRow&)>& visit);

/// The measures that are wanted.
std::vector<measures::Measure> measures_of(const store::Reader& db, const store::Scope& scope,
                                           const Wanted& wanted);

}  // namespace primum::imports
