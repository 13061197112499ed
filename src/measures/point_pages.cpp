#include "measures/point_pages.h"

#include "design/button.h"
#include "design/callouts.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/textarea.h"
#include "measures/address.h"
#include "measures/note.h"
#include "measures/typed_number.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;

html::Url below(const Place& place, std::string_view period, std::string_view what) {
    return url("/organisations/{}/measures/{}/points/{}/{}", place.here.id().text(),
               place.series.code, period, what);
}

Html period_field(const access::Context& context, const Material& material, const PointForm& form,
                  const Problems& problems) {
    const design::View& view = context.view;
    const Frequency frequency = material.measure.now().frequency;
    if (asks_for_a_day(frequency))
        return design::date_input(
            view, organisations::date_fields(
                      "day",
                      {frequency == Frequency::event ? view.say("On which day did it happen?")
                                                     : view.say("Which day?"),
                       design::Size::s},
                      form.day, problems));
    constexpr std::size_t kMost = 60;
    std::vector<design::Option> options;
    const Day current = period_of(frequency, context.today);
    const bool chosen_now = parse_period(frequency, form.period) == current;
    for (const Day period : missing_periods(material, context.today))
        if (options.size() < kMost)
            options.push_back({iso_period(frequency, period), spoken_period(frequency, period)});
    if (options.empty() || chosen_now)
        options.insert(options.begin(),
                       {iso_period(frequency, current),
                        view.say("{} (not over yet)", spoken_period(frequency, current))});
    return design::select(view, {.name = "period",
                                 .label = {view.say("Which period?"), design::Size::s},
                                 .options = std::move(options),
                                 .value = form.period,
                                 .error = problems.about("period")});
}

Html number_fields(const design::View& view, const Definition& says, const PointForm& form,
                   const Problems& problems) {
    const bool event = says.frequency == Frequency::event;
    Html fields = design::input(
        view, {.name = "numerator",
               .label = {says.numerator.empty() ? says.name : says.numerator, design::Size::s},
               .hint = event ? view.say("Leave it empty where only the day counts.")
                             : view.say("No number? Leave it empty and say why in the note."),
               .value = form.numerator,
               .error = problems.about("numerator"),
               .width = 10,
               .autocomplete = "off",
               .inputmode = "decimal"});
    if (says.divides())
        fields += design::input(view, {.name = "denominator",
                                       .label = {says.denominator, design::Size::s},
                                       .hint = view.say("Out of how many?"),
                                       .value = form.denominator,
                                       .error = problems.about("denominator"),
                                       .width = 10,
                                       .autocomplete = "off",
                                       .inputmode = "decimal"});
    return fields;
}

Html checked_field(const design::View& view, const PointForm& form, const Problems& problems,
                   const std::string& question) {
    if (question.empty() && form.checked.empty()) return {};
    return design::inset_text(
        view,
        html("<p>{}</p>{}", question,
             design::input(
                 view,
                 {.name = "checked",
                  .label = {view.say("Data or care? If the numbers are right, say what you know"),
                            design::Size::s},
                  .hint = view.say("Correct the numbers above, or explain them here and save "
                                   "anyway. Your answer is kept with the point."),
                  .value = form.checked,
                  .error = problems.about("checked")})));
}

Html history_of(const design::View& view, const Definition& says,
                const std::vector<Revision>& revisions) {
    if (revisions.empty()) return html("<p>{}</p>", view.say("It has never been changed."));
    design::TableWriter table({.caption = view.say("What it was before"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Until")},
                                           {.heading = view.say("It said")},
                                           {.heading = view.say("Entered by")},
                                           {.heading = view.say("Then")},
                                           {.heading = view.say("Why")}},
                               .first_cell_is_heading = true});
    for (const Revision& one : revisions)
        table.row(view.words->moment(one.replaced_at, view.zone),
                  said_in_words(view, says, one.before.said), one.before.entered_by,
                  one.removed ? view.say("taken away by {}", one.replaced_by)
                              : view.say("changed by {}", one.replaced_by),
                  one.why);
    return std::move(table).done();
}

Html deeds_of(const access::Context& context, const Place& place, const std::string& period,
              const std::optional<Point>& point) {
    const design::View& view = context.view;
    Html buttons;
    const auto add = [&](std::string_view label, const html::Url& where) {
        buttons += design::button(
            {.label = label,
             .look = buttons.empty() ? design::ButtonLook::primary : design::ButtonLook::secondary,
             .where = where});
    };
    if (may(context, access::policy::data_enterers, place.here.id()))
        point ? add(view.say("Change it"), below(place, period, "change"))
              : add(view.say("Enter it"), url("/organisations/{}/measures/{}/points/new?period={}",
                                              place.here.id().text(), place.series.code, period));
    if (point && may(context, access::policy::data_keepers, place.here.id())) {
        add(point->said.excluded.empty() ? view.say("Exclude it") : view.say("Count it again"),
            below(place, period, "exclusion"));
        add(view.say("Take it away"), below(place, period, "removal"));
    }
    return buttons.empty() ? Html() : design::button_group(buttons);
}

}  // namespace

