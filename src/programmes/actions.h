#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "people/accounts.h"

namespace primum::programmes {

// For everybody
http::Response show_programmes(const http::Request& request, access::Context& context);
http::Response show_programme(const http::Request& request, access::Context& context);
http::Response show_how_to_apply(const http::Request& request, access::Context& context);
http::Response show_cohort(const http::Request& request, access::Context& context);

// Of an organisation
http::Response show_workspaces(const http::Request& request, access::Context& context);
http::Response show_workspace(const http::Request& request, access::Context& context);
http::Response ask_for_application(const http::Request& request, access::Context& context);
http::Response save_application(const people::Accounts& accounts, const http::Request& request,
                                access::Context& context);
http::Response save_sponsorship(const http::Request& request, access::Context& context);
http::Response ask_for_withdrawal(const http::Request& request, access::Context& context);
http::Response save_withdrawal(const people::Accounts& accounts, const http::Request& request,
                               access::Context& context);
http::Response show_team(const http::Request& request, access::Context& context);
http::Response ask_for_seat(const http::Request& request, access::Context& context);
http::Response save_seat(const http::Request& request, access::Context& context);
http::Response ask_for_change_of_seat(const http::Request& request, access::Context& context);
http::Response save_change_of_seat(const http::Request& request, access::Context& context);
http::Response tick_task(const http::Request& request, access::Context& context);
http::Response ask_for_leaving(const http::Request& request, access::Context& context);
http::Response save_leaving(const people::Accounts& accounts, const http::Request& request,
                            access::Context& context);

// Self-assessment
http::Response show_capability(const http::Request& request, access::Context& context);
http::Response show_level(const http::Request& request, access::Context& context);
http::Response ask_for_assessment(const http::Request& request, access::Context& context);
http::Response save_new_assessment(const http::Request& request, access::Context& context);
http::Response show_assessment(const http::Request& request, access::Context& context);
http::Response save_more_of_assessment(const http::Request& request, access::Context& context);
http::Response save_sharing(const http::Request& request, access::Context& context);
http::Response save_gap(const http::Request& request, access::Context& context);
http::Response tick_gap_done(const http::Request& request, access::Context& context);

// Of who keeps a programme
http::Response ask_for_programme(const http::Request& request, access::Context& context);
http::Response save_new_programme(const http::Request& request, access::Context& context);
http::Response show_desk(const http::Request& request, access::Context& context);
http::Response ask_for_details(const http::Request& request, access::Context& context);
http::Response save_details(const http::Request& request, access::Context& context);
http::Response ask_for_roles(const http::Request& request, access::Context& context);
http::Response save_roles(const http::Request& request, access::Context& context);
http::Response ask_for_checks(const http::Request& request, access::Context& context);
http::Response save_check_weights(const http::Request& request, access::Context& context);
http::Response ask_for_part(const http::Request& request, access::Context& context);
http::Response save_one_part(const http::Request& request, access::Context& context);
http::Response ask_for_task(const http::Request& request, access::Context& context);
http::Response save_one_task(const http::Request& request, access::Context& context);
http::Response ask_for_cohort(const http::Request& request, access::Context& context);
http::Response save_new_cohort(const http::Request& request, access::Context& context);
http::Response show_cohort_desk(const http::Request& request, access::Context& context);
http::Response ask_for_cohort_details(const http::Request& request, access::Context& context);
http::Response save_cohort_details(const people::Accounts& accounts, const http::Request& request,
                                   access::Context& context);
http::Response ask_for_cohort_part(const http::Request& request, access::Context& context);
http::Response save_cohort_part(const http::Request& request, access::Context& context);
http::Response ask_for_cohort_task(const http::Request& request, access::Context& context);
http::Response save_cohort_task(const http::Request& request, access::Context& context);
http::Response ask_for_attendance(const http::Request& request, access::Context& context);
http::Response take_attendance(const http::Request& request, access::Context& context);
http::Response show_application(const http::Request& request, access::Context& context);
http::Response save_decision(const people::Accounts& accounts, const http::Request& request,
                             access::Context& context);
http::Response show_one_team(const http::Request& request, access::Context& context);

}  // namespace primum::programmes
