#include "signals/routes.h"

#include "access/policy.h"
#include "signals/actions.h"

namespace primum::signals {

void add_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/organisations/{id}/signals/{signal}", members, show_signal);
    routes.post("/organisations/{id}/signals/{signal}", data_enterers, answer_signal);
}

}  // namespace primum::signals
