#include "people/password_form.h"

#include <array>

#include "design/input.h"
#include "people/frame.h"
#include "people/password_rules.h"

namespace primum::people {

using html::html;

Problems check_new_password(const Accounts& accounts, std::string_view password,
                            const Person& person) {
    const std::array<std::string, 3> personal = {person.name, person.email,
                                                 accounts.settings.service};
    Problems problems;
    add_fault(problems, "password", password_fault(password, personal));
    return problems;
}

html::Html new_password_input(const design::View& view, const Problems& problems,
                              const char* label) {
    return design::password_input(
        view, {.label = view.say(label),
               .hint = view.say("At least 12 characters. Three random words make a good password. "
                                "You can paste it."),
               .error = problems.about("password"),
               .autocomplete = "new-password"});
}

html::Html account_name(std::string_view email) {
    return html(R"(<input type="text" name="username" value="{}" autocomplete="username" hidden>)",
                email);
}

}  // namespace primum::people
