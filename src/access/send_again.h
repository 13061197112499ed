#pragma once
// A form that arrived too late is not thrown away.

#include <cstdint>

#include "design/view.h"
#include "html/html.h"
#include "http/form.h"
#include "http/message.h"

namespace primum::access {

/// What the form came without.
enum class Missing : std::uint8_t {
    token,      ///< the page it was on is too old, or of another session
    session,    ///< the person has been signed out
    freshness,  ///< the person should give their password again
};

/// Everything that was filled in, kept on the page, with a button that sends it again. What is
/// secret is not kept; files and secrets must be given again.
html::Html send_again_page(const design::View& view, const http::Request& request,
                           const http::Form& form, Missing missing);

}  // namespace primum::access
