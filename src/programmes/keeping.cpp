#include "programmes/keeping.h"

#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

std::optional<Keeping> keeping_of(const http::Request& request, const access::Context& context) {
    auto programme = find_programme(context.db, request.part("programme"));
    if (!programme || !context.scope.can_write(programme->owner)) return {};
    return Keeping{std::move(*programme), {}};
}

std::optional<Keeping> cohort_keeping_of(const http::Request& request,
                                         const access::Context& context) {
    auto keeping = keeping_of(request, context);
    const auto number = number_of(request.part("number"), 1, 100'000);
    if (!keeping || !number) return {};
    keeping->cohort = find_cohort(context.db, keeping->programme.id, *number);
    if (!keeping->cohort) return {};
    return keeping;
}

std::optional<Part> cohort_part_of(const http::Request& request, const access::Context& context,
                                   const Keeping& keeping) {
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Part& part : parts_of(context.db, keeping.cohort->id))
        if (part.position == *position) return std::move(part);
    return {};
}

store::Scope faculty_scope() {
    return store::Scope::system("the faculty reads the teams of its programme");
}

html::Url desk_of(const Keeping& keeping) {
    return keeping.cohort ? desk_address(keeping.programme, *keeping.cohort)
                          : desk_address(keeping.programme);
}

html::Url after(const Keeping& keeping, std::string_view done) {
    return keeping.cohort ? url("/programmes/{}/cohorts/{}/work?done={}", keeping.programme.code,
                                keeping.cohort->number, done)
                          : url("/programmes/{}/work?done={}", keeping.programme.code, done);
}

html::Html keeping_page(const access::Context& context, const Keeping& keeping,
                        std::string_view title, const Problems& problems, const html::Html& content,
                        bool wide) {
    const design::View& view = context.view;
    std::vector<design::Crumb> way{{view.say("Programmes"), url("/programmes")},
                                   {keeping.programme.called(), address(keeping.programme)}};
    const html::Url desk = desk_address(keeping.programme);
    if (view.path != desk.text()) way.push_back({view.say("Keep this programme"), desk});
    if (keeping.cohort) {
        const html::Url cohort = desk_address(keeping.programme, *keeping.cohort);
        if (view.path != cohort.text())
            way.push_back({cohort_name(keeping.programme, *keeping.cohort), cohort});
    }
    const std::string caption =
        keeping.cohort && view.path != desk_address(keeping.programme, *keeping.cohort).text()
            ? cohort_name(keeping.programme, *keeping.cohort)
            : full_name(keeping.programme);
    const auto main = html("{}{}{}", design::error_summary(view, problems),
                           design::page_heading(title, caption), content);
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        wide ? main : design::two_thirds(main));
}

html::Html cancel_to(const access::Context& context, const html::Url& where) {
    return html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", where,
                context.view.say("Cancel and go back"));
}

html::Html keeping_form_page(const access::Context& context, const Keeping& keeping,
                             std::string_view title, const Problems& problems,
                             const KeepingForm& form) {
    const design::View& view = context.view;
    const html::Html buttons = form.buttons.empty()
                                   ? design::button({.label = view.say("Save"), .once = true})
                                   : form.buttons;
    return keeping_page(
        context, keeping, title, problems,
        html("{}{}{}", form.above,
             design::form(view, {.action = form.where, .id = {}, .classes = {}},
                          html("{}{}{}", design::hidden("rev", form.rev), form.fields, buttons)),
             cancel_to(context, desk_of(keeping))));
}

html::Html save_or_remove(const access::Context& context, bool fresh, std::string_view remove) {
    const design::View& view = context.view;
    const html::Html take_out = fresh ? html::Html()
                                      : design::button({.label = remove,
                                                        .look = design::ButtonLook::secondary,
                                                        .name = "step",
                                                        .value = "remove",
                                                        .once = true});
    return design::button_group(
        html("{}{}", design::button({.label = view.say("Save"), .once = true}), take_out));
}

}  // namespace primum::programmes
