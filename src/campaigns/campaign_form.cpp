#include "campaigns/campaign_form.h"

#include "design/choices.h"
#include "design/date_input.h"
#include "design/fieldset.h"
#include "design/input.h"
#include "design/select.h"
#include "design/textarea.h"
#include "library/item.h"
#include "organisations/tree.h"

namespace primum::campaigns {

using html::html;
using organisations::TypedDay;

html::Html campaign_fields(const access::Context& context, const TypedCampaign& typed,
                           const Problems& problems) {
    const design::View& view = context.view;
    const auto line = [&](const char* field, std::string_view label, std::string_view hint,
                          const std::string& value) {
        return design::input(view, {.name = field,
                                    .label = label,
                                    .hint = hint,
                                    .value = value,
                                    .error = problems.about(field)});
    };
    const auto lines = [&](const char* field, std::string_view label, std::string_view hint,
                           const std::string& value, int rows) {
        return design::textarea(view, {.name = field,
                                       .label = label,
                                       .hint = hint,
                                       .value = value,
                                       .error = problems.about(field),
                                       .rows = rows});
    };
    const auto day = [&](const char* field, std::string_view legend, std::string_view hint,
                         const TypedDay& value) {
        auto fields = organisations::date_fields(field, {legend, design::Size::s}, value, problems);
        fields.hint = hint;
        return design::date_input(view, fields);
    };
    std::vector<design::Option> measures{{"", view.say("None")}};
    for (const library::Item& one : library::items_of(context.db, "measures", context.today))
        measures.push_back({one.code, one.code + ": " + std::string(one["name"])});
    std::vector<design::Option> kinds{{"", view.say("Organisations of every kind")}};
    for (const auto& kind : organisations::kinds_of(context.db))
        kinds.push_back({kind.code, view.said(kind.plural)});
    std::vector<design::Option> origins{{"", view.say("None")}};
    for (const Document& one : possible_origins(context.db))
        origins.push_back({one.id.text(), one.title});
    html::Html fields = html("{}{}{}{}{}", line("name", view.say("Name"), "", typed.name),
                             line("strapline", view.say("Strapline (optional)"),
                                  view.say("A few words above the name"), typed.strapline),
                             line("place", view.say("Where"),
                                  view.say("A country, a region, the whole world"), typed.place),
                             lines("cause", view.say("Why"),
                                   view.say("What it is for. A blank line begins a new "
                                            "paragraph."),
                                   typed.cause, 6),
                             lines("aim", view.say("Aim, in words"), "", typed.aim, 3));
    fields += design::fieldset(
        {.legend = {view.say("The aim as data (optional)"), design::Size::m}},
        html("<p>{}</p>{}{}{}{}", view.say("Shown as far as it is known, and never as more."),
             design::input(view, {.name = "amount",
                                  .label = view.say("How much"),
                                  .value = typed.amount,
                                  .error = problems.about("amount"),
                                  .width = 10,
                                  .inputmode = "decimal"}),
             line("unit", view.say("Of what"), view.say("For example: % less harm, fewer deaths"),
                  typed.unit),
             design::select(view, {.name = "measure",
                                   .label = view.say("Measured by"),
                                   .options = measures,
                                   .value = typed.measure,
                                   .error = problems.about("measure")}),
             day("by", view.say("By which day"), view.say("For example, 31 12 2027"), typed.by)));
    fields +=
        html("{}{}",
             day("starts", view.say("Starts on"), view.say("For example, 1 9 2026"), typed.starts),
             day("ends", view.say("Ends on (optional)"), view.say("The last day"), typed.ends));
    fields += design::radios(
        view,
        {.name = "status",
         .legend = {view.say("What it is"), design::Size::s},
         .choices = {{.value = "draft",
                      .label = view.say("A draft"),
                      .hint = view.say("Only its keepers see it")},
                     {.value = "open",
                      .label = view.say("Open"),
                      .hint = view.say("Everybody sees it, and it can be joined")},
                     {.value = "closed",
                      .label = view.say("Closed"),
                      .hint = view.say("Everybody sees it; nobody can join any more")},
                     {.value = "history",
                      .label = view.say("History"),
                      .hint = view.say("Run elsewhere or before: kept for what others learn")}},
         .value = typed.status,
         .error = problems.about("status")});
    fields += design::checkboxes(
        view, {.name = "front",
               .choices = {{.value = "yes",
                            .label = view.say("Show it on the home page"),
                            .hint = view.say("In place of the one that is there now")}},
               .values = typed.front ? std::vector<std::string>{"yes"} : std::vector<std::string>{},
               .error = problems.about("front")});
    fields += html(
        "{}{}",
        design::select(view, {.name = "eligible_kind",
                              .label = view.say("Who counts as able to join"),
                              .hint = view.say("For the share that has joined. Others can join as "
                                               "well."),
                              .options = kinds,
                              .value = typed.eligible_kind,
                              .error = problems.about("eligible_kind")}),
        design::select(view, {.name = "origin",
                              .label = view.say("The document it comes from"),
                              .options = origins,
                              .value = typed.origin,
                              .error = problems.about("origin")}));
    fields += design::fieldset(
        {.legend = {view.say("Of a campaign of history (optional)"), design::Size::m}},
        html("{}{}{}", lines("reach", view.say("How many took part"), "", typed.reach, 2),
             lines("result", view.say("What it says it achieved"), "", typed.result, 2),
             lines("source", view.say("Who says so"), "", typed.source, 2)));
    return fields;
}

}  // namespace primum::campaigns
