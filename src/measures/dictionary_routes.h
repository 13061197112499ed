#pragma once
// The dictionary's addresses, and what other rooms say on its pages.

#include <functional>
#include <vector>

#include "access/routes.h"
#include "html/html.h"
#include "library/neighbours.h"
#include "measures/measure.h"

namespace primum::measures {

/// A part of a measure's page: which campaigns work with it. Empty where there is nothing to say.
using DictionaryPanel = std::function<html::Html(const access::Context&, const Measure&)>;
using DictionaryPanels = std::vector<DictionaryPanel>;

void add_dictionary_routes(access::Routes& routes, DictionaryPanels panels = {});

/// What this room says on a row of the library: the measure that it has become, or the way there.
void add_neighbours(library::Neighbours& neighbours);

}  // namespace primum::measures
