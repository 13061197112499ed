#include "library/routes.h"

namespace primum::library {

void add_routes(access::Routes&) {}

}  // namespace primum::library
