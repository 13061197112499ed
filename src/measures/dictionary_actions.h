#pragma once
// What happens at the addresses of the dictionary; dictionary_routes.cpp says which is where.

#include <optional>
#include <vector>

#include "access/context.h"
#include "http/message.h"
#include "measures/dictionary_pages.h"
#include "measures/dictionary_routes.h"

namespace primum::measures {

/// Organisations whose definitions this person keeps.
std::vector<Owner> owners_for(const access::Context& context);
/// The top of the tree, where this person keeps its definitions: the campaign's own.
std::optional<OrganisationId> campaign_owner(const access::Context& context);

http::Response show_dictionary(const http::Request& request, access::Context& context);
http::Response show_measure(const DictionaryPanels& panels, const http::Request& request,
                            access::Context& context);
http::Response show_version(const http::Request& request, access::Context& context);

http::Response ask_for_new_measure(const http::Request& request, access::Context& context);
http::Response add_new_measure(const http::Request& request, access::Context& context);
http::Response ask_for_measure_change(const http::Request& request, access::Context& context);
http::Response save_measure_change(const http::Request& request, access::Context& context);
http::Response ask_for_agreement(const http::Request& request, access::Context& context);
http::Response save_agreement(const http::Request& request, access::Context& context);
http::Response ask_for_retirement(const http::Request& request, access::Context& context);
http::Response save_retirement(const http::Request& request, access::Context& context);

http::Response show_shelf(const http::Request& request, access::Context& context);
http::Response take_from_shelf(const http::Request& request, access::Context& context);

}  // namespace primum::measures
