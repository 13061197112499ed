// Step 5: an import is confirmed, goes on, is in; and is taken back.

#include <algorithm>
#include <chrono>

#include "design/button.h"
#include "design/callouts.h"
#include "design/form.h"
#include "design/links.h"
#include "design/summary_list.h"
#include "imports/actions.h"
#include "imports/carrying.h"
#include "imports/routes.h"
#include "imports/wizard.h"
#include "measures/address.h"
#include "organisations/tree.h"

namespace primum::imports {
namespace {

using html::html;
using html::Html;

// More would keep other people's changes waiting for longer than they notice: the rest is done
// beside answering.
constexpr std::size_t kMostAtOnce = 2'000;

Html summary(const design::View& view, const Import& import) {
    const auto row = [&](const char* key, std::int64_t count) {
        return design::SummaryRow{.key = view.say(key), .value = std::to_string(count)};
    };
    design::SummaryList list{
        .rows = {{.key = view.say("File"), .value = import.file_name},
                 {.key = view.say("State"), .value = view.say(label(import.state))},
                 {.key = view.say("When"), .value = view.words->moment(import.made_at, view.zone)},
                 {.key = view.say("Who"),
                  .value = import.made_by.empty() ? view.say("A command") : import.made_by},
                 row("Points added", import.counts.added),
                 row("Points changed", import.counts.changed),
                 row("Points unchanged", import.counts.unchanged),
                 row("Rows left out", import.counts.left_out)}};
    if (import.undone_at)
        list.rows.push_back(
            {.key = view.say("Undone"),
             .value = view.words->moment(*import.undone_at, view.zone) + ", " + import.undone_by});
    return design::summary_list(view, list);
}

Html import_page(const access::Context& context, const Step& step) {
    const design::View& view = context.view;
    const Import& import = step.import;
    Html below;
    if (import.state == State::running)
        below = design::inset_text(
            view, html(R"(<p>{}</p><p><progress max="{}" value="{}">{}</progress></p><p>{}</p>)",
                       view.say("{} of {} series are in. This page looks again by itself.",
                                import.done, import.series),
                       std::to_string(std::max<std::int64_t>(import.series, 1)),
                       std::to_string(import.done), "",
                       design::link(step_address(step, ""), view.say("Look again now"))));
    if (import.state == State::done)
        below = design::button({.label = view.say("Undo this import"),
                                .look = design::ButtonLook::secondary,
                                .where = step_address(step, "undo")});
    const char* title = import.state == State::done      ? "The numbers are in"
                        : import.state == State::running ? "The numbers are being imported"
                                                         : "This import was undone";
    return step_page(context, step.here, import.state == State::undone ? 0 : 5, view.say(title), {},
                     html("{}{}<p>{}</p><p>{}</p>", summary(view, import), below,
                          design::link(measures::list_address(step.here.id()),
                                       view.say("All measures and their charts")),
                          design::link(list_address(step.here.id()), view.say("Files so far"))));
}

Html undo_page(const access::Context& context, const Step& step,
               const std::vector<Touched>& touched) {
    const design::View& view = context.view;
    Html words = html("<p>{}</p>", view.say("Points that it added go away, and those that it "
                                            "changed are again what they were before."));
    if (touched.empty()) {
        words += design::form(view, {.action = step_address(step, "undo")},
                              design::button({.label = view.say("Undo this import"),
                                              .look = design::ButtonLook::warning,
                                              .once = true}));
    } else {
        Html items;
        for (const Touched& point : touched) {
            const auto place = organisations::find_organisation(context.db, point.organisation);
            items.append("<li>{}</li>", view.say("{}, {}, {}", place ? place->name : "",
                                                 point.series, iso_day(point.period)));
        }
        words = html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
                     view.say("It cannot be undone as a whole, since these points were changed "
                              "later. Correct them one by one:"),
                     items);
    }
    return step_page(context, step.here, 0, view.say("Undo this import"), {},
                     html("{}<p>{}</p>", words,
                          design::link(step_address(step, ""), view.say("Back to the import"))));
}

/// Nothing is left to be done where the file has become unreadable.
void give_up(store::Store& store, const store::Scope& scope, Import import) {
    import.state = State::undone;
    store.write(
        [&](store::Writer& db) { save_import(db, scope.may_write(import.organisation), import); });
}

/// One import, in pieces, each a transaction.
void carry_out_all(store::Store& store, const store::Scope& scope, Import import) {
    const auto file = open_file(import.content);
    if (!file) return give_up(store, scope, std::move(import));
    const auto reading = read_file(*file, import.sheet, parse_mapping(import.mapping));
    if (!reading) return give_up(store, scope, std::move(import));
    const Day today = std::chrono::floor<std::chrono::days>(store.read()->now());
    const Directory directory(*store.read(), scope, import.organisation, today);
    const auto* measure = import.measure.empty() ? nullptr : directory.measure(import.measure);
    const Plan plan = plan_import(*store.read(), scope, directory, *reading,
                                  {.organisation = import.organisation, .measure = measure}, today);
    while (import.state == State::running)
        import = store.write([&](store::Writer& db) {
            Import next = import;
            const store::Stamp stamp{.person = import.maker, .at = db.now(), .request = "import"};
            carry_on(db, scope, stamp, plan, *reading, next, kMostAtOnce, today);
            return next;
        });
}

}  // namespace

http::Response confirm(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found) return http::not_found();
    if (found->import.state != State::waiting) return http::see_other(step_address(*found, ""));
    const auto file = opened(context, *found);
    if (!file) return http::not_found();
    const auto owner = context.scope.may_write(found->here.id());
    return context.save([&](store::Writer& db) {
        const auto what = preview(db, context, *found, *file);
        if (!what) return http::see_other(step_address(*found, "columns"));
        if (file->table)
            remember_mapping(db, owner, context.stamp(), headings_key(*file->table),
                             {.mapping = written(file->mapping), .measure = file->measure});
        Import import = found->import;
        import.mapping = file->table ? written(file->mapping) : "";
        import.measure = file->measure;
        if ((*what)->plan.points > kMostAtOnce) {
            import.state = State::running;
            import.series = static_cast<std::int64_t>((*what)->plan.series.size());
            save_import(db, owner, import);
        } else {
            carry_on(db, context.scope, context.stamp(), (*what)->plan, (*what)->reading, import,
                     kMostAtOnce + 1, context.today);
        }
        return http::see_other(step_address(*found, ""));
    });
}

http::Response show_import(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found) return http::not_found();
    if (found->import.state == State::waiting)
        return http::see_other(step_address(*found, "preview"));
    auto response = http::ok(import_page(context, *found));
    if (found->import.state == State::running) response.headers.set("Refresh", "2");
    return response;
}

http::Response ask_for_undo(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::done) return http::not_found();
    return http::ok(undo_page(context, *found, {}));
}

http::Response save_undo(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::done) return http::not_found();
    return context.save([&](store::Writer& db) {
        const auto touched = undo(db, context.scope, context.stamp(), found->import, context.today);
        if (!touched.empty()) return http::unprocessable(undo_page(context, *found, touched));
        return http::see_other(step_address(*found, ""));
    });
}

void carry_out_confirmed(store::Store& store) {
    const auto scope = store::Scope::system("numbers that somebody has confirmed are imported");
    while (auto import = next_running(*store.read(), scope))
        carry_out_all(store, scope, std::move(*import));
}

}  // namespace primum::imports
