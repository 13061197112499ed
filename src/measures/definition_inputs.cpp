// The questions of a definition.

#include <array>

#include "design/choices.h"
#include "design/date_input.h"
#include "design/details.h"
#include "design/form.h"
#include "design/input.h"
#include "design/select.h"
#include "design/textarea.h"
#include "language/language.h"
#include "measures/definition_form.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

using design::View;
using html::html;
using html::Html;
using language::sentence;

struct Question {
    const char* field;
    const char* label;
    const char* hint;
    std::string Definition::* text;
    int rows;  ///< 1 is a line
};

constexpr std::array<Question, 6> kCounted = {{
    {"name", sentence("Name"), sentence("As people say it, for example “Falls with harm”"),
     &Definition::name, 1},
    {"numerator", sentence("What is counted or measured"),
     sentence("For example “Falls with harm reported in the month”"), &Definition::numerator, 2},
    {"denominator", sentence("Out of what"),
     sentence("For example “Occupied bed days”. Leave it empty where nothing divides"),
     &Definition::denominator, 2},
    {"exclusions", sentence("What is left out"),
     sentence("Patients, wards or cases that do not "
              "count"),
     &Definition::exclusions, 2},
    {"source", sentence("Where the numbers come from"),
     sentence("A system, a report, or who counts"), &Definition::source, 2},
    {"sampling", sentence("Which and how many are looked at"),
     sentence("For example “All”, or “20 records a month, at random”"), &Definition::sampling, 2},
}};
constexpr std::array<Question, 3> kShown = {{
    {"unit", sentence("Unit"), sentence("For example “per 1,000 bed days”, “percent”, “days”"),
     &Definition::unit, 1},
    {"goal", sentence("Goal"), sentence("What it should become, and by when"), &Definition::goal,
     2},
    {"steward", sentence("Who answers for the definition"), sentence("A role rather than a name"),
     &Definition::steward, 1},
}};

Html ask(const View& view, const Question& question, const DefinitionForm& form,
         const Problems& problems) {
    const design::Label label{view.say(question.label), design::Size::s};
    const std::string& value = form.says.*question.text;
    if (question.rows == 1)
        return design::input(view, {.name = question.field,
                                    .label = label,
                                    .hint = view.say(question.hint),
                                    .value = value,
                                    .error = problems.about(question.field)});
    return design::textarea(view, {.name = question.field,
                                   .label = label,
                                   .hint = view.say(question.hint),
                                   .value = value,
                                   .error = problems.about(question.field),
                                   .rows = question.rows});
}

Html kind_input(const View& view, const DefinitionForm& form) {
    return design::radios(
        view, {.name = "kind",
               .legend = {view.say("What kind of measure is it?"), design::Size::s},
               .choices = {{.value = name(Kind::outcome),
                            .label = view.say(label(Kind::outcome)),
                            .hint = view.say("What happens to patients")},
                           {.value = name(Kind::process),
                            .label = view.say(label(Kind::process)),
                            .hint = view.say("Whether what should be done is done")},
                           {.value = name(Kind::balancing),
                            .label = view.say(label(Kind::balancing)),
                            .hint = view.say("Whether something else gets worse meanwhile")}},
               .value = name(form.says.kind)});
}

Html frequency_input(const View& view, const DefinitionForm& form, const Problems& problems) {
    std::vector<design::Option> options;
    for (const auto frequency : {Frequency::day, Frequency::week, Frequency::month,
                                 Frequency::quarter, Frequency::year, Frequency::event})
        options.push_back({.value = name(frequency), .label = view.say(label(frequency))});
    return design::select(view, {.name = "frequency",
                                 .label = {view.say("How often"), design::Size::s},
                                 .options = std::move(options),
                                 .value = name(form.says.frequency),
                                 .error = problems.about("frequency")});
}

Html chart_help(const View& view) {
    Html items;
    for (const OfferedChart& offered : offered_charts())
        items.append("<li><strong>{}</strong>: {}</li>", view.say(offered.label),
                     view.say(offered.when));
    return design::details(
        {.summary = view.say("Which chart is right here?")},
        html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul><p>{}</p><p>{}</p>)", items,
             view.say("Where there is less than about one event in most periods, most points are 0 "
                      "and no chart of counts will tell anything for years: count the days or the "
                      "cases between events, on a t or a g chart."),
             view.say("Fewer than 10 to 12 points make no limits worth having: begin with a run "
                      "chart, and change to another when there are enough.")));
}

