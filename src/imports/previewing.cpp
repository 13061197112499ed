// What an import would do: step 4, and its problems as a file.

#include <algorithm>
#include <charconv>
#include <span>

#include "csv/writer.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "imports/actions.h"
#include "imports/wizard.h"
#include "measures/drawn.h"
#include "organisations/tree.h"

namespace primum::imports {
namespace {

using html::html;
using html::Html;
using measures::Material;

std::string said(const design::View& view, const RowProblem& problem) {
    return std::string(view.say(problem.english.c_str(), problem.what));
}

Html problems_table(const design::View& view, const Step& step, const Plan& plan) {
    constexpr std::size_t kMostShown = 50;
    if (plan.problems.empty()) return {};
    design::TableWriter table({.caption = view.say("Rows that are left out"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Row"), .numeric = true},
                                           {.heading = view.say("Column")},
                                           {.heading = view.say("What to correct")}}});
    const auto shown = std::min(kMostShown, plan.problems.size());
    for (std::size_t i = 0; i < shown; ++i)
        table.row(plan.problems[i].row, plan.problems[i].column, said(view, plan.problems[i]));
    Html all = std::move(table).done();
    if (plan.problems.size() > shown)
        all.append("<p>{}</p>",
                   view.say("These are the first {} of {}.", shown, plan.problems.size()));
    all.append("<p>{}</p>", design::link(step_address(step, "problems.csv"),
                                         view.say("Download them as a CSV file")));
    return all;
}

/// A series as it is, and as it would be.
struct BeforeAndAfter {
    Material before;
    Material after;
};

BeforeAndAfter materials(const access::Context& context, const PlannedSeries& planned,
                         const Reading& reading) {
    BeforeAndAfter both{.before = {.measure = *planned.measure}, .after = {}};
    if (planned.series)
        both.before =
            measures::material_of(context.db, context.scope.may_read(planned.organisation),
                                  *planned.measure, *planned.series);
    both.before.series.organisation = planned.organisation;
    both.before.series.measure = planned.measure->id;
    both.before.series.stratum = planned.stratum;
    both.after = both.before;
    auto& points = both.after.points;
    for (const PlannedPoint& point : planned.points) {
        const auto at = std::ranges::lower_bound(
            points, point.period, {}, [](const measures::Point& one) { return one.said.period; });
        if (at != points.end() && at->said.period == point.period)
            at->said = said_of(planned, point, reading);
        else
            points.insert(at, {.said = said_of(planned, point, reading)});
    }
    return both;
}

Html chart_of(const design::View& view, std::string_view heading, const Material& material,
              const char* id) {
    const auto drawn = measures::draw(material, id);
    if (!drawn.study)
        return html(R"(<h3 class="nhsuk-heading-s">{}</h3><p>{}</p>)", heading,
                    material.points.empty() ? std::string(view.say("There are no points yet."))
                                            : view.said(drawn.study.error().sentence));
    return html(
        R"(<h3 class="nhsuk-heading-s">{}</h3><p>{}</p><figure class="pr-chart">{}{}</figure>)",
        heading, drawn.sentence, drawn.key, drawn.picture);
}

std::string name_of(const store::Reader& db, const PlannedSeries& planned) {
    const auto place = organisations::find_organisation(db, planned.organisation);
    std::string text = place ? place->name + ": " : "";
    text += planned.measure->name();
    return planned.stratum.empty() ? text : text + ", " + planned.stratum;
}

/// The first that changes, or the one that was asked for.
std::size_t chosen_series(const http::Request& request, const Plan& plan) {
    const auto asked = request.parameter("series").value_or("");
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), at);
    if (error == std::errc() && at < plan.series.size()) return at;
    for (std::size_t i = 0; i < plan.series.size(); ++i)
        if (plan.series[i].changes() > 0) return i;
    return 0;
}

Html series_list(const access::Context& context, const Step& step, const Plan& plan) {
    constexpr std::size_t kMostShown = 30;
    const design::View& view = context.view;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < plan.series.size(); ++i)
        if (plan.series[i].changes() > 0) changed.push_back(i);
    if (changed.size() < 2) return {};
    design::TableWriter table({.caption = view.say("Charts that would change"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Series")},
                                           {.heading = view.say("Points"), .numeric = true}}});
    for (const std::size_t i : std::span(changed).first(std::min(kMostShown, changed.size())))
        table.row(
            design::link(html::url("/organisations/{}/imports/{}/preview?series={}",
                                   step.here.id().text(), step.import.id.text(), std::to_string(i)),
                         name_of(context.db, plan.series[i])),
            plan.series[i].changes());
    Html all = std::move(table).done();
    if (changed.size() > kMostShown)
        all.append("<p>{}</p>",
                   view.say("These are the first {} of {}.", kMostShown, changed.size()));
    return all;
}

