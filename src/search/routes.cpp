#include "search/routes.h"

namespace primum::search {

void add_routes(access::Routes&) {}

}  // namespace primum::search
