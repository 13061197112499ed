#pragma once
// The library's pages in the search.

#include <string_view>

#include "html/html.h"
#include "library/set.h"
#include "store/db.h"

namespace primum::library {

/// Where an item has its page: "/library/measures/CORE-01".
html::Url address(std::string_view set, std::string_view code);

/// Puts an item as it now is into the search.
void index(store::Writer& db, const Set& set, std::string_view code, const Fields& fields);

}  // namespace primum::library
