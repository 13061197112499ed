// Adding an organisation below another.

#include "design/button.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/input.h"
#include "organisations/actions.h"
#include "organisations/changes.h"
#include "organisations/frame.h"
#include "organisations/organisation_form.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

html::Html adding_page(const access::Context& context, const Here& here,
                       const OrganisationForm& form, const Problems& problems) {
    const design::View& view = context.view;
    return task_page(
        context, here, view.say("Add an organisation"), problems,
        html::html("{}{}",
                   design::form(view,
                                {.action = html::url("/organisations/{}/add", here.id().text()),
                                 .id = {},
                                 .classes = {}},
                                html::html("{}{}{}", name_field(view, form, problems),
                                           kind_field(view, here, form, problems),
                                           code_and_opening(view, form, problems))),
                   cancel_link(view, here)));
}

}  // namespace

http::Response ask_for_new(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    return http::ok(adding_page(context, *found, {}, {}));
}

http::Response add_new(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto form = OrganisationForm::from(context.form);
    const auto draft = check_new(form, found->kinds, found->organisation.kind);
    if (!draft) return http::unprocessable(adding_page(context, *found, form, draft.error()));

    return context.save([&](store::Writer& db) {
        if (draft->identifier && find_by_code(db, draft->identifier->value)) {
            Problems taken;
            taken.add("identifier", "Another organisation has this code: enter a different one.");
            return http::unprocessable(adding_page(context, *found, form, taken));
        }
        const Period when{draft->opened.value_or(kSinceEver), kForEver};
        return done(add(db, context.stamp(), *draft, ParentLink{found->id(), when}), "added");
    });
}

}  // namespace primum::organisations
