#include "organisations/role_form.h"

#include <algorithm>

#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/input.h"
#include "design/summary_list.h"
#include "organisations/frame.h"
#include "people/person.h"

namespace primum::organisations {

using html::html;
using html::url;

RoleForm RoleForm::from_fields(const http::Form& form) {
    return {.email = std::string(form.text("email")),
            .role = std::string(form.text("role")),
            .from = TypedDay::from(form, "from"),
            .until = TypedDay::from(form, "until")};
}

Valid<Invitation> check(const RoleForm& form, const std::vector<access::Role>& may_be_given) {
    Problems problems;
    const std::string email = people::normal_email(form.email);
    if (const auto fault = people::email_fault(email)) problems.add("email", *fault);
    const auto role = access::parse_role(form.role);
    if (!role || std::ranges::find(may_be_given, *role) == may_be_given.end())
        problems.add("role", "Choose one of the roles.");
    const auto from = check_day(form.from, "from", "Enter the first day of the role.", problems);
    const auto until = check_day(form.until, "until", "", problems);
    if (from && until && *until < *from)
        problems.add("until-day", "Enter a last day that is not before the first day.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return Invitation{
        .id = {}, .email = email, .role = *role, .from = *from, .until = until, .expires_at = {}};
}

html::Html role_page(const access::Context& context, const Here& here, const RoleForm& form,
                     const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> roles;
    for (const access::Role role : here.roles_to_give)
        roles.push_back({.value = access::name(role), .label = view.say(access::label(role))});
    auto from = date_fields("from", {view.say("First day"), design::Size::s}, form.from, problems);
    auto until = date_fields("until", {view.say("Last day (optional)"), design::Size::s},
                             form.until, problems);
    until.hint = view.say("Leave it empty where the role goes on");
    const auto fields = html(
        "{}{}{}{}{}",
        design::input(view, {.name = "email",
                             .label = {view.say("Email address"), design::Size::s},
                             .hint = view.say("Whoever has no account yet is sent an invitation"),
                             .value = form.email,
                             .error = problems.about("email"),
                             .type = "email",
                             .autocomplete = "off",
                             .spellcheck = false}),
        design::radios(view, {.name = "role",
                              .legend = {view.say("Role"), design::Size::s},
                              .hint = view.say("It reaches everything below this organisation"),
                              .choices = std::move(roles),
                              .value = form.role,
                              .error = problems.about("role")}),
        design::date_input(view, from), design::date_input(view, until),
        design::button({.label = view.say("Give the role"), .once = true}));
    return task_page(
        context, here, view.say("Give somebody a role"), problems,
        html("{}{}",
             design::form(view,
                          {.action = url("/organisations/{}/roles/new", here.id().text()),
                           .id = {},
                           .classes = {}},
                          fields),
             cancel_link(view, here)));
}

html::Html link_page(const access::Context& context, const Here& here, const std::string& email,
                     const std::string& link) {
    const design::View& view = context.view;
    return task_page(
        context, here, view.say("Hand on the invitation"), {},
        html(R"(<p>{}</p>{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
             view.say("No letters can be sent from here yet. Give this link to {} yourself; it "
                      "works once.",
                      email),
             design::inset_text(view, html(R"(<p class="nhsuk-u-text-break-word">{}</p>)", link)),
             address(here.id()), view.say("Go back to the organisation")));
}

html::Html end_page(const access::Context& context, const Here& here, const Membership& member,
                    const TypedDay& last, const Problems& problems) {
    const design::View& view = context.view;
    auto day =
        date_fields("last", {view.say("Last day (optional)"), design::Size::s}, last, problems);
    day.hint = view.say("Leave it empty to end the role at once");
    const design::SummaryList facts{
        .rows = {{.key = view.say("Name"), .value = member.name, .actions = {}},
                 {.key = view.say("Role"),
                  .value = view.say(access::label(member.role)),
                  .actions = {}},
                 {.key = view.say("From"), .value = view.words->day(member.from), .actions = {}}},
        .borders = true};
    return task_page(
        context, here, view.say("End a role"), problems,
        html("{}{}{}", design::summary_list(view, facts),
             design::form(view,
                          {.action = url("/organisations/{}/roles/{}/end", here.id().text(),
                                         member.id.text()),
                           .id = {},
                           .classes = {}},
                          html("{}{}{}", design::hidden("rev", std::to_string(member.rev)),
                               design::date_input(view, day),
                               design::button({.label = view.say("End the role"),
                                               .look = design::ButtonLook::warning,
                                               .once = true}))),
             cancel_link(view, here)));
}

}  // namespace primum::organisations
