// What is looked at before a team applies.

#include "access/context.h"
#include "access/role.h"
#include "base/problems.h"
#include "design/choices.h"
#include "design/heading.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::url;

namespace {

std::string check_label(const design::View& view, const Check& check) {
    if (check.kind == "campaign")
        return std::string(view.say("The organisation has joined the campaign"));
    if (check.kind == "role") {
        const auto role = access::parse_role(check.code);
        return view.say("Somebody holds this role in it: {}",
                        role ? std::string(view.say(access::label(*role))) : check.code);
    }
    if (check.kind == "assessment") return std::string(view.say("It has assessed what it can do"));
    return std::string(view.say("Somebody is named for every role of the team that is needed"));
}

html::Html checks_page(const access::Context& context, const Keeping& keeping,
                       const http::Form* form, const Problems& problems) {
    const design::View& view = context.view;
    html::Html fields;
    for (const Check& check : checks_of(context.db, keeping.programme.id)) {
        const std::string field = "weight-" + std::to_string(check.position);
        fields += design::radios(
            view, {.name = field,
                   .legend = {check_label(view, check), design::Size::s},
                   .choices = {{.value = "required", .label = view.say("Needed before they send")},
                               {.value = "advisory", .label = view.say("Advised")},
                               {.value = "off", .label = view.say("Not looked at")}},
                   .value = form ? std::string(form->text(field)) : check.weight,
                   .error = problems.about(field),
                   .small = true});
    }
    return keeping_form_page(
        context, keeping, view.say("What is looked at before a team applies"), problems,
        {.where = url("/programmes/{}/checks", keeping.programme.code),
         .rev = form ? std::string(form->text("rev")) : std::to_string(keeping.programme.rev),
         .fields = std::move(fields)});
}

}  // namespace

http::Response ask_for_checks(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(checks_page(context, *keeping, nullptr, {}));
}

http::Response save_check_weights(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    Problems problems;
    auto checks = checks_of(context.db, keeping->programme.id);
    for (Check& check : checks) {
        const std::string field = "weight-" + std::to_string(check.position);
        check.weight = context.form.text(field);
        if (check.weight != "required" && check.weight != "advisory" && check.weight != "off")
            problems.add(field, "Choose one of these.");
    }
    if (!problems.empty())
        return http::unprocessable(checks_page(context, *keeping, &context.form, problems));
    Programme seen = keeping->programme;
    seen.rev = rev_of(context.form);
    return context.save([&](store::Writer& db) {
        if (!save_checks(db, context.stamp(), seen, checks))
            return http::page(http::Status::conflict,
                              checks_page(context, *keeping, &context.form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

}  // namespace primum::programmes
