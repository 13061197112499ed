// The chief executive signs, or takes the signature back.

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/workspace.h"
#include "design/button.h"
#include "design/choices.h"

namespace primum::campaigns {
namespace {

using html::html;

html::Html signature_page(const access::Context& context, const Joining& joining,
                          const Problems& problems) {
    const design::View& view = context.view;
    html::Html items;
    for (const Intervention& one : joining.interventions) {
        if (!joining.chose(one.code)) continue;
        std::string parts;
        for (const Intervention& part : one.parts)
            if (joining.chose(part.code)) parts += (parts.empty() ? "" : ", ") + part.name;
        items.append("<li>{}</li>", parts.empty() ? one.name : one.name + ": " + parts);
    }
    html::Html missing;
    for (const Check& one : joining.checks)
        if (!one.met && one.condition.asks != Asks::signed_by_chief_executive)
            missing.append("<li>{}</li>", why_not(view, one, joining.candidate,
                                                  joining.interventions, context.today));
    html::Html form;
    if (missing.empty())
        form = task_form(
            view, joining, "signature",
            html("{}{}",
                 design::checkboxes(
                     view,
                     {.name = "sign",
                      .choices = {{.value = "yes",
                                   .label = view.say("I sign this pledge as the chief executive "
                                                     "of {}",
                                                     joining.here.organisation.name)}},
                      .error = problems.about("sign")}),
                 design::button({.label = view.say("Sign and send"), .once = true})));
    else
        form = html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
                    view.say("It cannot be signed yet:"), missing);
    return task_page(
        context, joining, view.say("Sign the pledge"), problems,
        html(
            R"(<blockquote class="pr-pledge">{}</blockquote><h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>{}<p>{}</p>)",
            paragraphs(joining.membership.pledge), view.say("What you will work on"), items, form,
            view.say("The campaign’s office reads it and writes to you. Until then it is not "
                     "public.")));
}

}  // namespace

Response ask_for_signature(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->begun() || !joining->membership.in_preparation())
        return http::not_found();
    return http::ok(signature_page(context, *joining, {}));
}

Response take_signature(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->begun()) return http::not_found();
    Problems problems;
    if (context.form.text("sign") != "yes")
        problems.add("sign", "Tick the box to sign as the chief executive.");
    if (!problems.empty()) return http::unprocessable(signature_page(context, *joining, problems));
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining->here.id());
        switch (sign(db, owner, context.stamp(), as_seen(db, context, *joining), context.today)) {
            case Signed::done:
                return done(*joining, "signed");
            case Signed::rule_not_met:
                problems.add("", "The joining rule is not met yet: see what is missing.");
                return http::unprocessable(signature_page(context, *joining, problems));
            case Signed::overtaken:
                break;
        }
        return http::page(http::Status::conflict, signature_page(context, *joining, overtaken()));
    });
}

Response take_signature_back(const Request& request, access::Context& context) {
    return change_membership(request, context, "taken-back", take_back);
}

}  // namespace primum::campaigns
