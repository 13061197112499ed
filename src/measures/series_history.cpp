// The later parts of a series' page: what was decided, how the chart is made, files.

#include <algorithm>
#include <cmath>

#include "datasets/summary.h"
#include "design/button.h"
#include "design/details.h"
#include "design/links.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "measures/address.h"
#include "measures/point_pages.h"
#include "measures/recipe.h"
#include "measures/series_view.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;

/// Something that was decided, as a row.
struct Entry {
    Day from;
    std::string what;
    std::string why;
    std::string who;
    Html deed;
};

std::string who_and_when(const design::View& view, const std::string& who, Instant when) {
    const std::string day = view.words->day(std::chrono::floor<std::chrono::days>(when));
    return who.empty() ? day : view.say("{}, {}", who, day);
}

Entry entry_of(const design::View& view, const SeriesView& series, const Decision& decision) {
    Entry entry{.from = decision.from,
                .what = decision.kind == Decision::Kind::rebase
                            ? view.say("A new phase: {}", decision.change)
                            : view.words->count(decision.baseline, "Lines fixed from {} point",
                                                "Lines fixed from {} points"),
                .why = decision.reason,
                .who = who_and_when(view, decision.decided_by, decision.decided_at),
                .deed = {}};
    if (!decision.stands())
        entry.what +=
            " " + view.say("(withdrawn by {}: {})",
                           who_and_when(view, decision.withdrawn_by, *decision.withdrawn_at),
                           decision.withdrawn_why);
    else if (series.may_decide)
        entry.deed = design::link(
            url("/organisations/{}/measures/{}/decisions/{}/withdrawal",
                series.place.here.id().text(), series.place.series.code, decision.id.text()),
            view.say("Withdraw"), " " + entry.what);
    return entry;
}

std::vector<Entry> entries_of(const design::View& view, const SeriesView& series) {
    std::vector<Entry> entries;
    for (const Decision& decision : series.material.decisions)
        entries.push_back(entry_of(view, series, decision));
    for (const Target& target : series.material.targets)
        entries.push_back({target.from,
                           target.value ? view.say("Target {}", series.drawn->number(target.value))
                                        : std::string(view.say("No target from here on")),
                           target.reason,
                           who_and_when(view, target.set_by, target.set_at),
                           {}});
    for (const Version& version : series.place.measure.versions)
        if (version.number > 1)
            entries.push_back({version.from,
                               version.breaks
                                   ? view.say("Definition {}: a new phase begins", version.number)
                                   : view.say("Definition {}", version.number),
                               version.reason,
                               who_and_when(view, version.added_by, version.added_at),
                               {}});
    std::ranges::stable_sort(entries, std::ranges::greater(), &Entry::from);
    return entries;
}

Html decisions_of(const design::View& view, const SeriesView& series) {
    const auto entries = entries_of(view, series);
    if (entries.empty())
        return html("<p>{}</p>",
                    view.say("Nothing has been decided about its lines: they rest on all points."));
    const bool deeds =
        std::ranges::any_of(entries, [](const Entry& entry) { return !entry.deed.empty(); });
    design::Table shown{.caption = view.say("What was decided about its lines"),
                        .caption_size = design::Size::s,
                        .columns = {{.heading = view.say("From")},
                                    {.heading = view.say("What")},
                                    {.heading = view.say("Why")},
                                    {.heading = view.say("Who and when")}},
                        .first_cell_is_heading = true};
    if (deeds) {
        shown.columns.push_back({.heading = view.say("What to do")});
        shown.classes = "pr-decisions";
    }
    design::TableWriter table(std::move(shown));
    for (const Entry& entry : entries) {
        std::vector<design::Content> cells = {series.spoken(entry.from), entry.what, entry.why,
                                              entry.who};
        if (deeds) cells.emplace_back(entry.deed);
        table.row(cells);
    }
    return std::move(table).done();
}

Html deeds_of(const design::View& view, const SeriesView& series) {
    if (!series.may_decide) return {};
    Html buttons;
    const auto add = [&](std::string_view label, std::string_view what) {
        buttons += design::button(
            {.label = label,
             .look = design::ButtonLook::secondary,
             .where = url("/organisations/{}/measures/{}/decisions/{}",
                          series.place.here.id().text(), series.place.series.code, what),
             .small = true});
    };
    add(view.say("Begin a new phase"), "phase");
    add(view.say("Fix the lines"), "baseline");
    add(view.say("Set a target"), "target");
    return design::button_group(buttons);
}

