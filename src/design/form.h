#pragma once
// A form that changes something, or that asks.

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

/// The names under which every form sends View::token and View::once.
inline constexpr const char* kTokenField = "token";
inline constexpr const char* kOnceField = "once";

struct Form {
    html::Url action;
    bool uploads = false;  ///< holds a file_upload
    Text id;
    Text classes;
};

/// Sent by POST, with the token and the idempotency key of the view. Browsers do not check it: our
/// own problems are kinder than theirs, and translated.
html::Html form(const View& view, const Form& form, const html::Html& fields);

/// Sent by GET, so that the answer has an address of its own. For filters and searches.
html::Html search_form(const Form& form, const html::Html& fields);

/// A value that travels with the form unseen.
html::Html hidden(const Text& name, const Text& value);

}  // namespace primum::design
