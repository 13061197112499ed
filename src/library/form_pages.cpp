#include "library/pages.h"

#include "design/button.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "library/frame.h"
#include "library/index.h"
#include "library/words.h"

namespace primum::library {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

Html cancel(const View& view, const html::Url& where) {
    return html("<p>{}</p>", design::link(where, view.say("Cancel and go back")));
}

/// Draft, or agreed from a day on.
Html how_input(const View& view, const ItemForm& form, const Problems& problems) {
    return design::radios(
        view,
        {.name = "how",
         .legend = {view.say("Is it agreed?"), design::Size::s},
         .choices = {{.value = "draft",
                      .label = view.say("No, it is a draft"),
                      .hint = view.say("Everybody can read it; what holds now goes on holding")},
                     {.value = "agreed",
                      .label = view.say("Yes, it is agreed"),
                      .then_ask = from_input(view, form, problems,
                                             view.say("From which day does it hold?"))}},
         .value = form.how,
         .error = problems.about("how")});
}

Html form_page(const View& view, std::string_view title, std::string_view caption,
               std::vector<design::Crumb> way, const Problems& problems, const Html& content) {
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                                design::page_heading(title, caption), content)));
}

}  // namespace

Html change_page(const access::Context& context, const Set& set, const Record& record,
                 const ItemForm& form, const Problems& problems) {
    const View& view = context.view;
    return form_page(
        view, view.say("Change it"), label_of(set, record.latest().fields, record.code),
        crumbs(view, &set, &record), problems,
        html("{}{}{}",
             paragraph(view.say("This makes a new version. What it said before stays in its "
                                "history.")),
             design::form(view, {.action = url("/library/{}/{}/change", set.code, record.code)},
                          html("{}{}{}{}{}", design::hidden("rev", std::to_string(form.rev)),
                               field_inputs(view, set, form, problems, false),
                               note_input(view, form, problems), how_input(view, form, problems),
                               design::button({.label = view.say("Save"), .once = true}))),
             cancel(view, library::address(set.code, record.code))));
}

Html add_page(const access::Context& context, const Set& set, const ItemForm& form,
              const Problems& problems) {
    const View& view = context.view;
    return form_page(
        view, view.say("Add a row"), view.said(set.title), crumbs(view, &set, nullptr), problems,
        html("{}{}{}", notice(view, set),
             design::form(view, {.action = url("/library/{}/add", set.code)},
                          html("{}{}{}{}", field_inputs(view, set, form, problems, true),
                               note_input(view, form, problems), how_input(view, form, problems),
                               design::button({.label = view.say("Save"), .once = true}))),
             cancel(view, home_of(set))));
}

Html step_page(const access::Context& context, const Set& set, const Record& record, Step step,
               const ItemForm& form, const Problems& problems) {
    const View& view = context.view;
    const bool agrees = step == Step::agreement;
    const std::string title(agrees ? view.say("Agree the draft") : view.say("Retire it"));
    const std::string about(
        agrees ? view.say("From the day that you enter, the words of the draft hold for everybody.")
               : view.say("It stays readable with its history. From the day that you enter, lists "
                          "and campaigns no longer offer it."));
    const Html fields = html(
        "{}{}{}{}", design::hidden("rev", std::to_string(form.rev)),
        from_input(view, form, problems,
                   agrees ? view.say("From which day does it hold?")
                          : view.say("From which day is it retired?")),
        note_input(view, form, problems),
        design::button({.label = title,
                        .look = agrees ? design::ButtonLook::primary : design::ButtonLook::warning,
                        .once = true}));
    const auto where = agrees ? url("/library/{}/{}/agreement", set.code, record.code)
                              : url("/library/{}/{}/retirement", set.code, record.code);
    return form_page(view, title, label_of(set, record.latest().fields, record.code),
                     crumbs(view, &set, &record), problems,
                     html("{}{}{}", paragraph(about), design::form(view, {.action = where}, fields),
                          cancel(view, library::address(set.code, record.code))));
}

}  // namespace primum::library