std::string said_in_words(const design::View& view, const Definition& says, const Said& said) {
    std::string words;
    if (!said.numerator)
        words = says.frequency == Frequency::event ? view.say("an event") : view.say("no number");
    else if (said.denominator)
        words = view.say("{} of {}", in_form(said.numerator), in_form(said.denominator));
    else
        words = in_form(said.numerator);
    if (!said.note.empty()) words += view.say(", note: {}", said.note);
    if (!said.excluded.empty()) words += view.say(", excluded: {}", said.excluded);
    return words;
}

Html reason_field(const design::View& view, std::string_view label, std::string_view hint,
                  std::string_view typed, const Problems& problems) {
    constexpr int kRows = 3;
    return design::textarea(view, {.name = "reason",
                                   .label = {label, design::Size::s},
                                   .hint = hint,
                                   .value = typed,
                                   .error = problems.about("reason"),
                                   .rows = kRows,
                                   .most_characters = static_cast<int>(kLongestNote)});
}

Html task_page(const access::Context& context, const Place& place, std::string_view title,
               const Problems& problems, const Html& content) {
    const design::View& view = context.view;
    return design::page(
        view,
        {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(context, place, true)},
        design::two_thirds(html(
            "{}{}{}<p>{}</p>", design::error_summary(view, problems),
            design::page_heading(title, place.here.organisation.name + ": " + place.name()),
            content, design::link(series_address(place.series), view.say("Cancel and go back")))));
}

Html point_form_page(const access::Context& context, const Place& place, const Material& material,
                     const PointForm& form, const Problems& problems, const Point* there,
                     const std::string& question) {
    const design::View& view = context.view;
    const Definition& says =
        there ? place.measure.on(there->said.period).says : place.measure.now();
    const std::string period =
        there ? iso_period(says.frequency, there->said.period) : std::string();
    Html fields;
    if (!there) fields += period_field(context, material, form, problems);
    fields += number_fields(view, says, form, problems);
    fields += checked_field(view, form, problems, question);
    constexpr int kRows = 2;
    fields += design::textarea(
        view, {.name = "note",
               .label = {view.say("Note (optional)"), design::Size::s},
               .hint = view.say("What whoever reads the chart should know. Nothing that names a "
                                "patient."),
               .value = form.note,
               .error = problems.about("note"),
               .rows = kRows,
               .most_characters = static_cast<int>(kLongestNote)});
    fields += design::hidden("rev", form.rev);
    fields += design::button(
        {.label = question.empty() ? view.say("Save and show the chart") : view.say("Save anyway"),
         .once = true});
    const std::string title =
        there ? view.say("Change {}", spoken_period(says.frequency, there->said.period))
              : std::string(says.frequency == Frequency::event ? view.say("Enter an event")
                                                               : view.say("Enter a number"));
    return task_page(context, place, title, problems,
                     design::form(view,
                                  {.action = there ? below(place, period, "change")
                                                   : new_point_address(place.series)},
                                  fields));
}

Html point_page(const access::Context& context, const Place& place, Day day,
                const std::optional<Point>& point, const std::vector<Revision>& revisions) {
    const design::View& view = context.view;
    const Definition& says = place.measure.on(day).says;
    const std::string spoken = spoken_period(says.frequency, day);
    Html facts = html("<p>{}</p>", view.say("There is no number for {} now.", spoken));
    if (point) {
        const Said& said = point->said;
        design::SummaryList list;
        const auto add = [&](std::string_view key, const std::string& value) {
            list.rows.push_back({.key = key, .value = value, .actions = {}});
        };
        add(says.numerator,
            said.numerator ? in_form(said.numerator) : std::string(view.say("No number")));
        if (says.divides()) add(says.denominator, in_form(said.denominator));
        if (!said.note.empty()) add(view.say("Note"), said.note);
        if (!said.excluded.empty()) add(view.say("Excluded, because"), said.excluded);
        add(view.say("Entered"), point->entered_by.empty()
                                     ? view.words->moment(point->entered_at, view.zone)
                                     : view.say("by {}, {}", point->entered_by,
                                                view.words->moment(point->entered_at, view.zone)));
        if (!point->import_id.empty()) add(view.say("Came with"), std::string(view.say("a file")));
        facts = design::summary_list(view, list);
    }
    return design::page(
        view, {.title = spoken, .breadcrumb = crumbs(context, place, true)},
        html("{}{}{}{}",
             design::page_heading(spoken, place.here.organisation.name + ": " + place.name()),
             facts, deeds_of(context, place, iso_period(says.frequency, day), point),
             history_of(view, says, revisions)));
}

}  // namespace primum::measures
