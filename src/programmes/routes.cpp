#include "programmes/routes.h"

#include "access/policy.h"
#include "programmes/actions.h"

namespace primum::programmes {

void add_routes(access::Routes& routes, const people::Accounts& accounts) {
    using namespace access::policy;
    const auto with_accounts = [&accounts](auto* action) -> access::Action {
        return [&accounts, action](const http::Request& request, access::Context& context) {
            return action(accounts, request, context);
        };
    };

    routes.get("/programmes", public_page, show_programmes);
    routes.get("/programmes/new", programme_keepers, ask_for_programme);
    routes.post("/programmes/new", programme_keepers, save_new_programme);
    routes.get("/programmes/{programme}", public_page, show_programme);
    routes.get("/programmes/{programme}/apply", public_page, show_how_to_apply);
    routes.get("/programmes/{programme}/cohorts/{number}", public_page, show_cohort);

    routes.get("/programmes/{programme}/work", programme_keepers, show_desk);
    routes.get("/programmes/{programme}/details", programme_keepers, ask_for_details);
    routes.post("/programmes/{programme}/details", programme_keepers, save_details);
    routes.get("/programmes/{programme}/roles", programme_keepers, ask_for_roles);
    routes.post("/programmes/{programme}/roles", programme_keepers, save_roles);
    routes.get("/programmes/{programme}/checks", programme_keepers, ask_for_checks);
    routes.post("/programmes/{programme}/checks", programme_keepers, save_check_weights);
    routes.get("/programmes/{programme}/parts/new", programme_keepers, ask_for_part);
    routes.post("/programmes/{programme}/parts/new", programme_keepers, save_one_part);
    routes.get("/programmes/{programme}/parts/{position}", programme_keepers, ask_for_part);
    routes.post("/programmes/{programme}/parts/{position}", programme_keepers, save_one_part);
    routes.get("/programmes/{programme}/tasks/new", programme_keepers, ask_for_task);
    routes.post("/programmes/{programme}/tasks/new", programme_keepers, save_one_task);
    routes.get("/programmes/{programme}/tasks/{position}", programme_keepers, ask_for_task);
    routes.post("/programmes/{programme}/tasks/{position}", programme_keepers, save_one_task);

    routes.get("/programmes/{programme}/cohorts/new", programme_keepers, ask_for_cohort);
    routes.post("/programmes/{programme}/cohorts/new", programme_keepers, save_new_cohort);
    routes.get("/programmes/{programme}/cohorts/{number}/work", programme_keepers,
               show_cohort_desk);
    routes.get("/programmes/{programme}/cohorts/{number}/details", programme_keepers,
               ask_for_cohort_details);
    routes.post("/programmes/{programme}/cohorts/{number}/details", programme_keepers,
                with_accounts(save_cohort_details));
    routes.get("/programmes/{programme}/cohorts/{number}/parts/{position}", programme_keepers,
               ask_for_cohort_part);
    routes.post("/programmes/{programme}/cohorts/{number}/parts/{position}", programme_keepers,
                save_cohort_part);
    routes.get("/programmes/{programme}/cohorts/{number}/tasks/{position}", programme_keepers,
               ask_for_cohort_task);
    routes.post("/programmes/{programme}/cohorts/{number}/tasks/{position}", programme_keepers,
                save_cohort_task);
    routes.get("/programmes/{programme}/cohorts/{number}/attendance/{position}", programme_keepers,
               ask_for_attendance);
    routes.post("/programmes/{programme}/cohorts/{number}/attendance/{position}", programme_keepers,
                take_attendance);
    routes.get("/programmes/{programme}/cohorts/{number}/applications/{application}",
               programme_keepers, show_application);
    routes.post("/programmes/{programme}/cohorts/{number}/applications/{application}/decision",
                programme_keepers, with_accounts(save_decision));
    routes.get("/programmes/{programme}/cohorts/{number}/teams/{team}", programme_keepers,
               show_one_team);

    routes.get("/organisations/{id}/programmes", members, show_workspaces);
    routes.get("/organisations/{id}/programmes/{programme}", members, show_workspace);
    const std::string cohort = "/organisations/{id}/programmes/{programme}/cohorts/{number}";
    routes.get(cohort + "/application", organisation_leaders, ask_for_application);
    routes.post(cohort + "/application", organisation_leaders, with_accounts(save_application));
    routes.post(cohort + "/application/sponsorship", chief_executives, save_sponsorship);
    routes.get(cohort + "/application/withdrawal", organisation_leaders, ask_for_withdrawal);
    routes.post(cohort + "/application/withdrawal", organisation_leaders,
                with_accounts(save_withdrawal));
    routes.get(cohort + "/team", members, show_team);
    routes.get(cohort + "/team/places/new", organisation_leaders, ask_for_seat);
    routes.post(cohort + "/team/places/new", organisation_leaders, save_seat);
    routes.get(cohort + "/team/places/{place}", organisation_leaders, ask_for_change_of_seat);
    routes.post(cohort + "/team/places/{place}", organisation_leaders, save_change_of_seat);
    routes.post(cohort + "/team/tasks/{task}", participants, tick_task);
    routes.get(cohort + "/team/withdrawal", organisation_leaders, ask_for_leaving);
    routes.post(cohort + "/team/withdrawal", organisation_leaders, with_accounts(save_leaving));

    routes.get("/organisations/{id}/capability", participants, show_capability);
    routes.get("/organisations/{id}/capability/{level}", participants, show_level);
    routes.get("/organisations/{id}/capability/{level}/new", participants, ask_for_assessment);
    routes.post("/organisations/{id}/capability/{level}/new", participants, save_new_assessment);
    routes.get("/organisations/{id}/capability/{level}/{assessment}", participants,
               show_assessment);
    routes.post("/organisations/{id}/capability/{level}/{assessment}", participants,
                save_more_of_assessment);
    routes.post("/organisations/{id}/capability/{level}/{assessment}/sharing", participants,
                save_sharing);
    routes.post("/organisations/{id}/capability/{level}/{assessment}/gaps", participants, save_gap);
    routes.post("/organisations/{id}/capability/{level}/{assessment}/gaps/{gap}", participants,
                tick_gap_done);
}

}  // namespace primum::programmes
