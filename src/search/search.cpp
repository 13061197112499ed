#include "search/search.h"

namespace primum::search {

void put(store::Writer&, const Document&) {}

void remove(store::Writer&, std::string_view) {}

}  // namespace primum::search
