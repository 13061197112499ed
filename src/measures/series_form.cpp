#include "measures/series_form.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "design/choices.h"
#include "design/date_input.h"
#include "design/input.h"
#include "design/select.h"
#include "language/language.h"
#include "measures/definition.h"
#include "organisations/members.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

using design::View;
using html::html;
using html::Html;
using language::sentence;

constexpr int kMostDueDays = 366;

struct RuleSet {
    const char* name;
    const char* label;
};
constexpr std::array<RuleSet, 6> kRules = {
    {{"mdc", sentence("Making Data Count (NHS England)")},
     {"anhoej", sentence("Anhøj: long runs and few crossings")},
     {"ihi", sentence("Institute for Healthcare Improvement")},
     {"western-electric", sentence("Western Electric")},
     {"nelson", sentence("Nelson")},
     {"none", sentence("None: lines only")}}};

std::optional<int> whole(std::string_view typed) {
    int value = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc() || end != typed.data() + typed.size()) return {};
    return value;
}

Html audience_input(const View& view, const SeriesForm& form, const Problems& problems) {
    std::vector<design::Choice> choices;
    for (const auto audience : {Audience::organisation, Audience::members, Audience::everyone})
        choices.push_back({.value = name(audience), .label = view.say(label(audience))});
    return design::radios(
        view, {.name = "audience",
               .legend = {view.say("Who may see it?"), design::Size::s},
               .hint = view.say("To others than this organisation’s own people, small numbers are "
                                "never shown."),
               .choices = std::move(choices),
               .value = form.audience,
               .error = problems.about("audience")});
}

Html keeper_input(const View& view, const SeriesForm& form, const Problems& problems,
                  const std::vector<Keeper>& keepers) {
    std::vector<design::Option> options{{.value = "", .label = view.say("Nobody in particular")}};
    for (const Keeper& keeper : keepers)
        options.push_back({.value = keeper.id.text(), .label = keeper.name});
    return design::select(view,
                          {.name = "keeper",
                           .label = {view.say("Who is asked for the numbers?"), design::Size::s},
                           .options = std::move(options),
                           .value = form.keeper,
                           .error = problems.about("keeper")});
}

Html rules_input(const View& view, const SeriesForm& form, const Problems& problems) {
    std::vector<design::Option> options;
    for (const RuleSet& rules : kRules)
        options.push_back({.value = rules.name, .label = view.say(rules.label)});
    return design::select(view, {.name = "rules",
                                 .label = {view.say("Rules for signals"), design::Size::s},
                                 .hint = view.say("The first is right unless you know why not"),
                                 .options = std::move(options),
                                 .value = form.rules,
                                 .error = problems.about("rules")});
}

Html chart_input(const View& view, const SeriesForm& form, const Problems& problems,
                 spc::Chart definitions) {
    std::vector<design::Option> options{
        {.value = "",
         .label = view.say("As the definition says: {}", view.say(label(definitions)))}};
    for (const OfferedChart& offered : offered_charts())
        options.push_back({.value = spc::name_of(offered.chart), .label = view.say(offered.label)});
    return design::select(view, {.name = "chart",
                                 .label = {view.say("Chart"), design::Size::s},
                                 .hint = view.say("Fewer than 12 points: a run chart. Rare events: "
                                                  "a g or a t chart"),
                                 .options = std::move(options),
                                 .value = form.chart,
                                 .error = problems.about("chart")});
}

}  // namespace

std::vector<Keeper> keepers_of(const store::Reader& db, const store::Readable& organisation,
                               Day today) {
    std::vector<Keeper> keepers;
    for (const organisations::Membership& one : organisations::members_of(db, organisation, today))
        if (one.from <= today &&
            std::ranges::find(keepers, one.person, &Keeper::id) == keepers.end())
            keepers.push_back({.id = one.person, .name = one.name});
    return keepers;
}

