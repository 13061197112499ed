#pragma once
// From a plan to the database, and back.

#include <cstddef>
#include <string>
#include <vector>

#include "imports/import.h"
#include "imports/plan.h"

namespace primum::imports {

/// How many points a command saves in one transaction: what takes less than a second, which is how
/// long others wait. Each transaction writes again the pages that those before it have touched, and
/// SQLite walks its journal after each statement: fewer take longer, and so do more.
inline constexpr std::size_t kMostOfACommand = 40'000;

/// Saves the series of a plan from the first that is not in yet, until about `most` points are; all
/// of it is in once import.done is as many as there are series, and its state says so then. The
/// counts of the import grow, and its row is saved; the caller's copy follows. Call it again, in
/// another transaction, for the rest.
void carry_on(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
              const Plan& plan, const Reading& reading, Import& import, std::size_t most,
              Day today);

/// A point that somebody has changed since an import brought it.
struct Touched {
    OrganisationId organisation;
    std::string series;  ///< its code
    Day period;
};

/// Takes a whole import back: its points go, and what they replaced is there again. Does nothing
/// where a later change touches any of them, and says which (at most twenty). Series that the
/// import opened stay.
std::vector<Touched> undo(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                          const Import& import, Day today);

}  // namespace primum::imports
