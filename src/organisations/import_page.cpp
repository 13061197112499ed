#include "organisations/import_page.h"

#include <algorithm>
#include <span>

#include "design/button.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/file_upload.h"
#include "design/form.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "organisations/frame.h"

namespace primum::organisations {
namespace {

using html::html;
using html::url;

constexpr std::size_t kMostNotes = 200;

html::Html what_files(const design::View& view, const Kinds& kinds) {
    html::Html words;
    for (const Kind& kind : kinds)
        words.append("<li>{}</li>", kind.code);
    return design::details(
        {.summary = view.say("Which files can be imported"), .id = {}},
        html(R"(<p>{}</p><p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul><p>{}</p>)",
             view.say(
                 "A CSV file with the columns code, name, kind, parent_code, opened and closed, "
                 "in any order of columns and rows. The last three may be left out."),
             view.say("In the column kind, write one of:"), words,
             view.say("Or a register of the Organisation Data Service, etr or ets, as CSV or ZIP. "
                      "Nothing is ever deleted by an import.")));
}

html::Html notes_table(const design::View& view, std::string_view caption,
                       const std::vector<RowNote>& notes) {
    if (notes.empty()) return {};
    design::TableWriter table({.caption = caption,
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Row"), .numeric = true},
                                           {.heading = view.say("What to look at")}}});
    for (const RowNote& note : std::span(notes).first(std::min(notes.size(), kMostNotes)))
        table.row(note.row, view.say(note.english, note.first, note.second));
    auto shown = std::move(table).done();
    if (notes.size() > kMostNotes)
        shown.append("<p>{}</p>",
                     view.say("These are the first {} of {}.", kMostNotes, notes.size()));
    return shown;
}

}  // namespace

html::Html file_page(const access::Context& context, const Here& here, std::string_view kind,
                     const Problems& problems) {
    const design::View& view = context.view;
    design::Select lists{.name = "kind",
                         .label = {view.say("What does a register list?"), design::Size::s},
                         .hint = view.say("Only for etr and ets files under another name"),
                         .options = {{.value = "", .label = view.say("The file says so itself")}},
                         .value = kind,
                         .error = problems.about("kind")};
    for (const Kind& one : here.kinds)
        lists.options.push_back({.value = one.code, .label = view.said(one.plural)});
    const auto fields =
        html("{}{}{}",
             design::file_upload(view, {.name = "file",
                                        .label = {view.say("File"), design::Size::s},
                                        .hint = view.say("CSV or ZIP, up to 25 MB"),
                                        .error = problems.about("file"),
                                        .accept = ".csv,.zip"}),
             design::select(view, lists),
             design::button({.label = view.say("Look at what it would do")}));
    return task_page(context, here, view.say("Import organisations from a file"), problems,
                     html("{}{}{}", what_files(view, here.kinds),
                          design::form(view,
                                       {.action = url("/organisations/{}/import", here.id().text()),
                                        .uploads = true,
                                        .id = {},
                                        .classes = {}},
                                       fields),
                          cancel_link(view, here)));
}

html::Html plan_page(const access::Context& context, const Here& here, const Plan& plan,
                     const WaitingImport& import) {
    const design::View& view = context.view;
    const auto count = [&](Step::Fate fate) {
        return view.words->count(static_cast<std::int64_t>(plan.count(fate)), "{} organisation",
                                 "{} organisations");
    };
    const design::SummaryList counts{
        .rows = {{.key = view.say("File"), .value = import.file_name, .actions = {}},
                 {.key = view.say("New"), .value = count(Step::Fate::added), .actions = {}},
                 {.key = view.say("Changed"), .value = count(Step::Fate::changed), .actions = {}},
                 {.key = view.say("Unchanged"),
                  .value = count(Step::Fate::unchanged),
                  .actions = {}},
                 {.key = view.say("Rows left out"),
                  .value = std::to_string(plan.problems.size()),
                  .actions = {}}},
        .borders = true};
    html::Html confirm;
    if (plan.count(Step::Fate::added) + plan.count(Step::Fate::changed) > 0)
        confirm = design::form(
            view,
            {.action = url("/organisations/{}/import/{}", here.id().text(), import.id.text()),
             .id = {},
             .classes = {}},
            design::button({.label = view.say("Import"), .once = true}));
    else
        confirm = design::inset_text(
            view, html("<p>{}</p>", view.say("There is nothing to import: everything in the file "
                                             "is here already.")));
    return task_page(context, here, view.say("What the import would do"), {},
                     html(R"({}{}{}{}<p><a class="nhsuk-link" href="{}">{}</a></p>{})",
                          design::summary_list(view, counts), confirm,
                          notes_table(view, view.say("Rows that are left out"), plan.problems),
                          notes_table(view, view.say("Worth a look"), plan.notes),
                          url("/organisations/{}/import", here.id().text()),
                          view.say("Choose another file"), cancel_link(view, here)));
}

}  // namespace primum::organisations
