#include "campaigns/routes.h"

namespace primum::campaigns {

void add_routes(access::Routes&, const people::Accounts&) {}

}  // namespace primum::campaigns