Html revisions_of(const design::View& view, const SeriesView& series) {
    constexpr std::size_t kMost = 20;
    if (series.revisions.empty()) return {};
    design::TableWriter table({.caption = view.say("Points that were changed, the latest first"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Period")},
                                           {.heading = view.say("It said")},
                                           {.heading = view.say("Changed by")},
                                           {.heading = view.say("Why")}},
                               .first_cell_is_heading = true,
                               .compact = true});
    for (std::size_t i = 0; i < std::min(kMost, series.revisions.size()); ++i) {
        const Revision& one = series.revisions[i];
        const Day period = one.before.said.period;
        table.row(
            design::link(point_address(series.place.series, iso_period(series.frequency(), period)),
                         series.spoken(period)),
            said_in_words(view, series.place.measure.on(period).says, one.before.said),
            who_and_when(view, one.replaced_by, one.replaced_at),
            one.removed ? view.say("taken away: {}", one.why) : one.why);
    }
    return design::details(
        {.summary = view.words->count(static_cast<std::int64_t>(series.revisions.size()),
                                      "{} change of a point", "{} changes of points")},
        std::move(table).done());
}

std::string limits_words(const design::View& view, const datasets::Study& study) {
    using enum spc::Chart;
    switch (study.options.chart) {
        case run:
            return std::string(view.say("None: a run chart has a median only."));
        case individuals:
            return std::string(
                view.say("Mean ± 2.66 times the mean moving range; moving ranges that are too "
                         "large are left out once."));
        case p_prime:
        case u_prime:
            return std::string(view.say("Three sigma, widened by what varies between periods."));
        default:
            return std::string(view.say("Three sigma, from the spread that such counts have."));
    }
}

std::string phases_words(const design::View& view, const SeriesView& series) {
    std::string words;
    const spc::Analysis& analysis = series.drawn->study->analyses[0];
    const auto& phases = series.drawn->study->data.members[0].phases;
    for (std::size_t p = 0; p < analysis.phases.size(); ++p) {
        const spc::PhaseSummary& phase = analysis.phases[p];
        if (phase.begin >= series.material.points.size()) continue;
        if (!words.empty()) words += "; ";
        const auto points = static_cast<std::int64_t>(phase.base_points);
        words += view.say(
            "from {}: {}", series.spoken(phase.begin),
            view.words->count(points, "{} point sets its lines", "{} points set its lines"));
        if (p < phases.size() && phases[p].baseline > 0)
            words += " " + std::string(view.say("(fixed)"));
        else if (phase.base_points < spc::kEnoughPoints)
            words += " " + std::string(view.say("(provisional)"));
    }
    return words;
}

}  // namespace

Html history_section(const design::View& view, const SeriesView& series) {
    return html(R"(<h2 class="nhsuk-heading-m" id="history">{}</h2>{}{}{})", view.say("History"),
                decisions_of(view, series), deeds_of(view, series), revisions_of(view, series));
}

Html recipe_section(const design::View& view, const SeriesView& series) {
    if (!series.drawn->study) return {};
    const datasets::Study& study = *series.drawn->study;
    const Measure& measure = series.place.measure;
    design::SummaryList list;
    const auto add = [&](std::string_view key, const design::Content& value) {
        list.rows.push_back({.key = key, .value = value, .actions = {}});
    };
    add(view.say("Definition"),
        html("{} {}", design::link(measure_address(measure.code), measure.code),
             view.say("version {}, from {}", measure.latest().number,
                      view.words->day(measure.latest().from))));
    add(view.say("Chart"), std::string(spc::spoken_name_of(study.options.chart)));
    add(view.say("Limits"), limits_words(view, study));
    add(view.say("Rules"), study.rules);
    if (study.options.multiply != 1)
        add(view.say("Multiplied by"), series.drawn->number(study.options.multiply));
    add(view.say("Better"), std::string(view.say(label(measure.now().better))));
    add(view.say("Phases"), phases_words(view, series));
    add(view.say("Statistics"), "Primum " PRIMUM_VERSION);
    if (const auto command = command_of(series.material, study))
        add(view.say("Make it again"),
            html("{} <code>{}</code>", view.say("Download the points and run:"), *command));
    else
        add(view.say("Make it again"),
            view.say("Not with one command: its phases have baselines of different lengths."));
    return design::details({.summary = view.say("How this chart is made"), .expander = true},
                           design::summary_list(view, list));
}

Html downloads_section(const design::View& view, const SeriesView& series) {
    if (!series.drawn->study) return {};
    const auto item = [&](const char* file, std::string_view words) {
        return html("<li>{}</li>",
                    design::link(url("/organisations/{}/measures/{}/{}",
                                     series.place.here.id().text(), series.place.series.code, file),
                                 words));
    };
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}{}{}</ul>)",
                view.say("Take it with you"), item("points.csv", view.say("The points (CSV)")),
                item("analysis.csv", view.say("Points with lines and readings (CSV)")),
                item("chart.svg", view.say("The chart for Word and PowerPoint (SVG)")));
}

}  // namespace primum::measures
