#include "momentum/routes.h"

namespace primum::momentum {

void add_routes(access::Routes&) {}

}  // namespace primum::momentum
