#include "people/routes.h"

namespace primum::people {

void add_routes(access::Routes& routes, Accounts& accounts) {
    add_sign_in_routes(routes, accounts);
    add_recovery_routes(routes, accounts);
    add_joining_routes(routes, accounts);
    add_account_routes(routes, accounts);
    add_second_factor_routes(routes, accounts);
}

}  // namespace primum::people
