// One measure of the dictionary, and what its versions changed.

#include <fmt/format.h>

#include <array>
#include <ranges>

#include "design/button.h"
#include "design/callouts.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "library/index.h"
#include "library/words.h"
#include "measures/address.h"
#include "measures/dictionary_pages.h"

namespace primum::measures {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

html::Url version_address(const Measure& measure, const Version& version) {
    return url("/measures/{}/versions/{}", measure.code, version.number);
}

/// The texts of a definition as people read them, in their order; empty where it does not say.
struct Line {
    std::string label;
    std::string words;
};
std::vector<Line> lines_of(const View& view, const Definition& says) {
    const auto say = [&](const char* english) { return std::string(view.say(english)); };
    return {{say("Name"), says.name},
            {say("Kind"), say(label(says.kind))},
            {say("What is counted"), says.numerator},
            {say("Out of what"), says.denominator},
            {say("What is left out"), says.exclusions},
            {say("Where the numbers come from"), says.source},
            {say("Which and how many are looked at"), says.sampling},
            {say("Unit"), says.unit},
            {say("Multiplier"), fmt::format("{}", says.multiplier)},
            {say("How often"), say(label(says.frequency))},
            {say("Chart"), say(label(says.chart))},
            {say("Direction"), say(label(says.better))},
            {say("Goal"), says.goal},
            {say("Who answers for the definition"), says.steward}};
}

std::string phases_sentence(const View& view, std::int64_t across) {
    return across == 0 ? std::string(view.say("No chart has points on both sides of that day yet."))
                       : view.words->count(across, "{} chart begins a new phase there.",
                                           "{} charts begin a new phase there.");
}

class MeasurePage {
public:
    MeasurePage(const access::Context& context, const MeasureView& shown)
        : context_(context), view_(context.view), shown_(shown), measure_(shown.measure) {}

    Html draw() const {
        return design::page(
            view_,
            {.title = measure_.name(),
             .breadcrumb = dictionary_crumbs(view_, nullptr),
             .latest = true},
            html("{}{}",
                 design::two_thirds(html("{}{}{}{}{}{}{}{}", what_was_done(),
                                         design::page_heading(measure_.name(), measure_.code),
                                         standing(), what_is_coming(),
                                         definition_list(view_, measure_.on(context_.today).says),
                                         whose(), use(), html("{}{}", shown_.panels, doors()))),
                 versions()));
    }

private:
    Html what_was_done() const {
        const std::pair<std::string_view, std::string_view> known[] = {
            {"added", view_.say("It is in the dictionary.")},
            {"changed", view_.say("The new version is in the dictionary, and charts follow it.")},
            {"drafted", view_.say("The draft says this now.")},
            {"agreed", view_.say("It is agreed: organisations can open it now.")},
            {"retired", view_.say("It is retired: nobody can open it any more.")}};
        for (const auto& [done, sentence] : known)
            if (shown_.done == done)
                return design::notification_banner(
                    view_, {.notice = design::Notice::success, .heading = sentence});
        return {};
    }

    Html standing() const {
        const Version& holds = measure_.on(context_.today);
        Html retired;
        if (measure_.status == Status::retired)
            retired = html("<p>{}</p>",
                           view_.say("Nobody begins to count it any more. What was counted stays, "
                                     "with every word of the definition."));
        return html(
            "<p>{} {}</p>{}", status_tag(view_, measure_.status),
            view_.say("Version {}, holds from {}", holds.number, view_.words->day(holds.from)),
            retired);
    }

    Html what_is_coming() const {
        const Version& latest = measure_.latest();
        if (latest.from <= context_.today || latest.number == 1) return {};
        return design::inset_text(
            view_,
            html("<p>{} {}</p>",
                 view_.say("From {} it says something else.", view_.words->day(latest.from)),
                 design::link(version_address(measure_, latest), view_.say("See what changes"))));
    }

    Html whose() const {
        std::vector<design::SummaryRow> rows{
            {.key = view_.say("Whose definition"), .value = shown_.owner}};
        if (shown_.belongs && !shown_.belongs->intervention.empty())
            rows.push_back({.key = view_.say("Intervention"),
                            .value = design::link(
                                library::address("interventions", shown_.belongs->intervention),
                                shown_.intervention)});
        if (!measure_.library_code.empty())
            rows.push_back(
                {.key = view_.say("Made from"),
                 .value = html("{} {}", view_.say("the library’s measure"),
                               design::link(library::address("measures", measure_.library_code),
                                            measure_.library_code))});
        if (!measure_.copied_from.empty())
            rows.push_back(
                {.key = view_.say("A variant of"),
                 .value = html(
                     "{}. {}",
                     design::link(shown_.model ? measure_address(measure_.copied_from)
                                               : library::address("measures", measure_.copied_from),
                                  measure_.copied_from),
                     view_.say("It counts something else: the two are not compared."))});
        return design::summary_list(view_, {.rows = std::move(rows)});
    }

