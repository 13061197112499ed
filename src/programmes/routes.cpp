#include "programmes/routes.h"

namespace primum::programmes {

void add_routes(access::Routes&, const people::Accounts&) {}

}  // namespace primum::programmes