SeriesForm SeriesForm::from_request(const http::Form& form) {
    SeriesForm typed{.starts = organisations::TypedDay::from(form, "starts"),
                     .ends = organisations::TypedDay::from(form, "ends"),
                     .due_days = std::string(form.text("due-days")),
                     .audience = std::string(form.text("audience")),
                     .rules = std::string(form.text("rules")),
                     .chart = std::string(form.text("chart")),
                     .keeper = std::string(form.text("keeper"))};
    const std::string_view rev = form.text("rev");
    std::from_chars(rev.data(), rev.data() + rev.size(), typed.rev);
    return typed;
}

SeriesForm SeriesForm::of(const Series& series) {
    return {.starts = organisations::TypedDay::of(series.starts),
            .ends = organisations::TypedDay::of(series.ends),
            .due_days = std::to_string(series.due_days),
            .audience = std::string(name(series.audience)),
            .rules = series.rules,
            .chart = series.chart ? std::string(spc::name_of(*series.chart)) : "",
            .keeper = series.keeper ? std::string(series.keeper->text()) : "",
            .rev = series.rev};
}

Series check_series(const Series& before, const SeriesForm& form,
                    const std::vector<Keeper>& keepers, Problems& problems) {
    Series after = before;
    const auto starts = organisations::check_day(
        form.starts, "starts", sentence("Enter the first day for which it is counted."), problems);
    if (starts) after.starts = *starts;
    after.ends = organisations::check_day(form.ends, "ends", "", problems);
    if (starts && after.ends && *after.ends < *starts)
        problems.add("ends-day", sentence("Enter a last day that is not before the first."));
    const auto due = whole(form.due_days);
    if (!due || *due < 0 || *due > kMostDueDays)
        problems.add("due-days", sentence("Enter a whole number of days from 0 to 366."));
    after.due_days = due.value_or(before.due_days);
    const auto audience = parse_audience(form.audience);
    if (!audience) problems.add("audience", sentence("Choose who may see it."));
    after.audience = audience.value_or(before.audience);
    if (std::ranges::none_of(kRules, [&](const RuleSet& one) { return form.rules == one.name; }))
        problems.add("rules", sentence("Choose one from the list."));
    after.rules = form.rules;
    after.chart = spc::chart_named(form.chart);
    if (!form.chart.empty() && !after.chart)
        problems.add("chart", sentence("Choose one from the list."));
    after.keeper = PersonId::parse(form.keeper);
    if (!form.keeper.empty() &&
        (!after.keeper ||
         (after.keeper != before.keeper &&
          std::ranges::find(keepers, *after.keeper, &Keeper::id) == keepers.end())))
        problems.add("keeper", sentence("Choose somebody who has a role here."));
    return after;
}

Html series_inputs(const View& view, const SeriesForm& form, const Problems& problems,
                   const SeriesQuestions& questions) {
    auto starts = organisations::date_fields(
        "starts", {view.say("First day for which it is counted"), design::Size::s}, form.starts,
        problems);
    starts.hint = view.say("Numbers of earlier periods cannot be entered. For example, 1 4 2024");
    auto ends = organisations::date_fields(
        "ends", {view.say("Last day, where it ends"), design::Size::s}, form.ends, problems);
    ends.hint = view.say("After it nobody is asked for numbers. Everything stays readable");
    return html(
        "{}{}{}{}{}{}{}", design::date_input(view, starts),
        design::input(view, {.name = "due-days",
                             .label = {view.say("Days after the end of a period until its numbers "
                                                "are due"),
                                       design::Size::s},
                             .value = form.due_days,
                             .error = problems.about("due-days"),
                             .width = 3,
                             .inputmode = "numeric"}),
        keeper_input(view, form, problems, questions.keepers), audience_input(view, form, problems),
        questions.chart ? chart_input(view, form, problems, *questions.chart) : Html(),
        rules_input(view, form, problems),
        questions.may_end ? design::date_input(view, ends) : Html());
}

}  // namespace primum::measures
