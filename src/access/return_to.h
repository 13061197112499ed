#pragma once
// Where a person wanted to go before we asked something of them.

#include <string_view>

#include "html/url.h"
#include "http/message.h"

namespace primum::access {

/// The page on this site that an address names; the home page for any other address, so that
/// nobody can be lured elsewhere by a link to us.
html::Url page_on_this_site(std::string_view address);

/// The same for the `return` parameter of a request.
html::Url return_to(const http::Request& request);

}  // namespace primum::access
