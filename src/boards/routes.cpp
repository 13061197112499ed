#include "boards/routes.h"

#include "access/policy.h"
#include "boards/actions.h"

namespace primum::boards {

void add_routes(access::Routes& routes, disclosure::Mode outside) {
    using namespace access::policy;
    const auto with = [outside](auto* action) -> access::Action {
        return [outside, action](const http::Request& request, access::Context& context) {
            return action(outside, request, context);
        };
    };
    routes.get("/organisations/{id}/board", members, show_board);
    routes.get("/organisations/{id}/board/pack.pdf", members, send_pack_pdf);
    routes.get("/organisations/{id}/board/pack.csv", members, send_pack_csv);
    routes.get("/organisations/{id}/board/pack.xlsx", members, send_pack_xlsx);

    routes.get("/organisations/{id}/board/measures", data_keepers, ask_for_measures);
    routes.post("/organisations/{id}/board/measures", data_keepers, choose_measures);
    routes.get("/organisations/{id}/board/words", data_keepers, ask_for_words);
    routes.post("/organisations/{id}/board/words", data_keepers, change_words);

    routes.get("/organisations/{id}/board/narratives/{series}", members, ask_for_narrative);
    routes.post("/organisations/{id}/board/narratives/{series}", data_keepers, write_narrative);

    routes.get("/organisations/{id}/measures/{series}/units", members, show_units);
    routes.get("/organisations/{id}/compare/{measure}", members, with(show_comparison));

    routes.get("/campaigns/{campaign}/thread", everyone, show_thread);
    routes.get("/campaigns/{campaign}/numbers", public_page, with(show_public_measures));
    routes.get("/campaigns/{campaign}/public-measures", campaign_keepers, ask_for_public_measures);
    routes.post("/campaigns/{campaign}/public-measures", campaign_keepers, choose_public_measures);
}

}  // namespace primum::boards
