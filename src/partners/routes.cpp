#include "partners/routes.h"

namespace primum::partners {

void add_routes(access::Routes&) {}

}  // namespace primum::partners
