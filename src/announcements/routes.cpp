#include "announcements/routes.h"

namespace primum::announcements {

void add_routes(access::Routes&, const people::Accounts&) {}

}  // namespace primum::announcements
