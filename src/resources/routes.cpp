#include "resources/routes.h"

namespace primum::resources {

void add_routes(access::Routes&) {}

}  // namespace primum::resources
