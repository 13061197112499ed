#pragma once
// What this room says on the pages of others.

#include "measures/neighbours.h"
#include "organisations/neighbours.h"

namespace primum::boards {

/// The way back up from a point, and the ways to a series' board, its units and its comparison.
html::Html way_up_panel(const access::Context& context, const organisations::Here& here,
                        const measures::Material& material);
/// The way back up alone, for the page that others see.
html::Html ways_panel(const access::Context& context, const organisations::Here& here,
                      const measures::Material& material);
html::Html board_door(const access::Context& context, const organisations::Here& here);
html::Html board_panel(const access::Context& context, const organisations::Here& here);

void add_neighbours(measures::Neighbours& neighbours);
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::boards
