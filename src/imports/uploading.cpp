// The list of imports, and sending a file: step 1.

#include <algorithm>
#include <chrono>
#include <span>

#include "crypto/hash.h"
#include "design/button.h"
#include "design/details.h"
#include "design/file_upload.h"
#include "design/form.h"
#include "design/links.h"
#include "design/table.h"
#include "imports/actions.h"
#include "imports/wizard.h"

namespace primum::imports {
namespace {

using html::html;
using html::Html;

Html what_files(const design::View& view) {
    return design::details(
        {.summary = view.say("Which files can be read"), .id = {}},
        html(
            R"(<ul class="nhsuk-list nhsuk-list--bullet"><li>{}</li><li>{}</li><li>{}</li><li>{}</li>)"
            R"(<li>{}</li></ul><p>{}</p>)",
            view.say("CSV and Excel (.xlsx) with a row for each period: date, number, out of how "
                     "many, ward"),
            view.say("Tables with a column for each ward, or a column for each month"),
            view.say("Exports of an incident system, with a row for each incident: they are "
                     "counted, and not kept"),
            view.say("Audits with a row for each observation, answered with yes or no"),
            view.say("Files of Primum, Making Data Count, DHIS2 and REDCap"),
            view.say("Files must not name patients: one that holds NHS numbers or dates of birth "
                     "is refused.")));
}

Html upload_page(const access::Context& context, const organisations::Here& here,
                 const Problems& problems) {
    const design::View& view = context.view;
    const auto fields =
        html("{}{}",
             design::file_upload(view, {.name = "file",
                                        .label = {view.say("File"), design::Size::s},
                                        .hint = view.say("CSV, Excel or JSON, up to 25 MB"),
                                        .error = problems.about("file"),
                                        .accept = ".csv,.tsv,.txt,.xlsx,.json"}),
             design::button({.label = view.say("Send")}));
    return step_page(
        context, here, 1, view.say("Send a file with numbers"), problems,
        html("{}{}", what_files(view),
             design::form(view, {.action = upload_address(here.id()), .uploads = true}, fields)));
}

Html table_of(const access::Context& context, std::string_view caption,
              std::span<const Import> imports) {
    const design::View& view = context.view;
    design::TableWriter table({.caption = caption,
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("File")},
                                           {.heading = view.say("When")},
                                           {.heading = view.say("Who")},
                                           {.heading = view.say("State")},
                                           {.heading = view.say("Added"), .numeric = true},
                                           {.heading = view.say("Changed"), .numeric = true},
                                           {.heading = view.say("Left out"), .numeric = true}}});
    for (const Import& import : imports)
        table.row(design::link(step_address(import.organisation, import.id, ""), import.file_name),
                  view.words->moment(import.made_at, view.zone), import.made_by,
                  view.say(label(import.state)), import.counts.added, import.counts.changed,
                  import.counts.left_out);
    return std::move(table).done();
}

/// A year of monthly files stands open.
Html list_of(const access::Context& context, std::span<const Import> imports) {
    constexpr std::size_t kOpen = 12;
    const design::View& view = context.view;
    if (imports.empty())
        return design::nothing_yet(view.say("No file has been imported here yet."));
    const auto recent = imports.first(std::min(kOpen, imports.size()));
    const auto older = imports.subspan(recent.size());
    Html list = table_of(context, view.say("Files so far"), recent);
    if (!older.empty())
        list +=
            design::details({.summary = view.words->count(static_cast<std::int64_t>(older.size()),
                                                          "{} older file", "{} older files")},
                            table_of(context, view.say("Older files"), older));
    return list;
}

}  // namespace

http::Response show_imports(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    const auto imports = imports_of(context.db, context.scope.may_read(here->id()));
    return http::ok(step_page(
        context, *here, 0, view.say("Numbers from files"), {},
        html("<p>{}</p>{}{}",
             view.say("Send the spreadsheet you have: you see what it would change before "
                      "anything is changed, and can undo it afterwards."),
             design::button({.label = view.say("Send a file with numbers"),
                             .where = upload_address(here->id())}),
             list_of(context, imports)),
        true));
}

http::Response ask_for_file(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    return http::ok(upload_page(context, *here, {}));
}

http::Response take_file(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const auto refused = [&](std::string sentence) {
        Problems problems;
        problems.add("file", std::move(sentence));
        return http::unprocessable(upload_page(context, *here, problems));
    };
    const http::Upload* upload = context.form.file("file");
    if (upload == nullptr) return refused("Choose a file.");
    const auto file = open_file(upload->bytes);
    if (!file) return refused(file.error().sentence);
    if (!file->dhis2)
        if (const auto table = table_of(*file, ""); !table) return refused(table.error().sentence);

    const Import import{.organisation = here->id(),
                        .file_name = upload->file_name,
                        .digest = crypto::sha256_hex(upload->bytes),
                        .content = upload->bytes};
    const bool is_table = !file->dhis2;
    const auto owner = context.scope.may_write(here->id());
    return context.save([&](store::Writer& db) {
        forget_waiting(db, owner, context.now - std::chrono::hours(24));
        const auto id = add_import(db, owner, context.stamp(), import);
        return http::see_other(step_address(here->id(), id, is_table ? "rows" : "columns"));
    });
}

}  // namespace primum::imports
