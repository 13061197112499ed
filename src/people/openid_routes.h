#pragma once
// Signing in with an organisation's own accounts:
//
//     /sign-in/with/{provider}   says where one is going, and goes there
//     /sign-in/return            where every provider sends people back to
//     /signed-out                where a provider sends people who have signed out there

#include <string>
#include <string_view>

#include "access/routes.h"
#include "design/view.h"
#include "http/message.h"
#include "people/accounts.h"
#include "people/openid_providers.h"

namespace primum::people {

/// Both must outlive the routes.
void add_openid_routes(access::Routes& routes, Accounts& accounts, const OpenId& providers);

/// Sends the browser to another site, and shows a page meanwhile. A plain redirect would not do:
/// browsers hold what answers a form to the form-action of the page's security policy, which knows
/// this site only. `title` and `label` are in the reader's language.
http::Response leave_for(const design::View& view, std::string_view title, std::string_view label,
                         const std::string& address);

}  // namespace primum::people
