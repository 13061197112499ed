#pragma once
// Questions that are answered in one line.

#include <optional>

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Input {
    Text name;  ///< of the field, and the id of its input: what an error summary links to
    Label label;
    Content hint;
    Text value;
    Text error;          ///< English: a sentence of Problems
    Text type = "text";  ///< "email", "tel", "search", …; numbers are text with a numeric keyboard
    int width = 0;       ///< 2, 3, 4, 5, 10, 20 or 30 characters; 0 for the whole line
    Text autocomplete;   ///< as HTML names them: "email", "username", "one-time-code"
    Text inputmode;      ///< which keyboard a phone shows: "numeric", "decimal"
    Content prefix;      ///< "£"
    Content suffix;      ///< "per 1,000 bed days"
    std::optional<bool> spellcheck;
    bool disabled = false;
    bool code = false;  ///< letters and digits to be read one by one
    Text classes;
};
html::Html input(const View& view, const Input& input);

/// A password may be shown, pasted and filled in by a password manager.
struct PasswordInput {
    Text name = "password";
    Label label;
    Content hint;
    Text error;
    Text autocomplete = "current-password";  ///< or "new-password"
};
html::Html password_input(const View& view, const PasswordInput& input);

}  // namespace primum::design
