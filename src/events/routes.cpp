#include "events/routes.h"

namespace primum::events {

void add_routes(access::Routes&, const people::Accounts&) {}

}  // namespace primum::events
