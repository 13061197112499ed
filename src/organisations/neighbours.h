#pragma once
// What other rooms add to this one: each is wired in src/app/installation.cpp.

#include <functional>
#include <vector>

#include "access/context.h"
#include "html/html.h"
#include "organisations/here.h"
#include "store/db.h"

namespace primum::organisations {

/// A part of an organisation's page, below what it is and above what lies below it: its campaigns,
/// its teams, its bookings. Empty where there is nothing to say.
using Panel = std::function<html::Html(const access::Context&, const Here&)>;

/// The same for "Your organisations", above the list: what waits for this person anywhere.
using MinePanel =
    std::function<html::Html(const access::Context&, const std::vector<Organisation>&)>;

/// What follows when one organisation goes on as another, in the same transaction.
using Merged = std::function<void(store::Writer&, const store::Writable& from,
                                  const store::Writable& into, const store::Stamp&, Day on)>;

/// Called before an organisation, and with it all that lies below, comes to lie elsewhere in the
/// tree; what it returns is called after, in the same transaction.
using Moving = std::function<std::function<void()>(store::Writer&, OrganisationId)>;

struct Neighbours {
    std::vector<Panel> panels = {};
    std::vector<MinePanel> mine = {};
    std::vector<Merged> merged = {};
    std::vector<Moving> moving = {};
};

/// Changes where an organisation lies, with what goes before and after. False where `change` is.
bool move_with(const Neighbours& neighbours, store::Writer& db, OrganisationId moved,
               const std::function<bool()>& change);

}  // namespace primum::organisations
