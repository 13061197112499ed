// A programme is made from a template.

#include <algorithm>

#include "access/context.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/page.h"
#include "design/select.h"
#include "organisations/tree.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/programme_form.h"
#include "programmes/template.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

std::string template_label(const design::View& view, const std::string& code) {
    if (code == "LIPS")
        return std::string(
            view.say("Leading improvement: academy, modules, "
                     "follow-up days, masterclass"));
    if (code == "BTS")
        return std::string(
            view.say("Breakthrough Series: learning sessions with action periods between"));
    return code;
}

html::Html new_page(const access::Context& context, const Programme& programme,
                    std::string_view shape, std::string_view owner, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> shapes;
    for (const std::string& code : template_codes(context.db, context.today))
        shapes.push_back({.value = code, .label = template_label(view, code)});
    std::vector<design::Option> owners;
    for (const OrganisationId& root : context.scope.roots())
        if (const auto one = organisations::find_organisation(context.db, root))
            owners.push_back({.value = root.text(), .label = one->name});
    const auto title = view.say("Make a programme");
    return design::page(
        view,
        {.title = title,
         .error = !problems.empty(),
         .breadcrumb = {{view.say("Programmes"), url("/programmes")}}},
        design::two_thirds(html(
            "{}{}{}{}", design::error_summary(view, problems), design::page_heading(title),
            design::form(
                view, {.action = url("/programmes/new"), .id = {}, .classes = {}},
                html("{}{}{}{}",
                     design::radios(view, {.name = "template",
                                           .legend = {view.say("Which template?"), design::Size::s},
                                           .hint = view.say("It gives the parts, the tasks and the "
                                                            "team. You can change all of it."),
                                           .choices = std::move(shapes),
                                           .value = shape,
                                           .error = problems.about("template")}),
                     design::select(view, {.name = "owner",
                                           .label = {view.say("Who keeps it?"), design::Size::s},
                                           .options = std::move(owners),
                                           .value = owner,
                                           .error = problems.about("owner")}),
                     words_fields(context, programme, problems),
                     design::button({.label = view.say("Make the programme"), .once = true}))),
            cancel_to(context, url("/programmes")))));
}

}  // namespace

http::Response ask_for_programme(const http::Request&, access::Context& context) {
    Programme programme;
    programme.status = "draft";
    return http::ok(new_page(context, programme, "", "", {}));
}

http::Response save_new_programme(const http::Request&, access::Context& context) {
    const std::string shape(context.form.text("template"));
    const std::string owner(context.form.text("owner"));
    Programme programme = from_form(context.form, {});
    Problems problems;
    const auto codes = template_codes(context.db, context.today);
    if (std::ranges::find(codes, shape) == codes.end())
        problems.add("template", "Choose a template.");
    const auto owner_id = OrganisationId::parse(owner);
    if (!owner_id || !context.scope.can_write(*owner_id))
        problems.add("owner", "Choose who keeps it.");
    for (const Problem& problem : check(context.db, programme, context.form))
        problems.add(problem.field, problem.sentence);
    programme.code = code_of(programme.called());
    if (programme.code == "new" || code_is_taken(context.db, programme.code))
        problems.add(programme.short_name.empty() ? "name" : "short_name",
                     "Another programme is called that. Choose another name.");
    if (!problems.empty())
        return http::unprocessable(new_page(context, programme, shape, owner, problems));
    programme.owner = *owner_id;
    return context.save([&](store::Writer& db) {
        if (code_is_taken(db, programme.code)) {
            Problems taken;
            taken.add("name", "Another programme is called that. Choose another name.");
            return http::unprocessable(new_page(context, programme, shape, owner, taken));
        }
        make_programme(db, context.stamp(), programme, shape);
        return http::see_other(url("/programmes/{}/work?done=programme", programme.code));
    });
}

}  // namespace primum::programmes
