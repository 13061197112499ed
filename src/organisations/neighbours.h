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

struct Neighbours {
    std::vector<Panel> panels = {};
    std::vector<MinePanel> mine = {};
    std::vector<Merged> merged = {};
};

}  // namespace primum::organisations
