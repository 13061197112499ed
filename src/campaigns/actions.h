#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "people/accounts.h"

namespace primum::campaigns {

using http::Request;
using http::Response;

// What everybody may see.
Response show_campaigns(const Request& request, access::Context& context);
Response show_campaign(const Request& request, access::Context& context);
Response show_members(const Request& request, access::Context& context);
Response show_member(const Request& request, access::Context& context);
Response show_interventions(const Request& request, access::Context& context);
Response show_intervention(const Request& request, access::Context& context);
Response show_pledges(const Request& request, access::Context& context);
Response show_join(const Request& request, access::Context& context);

// The certificate of an organisation.
Response show_certificate(const Request& request, access::Context& context);
Response send_certificate_svg(const Request& request, access::Context& context);
Response send_certificate_pdf(const Request& request, access::Context& context);

// A person's own pledge.
Response ask_for_pledge(const people::Accounts& accounts, const Request& request,
                        access::Context& context);
Response take_pledge(const people::Accounts& accounts, const Request& request,
                     access::Context& context);
Response show_pledge_sent(const people::Accounts& accounts, const Request& request,
                          access::Context& context);
Response show_pledge(const Request& request, access::Context& context);
Response show_pledge_certificate(const Request& request, access::Context& context);
Response confirm_pledge(const Request& request, access::Context& context);
Response save_outcome(const Request& request, access::Context& context);
Response withdraw_pledge(const Request& request, access::Context& context);

// An organisation joins.
Response show_workspace(const Request& request, access::Context& context);
Response ask_for_choices(const Request& request, access::Context& context);
Response take_choices(const Request& request, access::Context& context);
Response ask_for_words(const Request& request, access::Context& context);
Response take_words(const Request& request, access::Context& context);
Response ask_for_staff_letter(const Request& request, access::Context& context);
Response take_staff_letter(const Request& request, access::Context& context);
Response ask_for_training(const Request& request, access::Context& context);
Response take_training(const Request& request, access::Context& context);
Response show_peers(const Request& request, access::Context& context);
Response save_peers(const Request& request, access::Context& context);
Response answer_comment(const Request& request, access::Context& context);
Response ask_for_signature(const Request& request, access::Context& context);
Response take_signature(const Request& request, access::Context& context);
Response take_signature_back(const Request& request, access::Context& context);
Response ask_for_pause(const Request& request, access::Context& context);
Response take_pause(const Request& request, access::Context& context);
Response take_resumption(const Request& request, access::Context& context);
Response ask_for_departure(const Request& request, access::Context& context);
Response take_departure(const Request& request, access::Context& context);
Response take_carry_over_consent(const Request& request, access::Context& context);

// Peers read each other's drafts.
Response show_drafts(const Request& request, access::Context& context);
Response show_draft(const Request& request, access::Context& context);
Response take_comment(const Request& request, access::Context& context);

// The campaign's office.
Response show_office(const Request& request, access::Context& context);
Response show_waiting(const Request& request, access::Context& context);
Response decide(const people::Accounts& accounts, const Request& request, access::Context& context);
Response ask_for_new_campaign(const Request& request, access::Context& context);
Response take_new_campaign(const Request& request, access::Context& context);
Response ask_for_details(const Request& request, access::Context& context);
Response take_details(const Request& request, access::Context& context);
Response ask_for_sponsors(const Request& request, access::Context& context);
Response take_sponsors(const Request& request, access::Context& context);
Response ask_for_interventions(const Request& request, access::Context& context);
Response take_interventions(const Request& request, access::Context& context);
Response ask_for_conditions(const Request& request, access::Context& context);
Response take_conditions(const Request& request, access::Context& context);
Response ask_for_lineage(const Request& request, access::Context& context);
Response take_lineage(const Request& request, access::Context& context);
Response ask_for_carry_over(const people::Accounts& accounts, const Request& request,
                            access::Context& context);
Response take_carry_over(const people::Accounts& accounts, const Request& request,
                         access::Context& context);
Response take_history(const Request& request, access::Context& context);

}  // namespace primum::campaigns
