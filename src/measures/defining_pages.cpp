// Making a definition, changing it, and looking at what a change does.

#include <algorithm>

#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/page.h"
#include "design/select.h"
#include "design/table.h"
#include "measures/address.h"
#include "measures/advice.h"
#include "measures/dictionary_pages.h"

namespace primum::measures {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

Html cancel(const View& view, const html::Url& where) {
    return html("<p>{}</p>", design::link(where, view.say("Cancel and go back")));
}

Html form_page(const View& view, std::string_view title, std::string_view caption,
               std::vector<design::Crumb> way, const Problems& problems, const Html& content) {
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                                design::page_heading(title, caption), content)));
}

Html owner_input(const View& view, const std::vector<Owner>& owners, const DefinitionForm& form,
                 const Problems& problems) {
    if (owners.size() == 1) return design::hidden("owner", owners.front().id.text());
    std::vector<design::Option> options{{.value = "", .label = ""}};
    for (const Owner& owner : owners)
        options.push_back({.value = owner.id.text(), .label = owner.name});
    return design::select(view, {.name = "owner",
                                 .label = {view.say("Whose definition is it?"), design::Size::s},
                                 .options = std::move(options),
                                 .value = form.owner,
                                 .error = problems.about("owner")});
}

Html where_from(const View& view, const DefinitionForm& form) {
    if (!form.copied_from.empty())
        return design::inset_text(
            view, html("<p>{}</p>",
                       view.say("These are the words of {}. Change what you need: your measure has "
                                "a code of its own, says where it came from, and is never compared "
                                "with the other.",
                                form.copied_from)));
    if (!form.library_code.empty())
        return design::inset_text(
            view, html("<p>{}</p>", view.say("These are the words of the library’s measure {}.",
                                             form.library_code)));
    return {};
}

/// Who reads it, and what stays.
Html affected(const View& view, const Preview& preview) {
    Html names;
    constexpr std::size_t kMost = 20;
    for (const auto& [organisation, series] :
         std::span(preview.mine).first(std::min(kMost, preview.mine.size())))
        names.append("<li>{}</li>", design::link(series_address(series), organisation));
    Html list;
    if (!names.empty())
        list = html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
                    view.say("Those that you may read:"), names);
    const auto phases =
        preview.version.breaks
            ? html(R"(<p><strong>{}</strong> {}</p>)",
                   view.say("Charts begin a new phase on {}.",
                            view.words->day(preview.version.from)),
                   preview.across == 0
                       ? std::string(view.say("None has points on both sides of that day yet."))
                       : view.words->count(preview.across,
                                           "{} chart has points on both sides of that day.",
                                           "{} charts have points on both sides of that day."))
            : html("<p>{}</p>", view.say("Charts go on without a new phase."));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{}{})",
                view.say("What it does to charts"),
                preview.uses.series == 0
                    ? std::string(view.say("No series is kept of it yet."))
                    : view.words->count(preview.uses.series, "It is kept in {} series.",
                                        "It is kept in {} series."),
                phases, list);
}

Html advice(const View& view, const Preview& preview) {
    Html lines;
    for (const char* line : advice_on(preview.version.says, preview.experience))
        lines.append("<p>{}</p>", view.say(line));
    return lines.empty() ? Html() : design::inset_text(view, lines);
}

}  // namespace

Html new_measure_page(const access::Context& context, const std::vector<Owner>& owners,
                      const DefinitionForm& form, const Problems& problems) {
    const View& view = context.view;
    const Html fields = html(
        "{}{}{}{}{}{}{}", design::hidden("copied-from", form.copied_from),
        design::hidden("library-code", form.library_code),
        design::input(view, {.name = "code",
                             .label = {view.say("Code"), design::Size::s},
                             .hint = view.say("Files and programs name it by this, for example "
                                              "FALLS-1. It never changes."),
                             .value = form.code,
                             .error = problems.about("code"),
                             .width = 20,
                             .spellcheck = false}),
        owner_input(view, owners, form, problems), definition_inputs(view, form, problems, nullptr),
        design::button_group(html("{}{}",
                                  design::button({.label = view.say("Agree and save"),
                                                  .name = "status",
                                                  .value = name(Status::agreed),
                                                  .once = true}),
                                  design::button({.label = view.say("Save as a draft"),
                                                  .look = design::ButtonLook::secondary,
                                                  .name = "status",
                                                  .value = name(Status::draft)}))),
        cancel(view, dictionary_address()));
    return form_page(view, view.say("Define a measure"), "", dictionary_crumbs(view, nullptr),
                     problems,
                     html("{}{}", where_from(view, form),
                          design::form(view, {.action = url("/measures/new")}, fields)));
}

Html change_measure_page(const access::Context& context, const Measure& before,
                         const DefinitionForm& form, const Problems& problems) {
    const View& view = context.view;
    const bool draft = before.status == Status::draft;
    const Html fields = html(
        "{}{}{}{}", design::hidden("rev", std::to_string(form.rev)),
        definition_inputs(view, form, problems, draft ? nullptr : &before),
        draft ? design::button({.label = view.say("Save the draft"), .once = true})
              : design::button(
                    {.label = view.say("Check what it changes"), .name = "step", .value = "check"}),
        cancel(view, measure_address(before.code)));
    return form_page(
        view, draft ? view.say("Change the draft") : view.say("Make a new version"), before.name(),
        dictionary_crumbs(view, &before), problems,
        html("<p>{}</p>{}",
             draft ? view.say("Nothing is counted by a draft: what it said before is kept in the "
                              "audit only.")
                   : view.say("What it said before stays, with the charts that were made of it. "
                              "Nothing is saved before you have seen what it changes."),
             design::form(view, {.action = url("/measures/{}/change", before.code)}, fields)));
}