Html charts(const access::Context& context, const Preview& preview, std::size_t at) {
    const design::View& view = context.view;
    if (preview.plan.series.empty()) return {};
    const PlannedSeries& planned = preview.plan.series[at];
    const auto both = materials(context, planned, preview.reading);
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{}{})", name_of(context.db, planned),
                chart_of(view, view.say("Before"), both.before, "before"),
                chart_of(view, view.say("After"), both.after, "after"));
}

Html counts(const design::View& view, const Step& step, const Plan& plan) {
    const auto row = [&](const char* key, std::size_t count) {
        return design::SummaryRow{.key = view.say(key), .value = std::to_string(count)};
    };
    std::size_t opened = 0;
    for (const PlannedSeries& planned : plan.series)
        opened += planned.series ? 0 : 1;
    return design::summary_list(view,
                                {.rows = {{.key = view.say("File"), .value = step.import.file_name},
                                          row("Points added", plan.count(Saved::added)),
                                          row("Points changed", plan.count(Saved::changed)),
                                          row("Points unchanged", plan.count(Saved::unchanged)),
                                          row("Series that begin", opened),
                                          row("Rows left out", plan.problems.size())}});
}

Html ways(const design::View& view, const Step& step, bool is_table) {
    Html ways;
    ways.append("<p>{}</p>", design::link(step_address(step, "columns"),
                                          view.say("Change what the columns hold")));
    if (is_table)
        ways.append("<p>{}</p>",
                    design::link(step_address(step, "rows"), view.say("Change what a row is")));
    ways.append("<p>{}</p>",
                design::link(upload_address(step.here.id()), view.say("Send another file")));
    return ways;
}

Html preview_page(const http::Request& request, const access::Context& context, const Step& step,
                  const OpenedStep& opened, const Preview& preview) {
    const design::View& view = context.view;
    const Plan& plan = preview.plan;
    Html notes;
    for (const std::string& note : preview.reading.notes)
        notes.append("<p>{}</p>", view.said(note));
    Html confirm;
    if (plan.count(Saved::added) + plan.count(Saved::changed) > 0)
        confirm = design::form(view, {.action = step_address(step, "")},
                               design::button({.label = view.say("Import"), .once = true}));
    else
        confirm = design::inset_text(
            view, html("<p>{}</p>",
                       plan.points > 0
                           ? view.say("There is nothing to import: everything in the file is here "
                                      "already.")
                           : view.say("There is nothing to import: no row can be read in this "
                                      "way.")));
    return step_page(
        context, step.here, 4, view.say("What the import would do"), {},
        html("{}{}{}{}{}{}{}", counts(view, step, plan), notes, problems_table(view, step, plan),
             confirm, ways(view, step, opened.table.has_value()),
             charts(context, preview, chosen_series(request, plan)),
             series_list(context, step, plan)));
}

}  // namespace

http::Response show_preview(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::waiting) return http::not_found();
    const auto file = opened(context, *found);
    if (!file) return http::not_found();
    const auto what = preview(context.db, context, *found, *file);
    if (!what) return http::see_other(step_address(*found, "columns"));
    return http::ok(preview_page(request, context, *found, *file, **what));
}

http::Response send_problems(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::waiting) return http::not_found();
    const auto file = opened(context, *found);
    if (!file) return http::not_found();
    const auto what = preview(context.db, context, *found, *file);
    if (!what) return http::not_found();
    std::string text = "\xEF\xBB\xBF";
    csv::Writer out(text);
    for (const char* heading : {"row", "column", "problem"})
        out.text(context.view.say(heading));
    out.end_row();
    for (const RowProblem& problem : (*what)->plan.problems) {
        out.number(static_cast<std::size_t>(problem.row));
        out.text(problem.column);
        out.text(said(context.view, problem));
        out.end_row();
    }
    auto response = http::text(http::Status::ok, std::move(text));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"problems.csv\"");
    return response;
}

}  // namespace primum::imports
