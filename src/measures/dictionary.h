#pragma once
// The dictionary in the database: measures and the versions of their definitions.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/measure.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::measures {

/// All measures but drafts of others, in order of their codes. Drafts are for those whose scope
/// reads their owner.
std::vector<Measure> all_measures(const store::Reader& db, const store::Scope& scope);

std::optional<Measure> find_measure(const store::Reader& db, MeasureId id);
std::optional<Measure> find_measure_by_code(const store::Reader& db, std::string_view code);
/// The one made from this measure of the library, the top's before others'.
std::optional<Measure> find_measure_by_library(const store::Reader& db, std::string_view code);

/// The code of the measure made from each row of the library that has one.
std::map<std::string, std::string, std::less<>> codes_by_library(const store::Reader& db);

/// Throws store::Violated where the code is taken: ask find_measure_by_code first. Whatever is no
/// draft can be found in the search.
MeasureId add_measure(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                      const std::string& code, const std::string& library_code, Status status,
                      const Version& first, const std::string& copied_from = {});

/// The next version: holds from its day, which must be after that of the latest. False where
/// somebody else has changed the measure since. Charts of series follow in the same transaction:
/// call refresh_readings_of (saving.h) afterwards.
bool add_version(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Measure& before, const Version& version);

/// A draft, by which nothing is counted yet, says something else from its beginning. False where
/// somebody else has changed it since, or it is no draft any more.
bool save_draft(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                const Measure& before, const Version& version);

/// False where somebody else has changed it since.
bool save_status(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Measure& before, Status status);

}  // namespace primum::measures
