#pragma once
// Changes to organisations: each with its audit entry, in the caller's transaction.
//
// Every change of a known organisation names the one that the person saw, and answers false, having
// done nothing, where somebody else has changed it since.

#include <optional>
#include <string>

#include "organisations/organisation.h"
#include "store/audit.h"
#include "store/db.h"

namespace primum::organisations {

/// A new organisation, as a form or a file describes it.
struct Draft {
    std::string name;
    std::string kind;
    std::optional<Identifier> identifier;
    std::optional<Day> opened;
    std::optional<Day> closed;
};

/// Adds one below a parent, from its opening on or since ever; at the top without a parent. The
/// caller has asked whether it may change the parent.
OrganisationId add(store::Writer& db, const store::Stamp& stamp, const Draft& draft,
                   const std::optional<ParentLink>& below);

/// Corrects what was wrong all along: name, opened, closed as in `after`. Keeps no history but the
/// audit.
bool correct(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Organisation& before, const Organisation& after);

/// From a day on it has a new name; the old one remains as a former name.
bool rename(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Organisation& before, std::string_view name, Day from);

/// Makes these its parents; see check_links and check_parent.
bool place(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Organisation& before, const std::vector<ParentLink>& links);

/// The last day it is open; it stays findable.
bool close(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Organisation& before, Day last_day);

/// `before` goes on as part of `successor` from that day: it closes the day before, and what lies
/// directly below it then lies below the successor.
bool merge(store::Writer& db, const store::Writable& owner, const store::Writable& successor,
           const store::Stamp& stamp, const Organisation& before, Day on);

/// Gives it a name in a system, or another one. Refuses one that another organisation has.
bool identify(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
              const Identifier& identifier);

}  // namespace primum::organisations