    Html use() const {
        const Uses& uses = shown_.uses;
        return html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>)", view_.say("Who counts it"),
            uses.series == 0
                ? std::string(view_.say("Nobody yet."))
                : view_.words->count(uses.organisations, "{} hospital, site or ward counts it",
                                     "{} hospitals, sites or wards count it") +
                      ", " + view_.words->count(uses.series, "in {} series.", "in {} series."));
    }

    Html doors() const {
        Html buttons;
        const auto door = [&](std::string_view label, html::Url where) {
            buttons += design::button(
                {.label = label, .look = design::ButtonLook::secondary, .where = std::move(where)});
        };
        if (shown_.may_keep && measure_.status == Status::draft)
            door(view_.say("Agree it"), url("/measures/{}/agreement", measure_.code));
        if (shown_.may_keep && measure_.status != Status::retired) {
            door(measure_.status == Status::draft ? view_.say("Change the draft")
                                                  : view_.say("Make a new version"),
                 url("/measures/{}/change", measure_.code));
            door(view_.say("Retire it"), url("/measures/{}/retirement", measure_.code));
        }
        if (shown_.may_copy)
            door(view_.say("Copy and change"), url("/measures/new?copy={}", measure_.code));
        return buttons.empty() ? Html() : design::button_group(buttons);
    }

    Html versions() const {
        design::TableWriter table({.caption = view_.say("Its versions"),
                                   .columns = {{view_.say("Version")},
                                               {view_.say("Holds from")},
                                               {view_.say("What changed, and why")},
                                               {view_.say("Charts")},
                                               {view_.say("Made")}},
                                   .first_cell_is_heading = true});
        for (std::size_t i = measure_.versions.size(); i-- > 0;) {
            const Version& version = measure_.versions[i];
            const Html number = i == 0 ? html("{}", version.number)
                                       : design::link(version_address(measure_, version),
                                                      std::to_string(version.number),
                                                      view_.say("and what it changed"));
            const std::string day =
                view_.words->day(std::chrono::floor<std::chrono::days>(version.added_at));
            table.row(
                number, view_.words->day(version.from),
                i == 0 && version.reason.empty() ? std::string(view_.say("The first version"))
                                                 : version.reason,
                version.breaks ? phases_sentence(view_, shown_.across[i])
                               : std::string(view_.say("They go on")),
                version.added_by.empty() ? day : view_.say("{} by {}", day, version.added_by));
        }
        return std::move(table).done();
    }

    const access::Context& context_;
    const View& view_;
    const MeasureView& shown_;
    const Measure& measure_;
};

}  // namespace

Html definition_list(const View& view, const Definition& says) {
    std::vector<design::SummaryRow> rows;
    for (const Line& line : lines_of(view, says)) {
        if (line.words.empty() || line.words == says.name) continue;
        rows.push_back({.key = line.label, .value = line.words});
    }
    return design::summary_list(view, {.rows = std::move(rows)});
}

Html differences(const View& view, const Definition& before, const Definition& after) {
    design::TableWriter table({.caption = view.say("What differs"),
                               .columns = {{view.say("Field")}, {view.say("Change")}},
                               .first_cell_is_heading = true});
    const auto was = lines_of(view, before);
    const auto is = lines_of(view, after);
    bool any = false;
    for (std::size_t i = 0; i < was.size(); ++i) {
        if (was[i].words == is[i].words) continue;
        table.row(was[i].label, library::changed_words(view, was[i].words, is[i].words));
        any = true;
    }
    if (!any) return html("<p>{}</p>", view.say("The words are the same."));
    return html("{}<p>{}</p>", std::move(table).done(),
                view.say("Words that were removed are crossed out; words that were added are "
                         "underlined."));
}

Html version_page(const access::Context& context, const Measure& measure, const Version& before,
                  const Version& after, std::int64_t across) {
    const View& view = context.view;
    const std::string title = view.say("What version {} changed", after.number);
    return design::page(
        view, {.title = title, .breadcrumb = dictionary_crumbs(view, &measure), .latest = true},
        html("{}{}",
             design::two_thirds(
                 html("{}<p>{}</p><p>{}</p><p>{}</p>", design::page_heading(title, measure.name()),
                      view.say("Holds from {}", view.words->day(after.from)), after.reason,
                      after.breaks ? std::string(view.say("It changes what is counted.")) + " " +
                                         phases_sentence(view, across)
                                   : std::string(view.say("What is counted is the same: charts "
                                                          "go on.")))),
             differences(view, before.says, after.says)));
}

Html measure_page(const access::Context& context, const MeasureView& shown) {
    return MeasurePage(context, shown).draw();
}

}  // namespace primum::measures
