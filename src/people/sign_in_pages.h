#pragma once

#include <string>

#include "base/problems.h"
#include "design/view.h"
#include "html/html.h"
#include "people/accounts.h"

namespace primum::people {

struct SignInForm {
    std::string email;
    std::string return_to;  ///< a path on this site
};

/// `done` is a sentence on what has just happened, or empty.
html::Html sign_in_page(const Accounts& accounts, const design::View& view, const SignInForm& form,
                        const Problems& problems, std::string_view done = "");

/// The code of an app, or a recovery code.
html::Html code_page(const design::View& view, const std::string& return_to,
                     const Problems& problems);

/// Asks somebody who is signed in for the password again.
struct AgainForm {
    std::string return_to;
    bool has_password = true;
    bool asks_code = false;
};
html::Html again_page(const Accounts& accounts, const design::View& view, const AgainForm& form,
                      const Problems& problems);

}  // namespace primum::people