Html preview_page(const access::Context& context, const DefinitionForm& form,
                  const Preview& preview) {
    const View& view = context.view;
    const std::string title(view.say("Check what the new version changes"));
    const Html buttons =
        design::button_group(html("{}{}",
                                  design::button({.label = view.say("Save the new version"),
                                                  .name = "step",
                                                  .value = "save",
                                                  .once = true}),
                                  design::button({.label = view.say("Change something first"),
                                                  .look = design::ButtonLook::secondary,
                                                  .name = "step",
                                                  .value = "edit"})));
    return design::page(
        view, {.title = title, .breadcrumb = dictionary_crumbs(view, &preview.before)},
        html("{}{}{}",
             design::two_thirds(
                 html("{}<p>{}</p><p>{}</p>", design::page_heading(title, preview.before.name()),
                      view.say("Holds from {}", view.words->day(preview.version.from)),
                      preview.version.reason)),
             differences(view, preview.before.now(), preview.version.says),
             design::two_thirds(html(
                 "{}{}{}{}", affected(view, preview), advice(view, preview),
                 design::form(view, {.action = url("/measures/{}/change", preview.before.code)},
                              html("{}{}", carried(form), buttons)),
                 cancel(view, measure_address(preview.before.code))))));
}

Html step_page(const access::Context& context, const Measure& measure, Step step, const Uses& uses,
               const Problems& problems) {
    const View& view = context.view;
    const bool agrees = step == Step::agreement;
    const std::string title(agrees ? view.say("Agree it") : view.say("Retire it"));
    const Html about =
        agrees
            ? html("<p>{}</p>",
                   view.say("From now on organisations can open it, and its words change by new "
                            "versions only."))
            : html("<p>{}</p><p>{}</p>",
                   view.say("Nobody can begin to count it any more. It stays readable with its "
                            "versions; series of it stay with their points, and whoever counts "
                            "it may go on or end the series. It cannot be agreed again: copy it "
                            "instead."),
                   uses.series == 0 ? std::string(view.say("No series is kept of it."))
                                    : view.words->count(uses.series, "It is kept in {} series now.",
                                                        "It is kept in {} series now."));
    const auto where = agrees ? url("/measures/{}/agreement", measure.code)
                              : url("/measures/{}/retirement", measure.code);
    const Html fields = html(
        "{}{}", design::hidden("rev", std::to_string(measure.rev)),
        design::button({.label = title,
                        .look = agrees ? design::ButtonLook::primary : design::ButtonLook::warning,
                        .once = true}));
    return form_page(view, title, measure.name(), dictionary_crumbs(view, &measure), problems,
                     html("{}{}{}", about, design::form(view, {.action = where}, fields),
                          cancel(view, measure_address(measure.code))));
}

Html shelf_page(const access::Context& context, const Shelf& shelf, const Problems& problems) {
    const View& view = context.view;
    const std::string title(view.say("Take up measures from the library"));
    Html groups;
    for (const auto& [intervention, rows] : shelf.groups) {
        std::vector<design::Choice> choices;
        std::vector<std::string> ticked;
        for (const ShelfRow& row : rows) {
            if (!row.taken.empty()) continue;
            choices.push_back({.value = row.code,
                               .label = row.name,
                               .hint = html("{} · {}", row.code, row.kind)});
            if (row.ticked) ticked.push_back(row.code);
        }
        if (choices.empty()) continue;
        const std::string first(choices.front().value);
        groups += design::checkboxes(
            view, {.name = "measure",
                   .legend = {intervention, design::Size::m},
                   .choices = std::move(choices),
                   .values = std::move(ticked),
                   .error = groups.empty() ? problems.about("measure") : std::string_view(),
                   .small = true,
                   .id = groups.empty() ? std::string("measure") : "measure-" + first});
    }
    if (groups.empty())
        return form_page(
            view, title, shelf.name, dictionary_crumbs(view, nullptr), problems,
            html("{}{}", design::nothing_yet(view.say("Everything here has been taken up.")),
                 cancel(view, dictionary_address())));
    auto from = organisations::date_fields(
        "from", {view.say("From which day do they hold?"), design::Size::m}, shelf.from, problems);
    from.hint = view.say("Numbers of earlier days are read by them too. For example, 1 4 2026");
    Html whole;
    if (!shelf.intervention.empty())
        whole = html("<p>{}</p>", design::link(url("/measures/library"),
                                               view.say("Measures of every intervention")));
    return form_page(
        view, title, shelf.name, dictionary_crumbs(view, nullptr), problems,
        html("<p>{}</p>{}{}{}",
             view.say("They become agreed measures with the library’s words and codes. "
                      "Organisations can open them at once. Few are better than many."),
             whole,
             design::form(view,
                          {.action = url("/measures/library?intervention={}", shelf.intervention)},
                          html("{}{}{}", groups, design::date_input(view, from),
                               design::button({.label = view.say("Take them up"), .once = true}))),
             cancel(view, dictionary_address())));
}

}  // namespace primum::measures
