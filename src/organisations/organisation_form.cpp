#include "organisations/organisation_form.h"

#include "design/button.h"
#include "design/choices.h"
#include "design/input.h"
#include "organisations/pages.h"

namespace primum::organisations {
namespace {

constexpr std::size_t kLongestName = 200;

std::string checked_code(const OrganisationForm& form, Problems& problems) {
    auto code = check_code(form.code);
    if (!code) problems.add("identifier", code.error().sentence);
    return code.value_or("");
}

}  // namespace

OrganisationForm OrganisationForm::from(const http::Form& form) {
    return {.name = std::string(form.text("name")),
            .kind = std::string(form.text("kind")),
            .code = std::string(form.text("identifier")),
            .opened = TypedDay::from(form, "opened"),
            .closed = TypedDay::from(form, "closed")};
}

OrganisationForm OrganisationForm::of(const Organisation& organisation) {
    return {.name = organisation.name,
            .kind = organisation.kind,
            .code = organisation.code,
            .opened = TypedDay::of(organisation.opened),
            .closed = TypedDay::of(organisation.closed)};
}

void check_name(std::string_view name, Problems& problems) {
    if (name.empty()) problems.add("name", "Enter the name.");
    if (name.size() > kLongestName)
        problems.add("name", "Shorten the name to 200 characters or fewer.");
}

Valid<Draft> check_new(const OrganisationForm& form, const Kinds& kinds,
                       std::string_view parent_kind) {
    Problems problems;
    check_name(form.name, problems);
    if (!kinds.may_lie_below(form.kind, parent_kind))
        problems.add("kind", "Choose what kind of organisation it is.");
    const std::string code = checked_code(form, problems);
    const auto opened = check_day(form.opened, "opened", "", problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return Draft{
        .name = form.name,
        .kind = form.kind,
        .identifier = code.empty() ? std::nullopt : std::optional(Identifier{"local", code}),
        .opened = opened,
        .closed = {}};
}

Valid<Organisation> check_correction(const OrganisationForm& form, const Organisation& before) {
    Problems problems;
    Organisation after = before;
    after.name = form.name;
    check_name(form.name, problems);
    after.code = checked_code(form, problems);
    after.opened = check_day(form.opened, "opened", "", problems);
    after.closed = check_day(form.closed, "closed", "", problems);
    if (after.opened && after.closed && *after.closed < *after.opened)
        problems.add("closed-day", "Enter a last day that is not before the first day.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return after;
}

html::Html name_field(const design::View& view, const OrganisationForm& form,
                      const Problems& problems) {
    return design::input(view, {.name = "name",
                                .label = {view.say("Name"), design::Size::s},
                                .hint = view.say("As people know it"),
                                .value = form.name,
                                .error = problems.about("name"),
                                .spellcheck = false});
}

html::Html kind_field(const design::View& view, const Here& here, const OrganisationForm& form,
                      const Problems& problems) {
    std::vector<design::Choice> choices;
    for (const Kind& kind : here.kinds)
        if (kind.rank > here.kind().rank)
            choices.push_back({.value = kind.code, .label = view.said(kind.singular)});
    return design::radios(view, {.name = "kind",
                                 .legend = {view.say("What kind is it?"), design::Size::s},
                                 .choices = std::move(choices),
                                 .value = form.kind,
                                 .error = problems.about("kind")});
}

html::Html code_and_opening(const design::View& view, const OrganisationForm& form,
                            const Problems& problems) {
    auto opened = date_fields("opened", {view.say("First day (optional)"), design::Size::s},
                              form.opened, problems);
    opened.hint = view.say("For example, 1 4 2026");
    return html::html("{}{}{}",
                      design::input(view, {.name = "identifier",
                                           .label = {view.say("Code (optional)"), design::Size::s},
                                           .hint = view.say("By which data files name it"),
                                           .value = form.code,
                                           .error = problems.about("identifier"),
                                           .width = 20,
                                           .spellcheck = false,
                                           .code = true}),
                      design::date_input(view, opened),
                      design::button({.label = view.say("Save"), .once = true}));
}

html::Html closing_field(const design::View& view, const OrganisationForm& form,
                         const Problems& problems) {
    auto closed = date_fields("closed", {view.say("Last day (optional)"), design::Size::s},
                              form.closed, problems);
    closed.hint = view.say("Leave it empty while the organisation is open");
    return design::date_input(view, closed);
}

}  // namespace primum::organisations