Html chart_input(const View& view, const DefinitionForm& form, const Problems& problems) {
    std::vector<design::Option> options;
    for (const OfferedChart& offered : offered_charts())
        options.push_back({.value = spc::name_of(offered.chart), .label = view.say(offered.label)});
    return html("{}{}",
                design::select(view, {.name = "chart",
                                      .label = {view.say("Chart"), design::Size::s},
                                      .options = std::move(options),
                                      .value = spc::name_of(form.says.chart),
                                      .error = problems.about("chart")}),
                chart_help(view));
}

Html better_input(const View& view, const DefinitionForm& form) {
    std::vector<design::Choice> choices;
    for (const auto better : {spc::Better::lower, spc::Better::higher, spc::Better::neutral})
        choices.push_back({.value = name(better), .label = view.say(label(better))});
    return design::radios(view, {.name = "better",
                                 .legend = {view.say("Which way is better?"), design::Size::s},
                                 .choices = std::move(choices),
                                 .value = name(form.says.better)});
}

Html from_input(const View& view, const DefinitionForm& form, const Problems& problems,
                bool changes) {
    auto from = organisations::date_fields(
        "from", {view.say("From which day does it hold?"), design::Size::s}, form.from, problems);
    from.hint = changes ? view.say("The first day of a period is best. For example, 1 4 2026")
                        : view.say(
                              "Numbers of earlier days are read by it too. For example, "
                              "1 4 2026");
    return design::date_input(view, from);
}

/// Whether the change makes numbers of before and after differ in kind.
Html counts_input(const View& view, const DefinitionForm& form, const Problems& problems) {
    return design::radios(
        view,
        {.name = "counts",
         .legend = {view.say("Does it change what is counted?"), design::Size::s},
         .hint = view.say("Where you do not choose, charts begin a new phase if what is counted, "
                          "out of what, what is left out, or the multiplier differs."),
         .choices = {{.value = "other",
                      .label = view.say("Yes: charts begin a new phase on that day, and say why")},
                     {.value = "same",
                      .label = view.say("No: numbers before and after are of one kind"),
                      .then_ask = design::input(
                          view, {.name = "why-same",
                                 .label = view.say("Why are they, where the words differ?"),
                                 .value = form.why_same,
                                 .error = problems.about("why-same")})}},
         .value = form.counts,
         .error = problems.about("counts")});
}

Html section(std::string_view heading, const Html& questions) {
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", heading, questions);
}

}  // namespace

Html definition_inputs(const View& view, const DefinitionForm& form, const Problems& problems,
                       const Measure* before) {
    Html counted;
    for (const Question& question : kCounted)
        counted += ask(view, question, form, problems);
    Html shown;
    for (const Question& question : kShown)
        shown += ask(view, question, form, problems);
    Html change;
    if (before)
        change =
            section(view.say("The change"),
                    html("{}{}{}", from_input(view, form, problems, true),
                         design::textarea(
                             view, {.name = "reason",
                                    .label = {view.say("What changed, and why?"), design::Size::s},
                                    .hint = view.say("Charts and the history show this"),
                                    .value = form.reason,
                                    .error = problems.about("reason"),
                                    .rows = 2}),
                         counts_input(view, form, problems)));
    return html(
        "{}{}{}", section(view.say("What is counted"), counted),
        section(view.say("How it is shown"),
                html("{}{}{}{}{}{}", kind_input(view, form), frequency_input(view, form, problems),
                     design::input(view, {.name = "multiplier",
                                          .label = {view.say("Multiplier"), design::Size::s},
                                          .hint = view.say("100 for percent, 1000 for a rate per "
                                                           "1,000, 1 to leave it as it is"),
                                          .value = form.multiplier,
                                          .error = problems.about("multiplier"),
                                          .width = 10,
                                          .inputmode = "decimal"}),
                     chart_input(view, form, problems), better_input(view, form), shown)),
        before ? change : from_input(view, form, problems, false));
}

Html carried(const DefinitionForm& form) {
    Html fields;
    const auto carry = [&](const char* field, std::string_view value) {
        fields += design::hidden(field, value);
    };
    for (const Question& question : kCounted)
        carry(question.field, form.says.*question.text);
    for (const Question& question : kShown)
        carry(question.field, form.says.*question.text);
    carry("kind", name(form.says.kind));
    carry("frequency", name(form.says.frequency));
    carry("chart", spc::name_of(form.says.chart));
    carry("better", name(form.says.better));
    carry("multiplier", form.multiplier);
    carry("from-day", form.from.day);
    carry("from-month", form.from.month);
    carry("from-year", form.from.year);
    carry("reason", form.reason);
    carry("counts", form.counts);
    carry("why-same", form.why_same);
    carry("rev", std::to_string(form.rev));
    return fields;
}

}  // namespace primum::measures
