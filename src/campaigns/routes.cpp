#include "campaigns/routes.h"

#include "access/policy.h"
#include "campaigns/actions.h"
#include "campaigns/membership.h"
#include "campaigns/panels.h"

namespace primum::campaigns {
namespace {

void add_public_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/campaigns", public_page, show_campaigns);
    routes.get("/campaigns/{campaign}", public_page, show_campaign);
    routes.get("/campaigns/{campaign}/members", public_page, show_members);
    routes.get("/campaigns/{campaign}/members/{id}", public_page, show_member);
    routes.get("/campaigns/{campaign}/members/{id}/certificate", public_page, show_certificate);
    routes.get("/campaigns/{campaign}/members/{id}/certificate.svg", public_page,
               send_certificate_svg);
    routes.get("/campaigns/{campaign}/members/{id}/certificate.pdf", public_page,
               send_certificate_pdf);
    routes.get("/campaigns/{campaign}/interventions", public_page, show_interventions);
    routes.get("/campaigns/{campaign}/interventions/{code}", public_page, show_intervention);
    routes.get("/campaigns/{campaign}/pledges", public_page, show_pledges);
    routes.get("/campaigns/{campaign}/join", public_page, show_join);
}

void add_pledge_routes(access::Routes& routes, const people::Accounts& accounts) {
    using namespace access::policy;
    const auto with = [&accounts](auto* action) -> access::Action {
        return [&accounts, action](const http::Request& request, access::Context& context) {
            return action(accounts, request, context);
        };
    };
    routes.get("/campaigns/{campaign}/pledge", everyone, with(ask_for_pledge));
    routes.post("/campaigns/{campaign}/pledge", everyone, with(take_pledge));
    routes.get("/campaigns/{campaign}/pledge/sent", everyone, with(show_pledge_sent));
    routes.get("/pledge", everyone, show_pledge);
    routes.get("/pledge/certificate", everyone, show_pledge_certificate);
    routes.post("/pledge/confirmation", everyone, confirm_pledge);
    routes.post("/pledge/outcome", everyone, save_outcome);
    routes.post("/pledge/withdrawal", everyone, withdraw_pledge);
}

void add_workspace_routes(access::Routes& routes) {
    using namespace access::policy;
    const auto at = [](const char* what) {
        return std::string("/organisations/{id}/campaigns/{campaign}") + what;
    };
    routes.get(at(""), members, show_workspace);
    routes.get(at("/interventions"), organisation_leaders, ask_for_choices);
    routes.post(at("/interventions"), organisation_leaders, take_choices);
    routes.get(at("/pledge"), organisation_leaders, ask_for_words);
    routes.post(at("/pledge"), organisation_leaders, take_words);
    routes.get(at("/staff-letter"), organisation_leaders, ask_for_staff_letter);
    routes.post(at("/staff-letter"), organisation_leaders, take_staff_letter);
    routes.get(at("/review-training"), organisation_leaders, ask_for_training);
    routes.post(at("/review-training"), organisation_leaders, take_training);
    routes.get(at("/peers"), organisation_leaders, show_peers);
    routes.post(at("/peers"), organisation_leaders, save_peers);
    routes.post(at("/comments/{comment}/answer"), organisation_leaders, answer_comment);
    routes.get(at("/signature"), chief_executives, ask_for_signature);
    routes.post(at("/signature"), chief_executives, take_signature);
    routes.post(at("/signature/withdrawal"), chief_executives, take_signature_back);
    routes.get(at("/pause"), chief_executives, ask_for_pause);
    routes.post(at("/pause"), chief_executives, take_pause);
    routes.post(at("/resumption"), chief_executives, take_resumption);
    routes.get(at("/departure"), chief_executives, ask_for_departure);
    routes.post(at("/departure"), chief_executives, take_departure);
    routes.post(at("/carry-over"), chief_executives, take_carry_over_consent);

    routes.get("/campaigns/{campaign}/drafts", participants, show_drafts);
    routes.get("/campaigns/{campaign}/drafts/{id}", participants, show_draft);
    routes.post("/campaigns/{campaign}/drafts/{id}", participants, take_comment);
}

void add_office_routes(access::Routes& routes, const people::Accounts& accounts) {
    using namespace access::policy;
    const auto with = [&accounts](auto* action) -> access::Action {
        return [&accounts, action](const http::Request& request, access::Context& context) {
            return action(accounts, request, context);
        };
    };
    routes.get("/campaigns/new", campaign_keepers, ask_for_new_campaign);
    routes.post("/campaigns/new", campaign_keepers, take_new_campaign);
    routes.post("/campaigns/history", campaign_keepers, take_history);
    routes.get("/campaigns/{campaign}/office", campaign_keepers, show_office);
    routes.get("/campaigns/{campaign}/office/{id}", campaign_keepers, show_waiting);
    routes.post("/campaigns/{campaign}/office/{id}", campaign_keepers, with(decide));
    routes.get("/campaigns/{campaign}/details", campaign_keepers, ask_for_details);
    routes.post("/campaigns/{campaign}/details", campaign_keepers, take_details);
    routes.get("/campaigns/{campaign}/sponsors", campaign_keepers, ask_for_sponsors);
    routes.post("/campaigns/{campaign}/sponsors", campaign_keepers, take_sponsors);
    routes.get("/campaigns/{campaign}/choices", campaign_keepers, ask_for_interventions);
    routes.post("/campaigns/{campaign}/choices", campaign_keepers, take_interventions);
    routes.get("/campaigns/{campaign}/conditions", campaign_keepers, ask_for_conditions);
    routes.post("/campaigns/{campaign}/conditions", campaign_keepers, take_conditions);
    routes.get("/campaigns/{campaign}/lineage", campaign_keepers, ask_for_lineage);
    routes.post("/campaigns/{campaign}/lineage", campaign_keepers, take_lineage);
    routes.get("/campaigns/{campaign}/carry-over", campaign_keepers, with(ask_for_carry_over));
    routes.post("/campaigns/{campaign}/carry-over", campaign_keepers, with(take_carry_over));
}

}  // namespace

void add_routes(access::Routes& routes, const people::Accounts& accounts) {
    add_public_routes(routes);
    add_pledge_routes(routes, accounts);
    add_workspace_routes(routes);
    add_office_routes(routes, accounts);
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.emplace_back(organisation_panel);
    neighbours.mine.emplace_back(mine_panel);
    neighbours.merged.emplace_back(merged);
}

void add_dictionary_panels(measures::DictionaryPanels& panels) {
    panels.emplace_back(measure_panel);
}

}  // namespace primum::campaigns
