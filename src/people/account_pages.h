#pragma once
// "Your account".

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "design/view.h"
#include "html/html.h"
#include "people/accounts.h"
#include "people/person.h"
#include "people/session.h"

namespace primum::people {

struct AccountSummary {
    Person person;
    bool has_password = false;
    bool has_second_factor = false;
    std::int64_t recovery_codes = 0;
    std::size_t sessions = 0;
};
/// `done` is a sentence on what has just happened, or empty.
html::Html account_page(const design::View& view, const AccountSummary& summary,
                        std::string_view done);

/// Name and language.
html::Html details_page(const design::View& view, const Person& typed, const Problems& problems);

html::Html change_password_page(const design::View& view, std::string_view email,
                                const Problems& problems);

html::Html email_page(const Accounts& accounts, const design::View& view, std::string_view present,
                      std::string_view typed, const Problems& problems);
html::Html confirm_email_page(const design::View& view, const std::string& token,
                              std::string_view email);

html::Html sessions_page(const design::View& view, const std::vector<OpenSession>& sessions,
                         std::string_view present);

}  // namespace primum::people
