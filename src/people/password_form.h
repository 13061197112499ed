#pragma once
// Choosing a password, wherever that is asked.

#include <string>
#include <string_view>

#include "base/problems.h"
#include "design/view.h"
#include "html/html.h"
#include "language/language.h"
#include "people/accounts.h"
#include "people/person.h"

namespace primum::people {

/// What is wrong with field "password" as the new one of this person, whose id does not matter.
Problems check_new_password(const Accounts& accounts, std::string_view password,
                            const Person& person);

html::Html new_password_input(const design::View& view, const Problems& problems,
                              const char* label = language::sentence("New password"));

/// Tells a password manager whose password it is; nobody sees it.
html::Html account_name(std::string_view email);

}  // namespace primum::people
