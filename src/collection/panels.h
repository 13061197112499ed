#pragma once
// What this room says on the pages of others.

#include "collection/burden.h"
#include "measures/neighbours.h"
#include "organisations/neighbours.h"

namespace primum::collection {

/// What is due, on an organisation's page and, before everything else, on "Your organisations".
void add_neighbours(organisations::Neighbours& neighbours);

/// Tallies on the page of a series, whose views are counted there; ways from the list of series.
/// `views` must outlive the routes.
void add_neighbours(measures::Neighbours& neighbours, Views& views);

}  // namespace primum::collection
