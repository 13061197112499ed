#pragma once
// What this room says on an organisation's page and on "Your organisations".

#include <vector>

#include "access/context.h"
#include "html/html.h"
#include "organisations/neighbours.h"

namespace primum::programmes {

html::Html organisation_panel(const access::Context& context, const organisations::Here& here);
html::Html mine_panel(const access::Context& context,
                      const std::vector<organisations::Organisation>& mine);
void merged_panel(store::Writer& db, const store::Writable& from, const store::Writable& into,
                  const store::Stamp& stamp, Day on);

/// The three as a neighbour of the room of organisations.
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::programmes
