#pragma once
// Early word: signals, whoever is told of them, and what they say.

#include "access/routes.h"
#include "measures/material.h"
#include "organisations/neighbours.h"

namespace primum::signals {

void add_routes(access::Routes& routes);

/// What waits for somebody, in "Your organisations".
void add_neighbours(organisations::Neighbours& neighbours);

/// What was found on a series' chart before, and what people said of it.
html::Html series_panel(const access::Context& context, const organisations::Here& here,
                        const measures::Material& material);

}  // namespace primum::signals
