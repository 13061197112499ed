// Correcting what was wrong all along, and giving a new name from a day on.

#include "design/button.h"
#include "design/input.h"
#include "organisations/actions.h"
#include "organisations/changes.h"
#include "organisations/frame.h"
#include "organisations/history.h"
#include "organisations/organisation_form.h"

namespace primum::organisations {
namespace {

html::Html details_page(const access::Context& context, const Here& here,
                        const OrganisationForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const auto fields =
        html::html("{}{}{}{}", rev_field(here.organisation), name_field(view, form, problems),
                   closing_field(view, form, problems), code_and_opening(view, form, problems));
    return task_page(
        context, here, view.say("Correct its details"), problems,
        html::html("<p>{}</p>{}{}",
                   view.say("Correct here what was wrong all along. Where the name changes from a "
                            "day on, give it a new name instead, so that the old one is kept."),
                   design::form(view,
                                {.action = html::url("/organisations/{}/details", here.id().text()),
                                 .id = {},
                                 .classes = {}},
                                fields),
                   cancel_link(view, here)));
}

/// The identifier that the form's code is: the register's own where it has one.
Identifier identifier(const store::Reader& db, const Organisation& before,
                      const std::string& code) {
    for (const Identifier& known : identifiers_of(db, before.id))
        if (known.value == before.code) return {known.system, code};
    return {"local", code};
}

struct NameForm {
    std::string name;
    TypedDay from;
};

html::Html name_page(const access::Context& context, const Here& here, const NameForm& form,
                     const Problems& problems) {
    const design::View& view = context.view;
    auto from = date_fields("from", {view.say("First day of the new name"), design::Size::s},
                            form.from, problems);
    from.hint = view.say("Today or earlier");
    const auto fields = html::html(
        "{}{}{}{}", rev_field(here.organisation),
        design::input(view, {.name = "name",
                             .label = {view.say("New name"), design::Size::s},
                             .value = form.name,
                             .error = problems.about("name"),
                             .spellcheck = false}),
        design::date_input(view, from), design::button({.label = view.say("Save"), .once = true}));
    return task_page(
        context, here, view.say("Give it a new name"), problems,
        html::html("{}{}",
                   design::form(view,
                                {.action = html::url("/organisations/{}/name", here.id().text()),
                                 .id = {},
                                 .classes = {}},
                                fields),
                   cancel_link(view, here)));
}

}  // namespace

http::Response ask_for_details(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    return http::ok(details_page(context, *found, OrganisationForm::of(found->organisation), {}));
}

http::Response save_details(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto form = OrganisationForm::from(context.form);
    const auto before = as_seen(*found, context.form);
    const auto after = check_correction(form, before);
    if (!after) return http::unprocessable(details_page(context, *found, form, after.error()));

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        if (after->code != before.code &&
            !identify(db, owner, context.stamp(), identifier(db, before, after->code))) {
            Problems taken;
            taken.add("identifier", "Another organisation has this code: enter a different one.");
            return http::unprocessable(details_page(context, *found, form, taken));
        }
        if (!correct(db, owner, context.stamp(), before, *after))
            return http::page(http::Status::conflict,
                              details_page(context, *found, form, overtaken()));
        return done(found->id(), "corrected");
    });
}

http::Response ask_for_name(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    return http::ok(name_page(context, *found, {"", TypedDay::of(context.today)}, {}));
}

http::Response save_name(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const NameForm form{std::string(context.form.text("name")),
                        TypedDay::from(context.form, "from")};
    Problems problems;
    check_name(form.name, problems);
    const auto from =
        check_day(form.from, "from", "Enter the first day of the new name.", problems);
    if (from && *from > context.today)
        problems.add("from-day", "Enter a day up to today: names change when the day has come.");
    if (problems.empty() && form.name == found->organisation.name)
        problems.add("name", "Enter a name that differs from the one it has.");
    if (!problems.empty()) return http::unprocessable(name_page(context, *found, form, problems));

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        if (!rename(db, owner, context.stamp(), as_seen(*found, context.form), form.name, *from))
            return http::page(http::Status::conflict,
                              name_page(context, *found, form, overtaken()));
        return done(found->id(), "renamed");
    });
}

}  // namespace primum::organisations
