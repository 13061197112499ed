#pragma once
// Pages on the way to a provider and back.

#include <string_view>

#include "design/view.h"
#include "html/html.h"
#include "people/openid_sign_in.h"

namespace primum::people {

/// Before the person leaves for the provider.
html::Html openid_start_page(const design::View& view, const openid::Provider& provider,
                             const html::Url& return_to, bool again);

/// While the browser is on its way elsewhere; `heading` and `label` are in the reader's language.
html::Html openid_leaving_page(const design::View& view, std::string_view heading,
                               std::string_view label, const html::Url& where);

/// Why it did not work, and what to do: one of the sentences of openid/refusal.h.
html::Html openid_refused_page(const design::View& view, const char* sentence);

/// It is known who they are, and they are not let in.
html::Html openid_turned_away_page(const design::View& view, Arrival why, std::string_view email,
                                   std::string_view label);

}  // namespace primum::people
