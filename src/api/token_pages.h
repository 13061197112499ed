#pragma once
// What people see of tokens.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "api/tokens.h"
#include "base/problems.h"
#include "html/html.h"
#include "organisations/here.h"

namespace primum::api {

/// What was typed.
struct TokenForm {
    std::string name;
    std::vector<std::string> rights;
    std::string life;  ///< in days: "30", "90", "365"
};

html::Url tokens_address(OrganisationId organisation);

html::Html tokens_page(const access::Context& context, const organisations::Here& here,
                       const std::vector<KeptToken>& tokens, const TokenForm& form,
                       const Problems& problems);

/// The one time that the token is shown.
html::Html new_token_page(const access::Context& context, const organisations::Here& here,
                          const std::string& text);

/// Instead of it, where the form was sent twice.
html::Html shown_once_page(const access::Context& context, const organisations::Here& here);

}  // namespace primum::api
