// Who a team should have.

#include <algorithm>

#include "access/context.h"
#include "base/problems.h"
#include "design/input.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

constexpr int kMostOfARole = 20;

html::Html roles_page(const access::Context& context, const Keeping& keeping,
                      const http::Form* form, const Problems& problems) {
    const design::View& view = context.view;
    const auto now = team_roles_of(context.db, keeping.programme.id);
    html::Html fields;
    for (const std::string& role : team_roles()) {
        const auto known = std::ranges::find(now, role, &TeamRole::role);
        const auto value = [&](const std::string& field, int number) {
            return form ? std::string(form->text(field)) : std::to_string(number);
        };
        const std::string least = "least-" + role;
        const std::string most = "most-" + role;
        fields.append(
            R"(<fieldset class="nhsuk-fieldset pr-pair"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{}</legend>{}{}</fieldset>)",
            role_label(view, role),
            design::input(view, {.name = least,
                                 .label = view.say("At least"),
                                 .value = value(least, known == now.end() ? 0 : known->least),
                                 .error = problems.about(least),
                                 .width = 2,
                                 .inputmode = "numeric"}),
            design::input(view, {.name = most,
                                 .label = view.say("At most"),
                                 .value = value(most, known == now.end() ? 0 : known->most),
                                 .error = problems.about(most),
                                 .width = 2,
                                 .inputmode = "numeric"}));
    }
    return keeping_form_page(
        context, keeping, view.say("Who a team should have"), problems,
        {.where = url("/programmes/{}/roles", keeping.programme.code),
         .rev = form ? std::string(form->text("rev")) : std::to_string(keeping.programme.rev),
         .fields = std::move(fields),
         .above =
             html("<p>{}</p>", view.say("A team is complete when every place that is needed is "
                                        "taken. Write 0 and 0 for a role that no team needs."))});
}

}  // namespace

http::Response ask_for_roles(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(roles_page(context, *keeping, nullptr, {}));
}

http::Response save_roles(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    Problems problems;
    std::vector<TeamRole> roles;
    for (const std::string& role : team_roles()) {
        const auto least = number_of(context.form.text("least-" + role), 0, kMostOfARole);
        const auto most = number_of(context.form.text("most-" + role), 0, kMostOfARole);
        if (!least) problems.add("least-" + role, "Enter a whole number from 0 to 20.");
        if (!most) problems.add("most-" + role, "Enter a whole number from 0 to 20.");
        if (least && most && *least > *most)
            problems.add("most-" + role, "Enter at most a number that is not below at least.");
        if (least && most && *most > 0) roles.push_back({role, *least, *most});
    }
    if (!problems.empty())
        return http::unprocessable(roles_page(context, *keeping, &context.form, problems));
    Programme seen = keeping->programme;
    seen.rev = rev_of(context.form);
    return context.save([&](store::Writer& db) {
        if (!save_team_roles(db, context.stamp(), seen, roles))
            return http::page(http::Status::conflict,
                              roles_page(context, *keeping, &context.form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

}  // namespace primum::programmes
