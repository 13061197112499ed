#include <algorithm>

#include "collection/entering.h"
#include "collection/today.h"
#include "design/button.h"
#include "design/details.h"
#include "design/error_summary.h"
#include "design/fieldset.h"
#include "design/form.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/table.h"
#include "measures/address.h"
#include "measures/drawn.h"
#include "measures/place.h"
#include "measures/typed_number.h"

namespace primum::collection {
namespace {

using html::html;
using measures::Definition;

/// "3 of 812": a number that was entered, as people say it.
std::string in_words(const design::View& view, const measures::Point& point) {
    if (!point.said.numerator) return std::string(view.say("no number"));
    if (!point.said.denominator) return measures::in_form(point.said.numerator);
    return view.say("{} of {}", measures::in_form(point.said.numerator),
                    measures::in_form(point.said.denominator));
}

/// Counts have no decimal point on a phone's keyboard.
const char* keyboard(const Due& due) {
    const auto chart = due.kept.series.chart.value_or(due.kept.on(due.period).chart);
    const bool counted = chart == spc::Chart::c || chart == spc::Chart::p ||
                         chart == spc::Chart::p_prime || chart == spc::Chart::u;
    return counted ? "numeric" : "decimal";
}

html::Html number_field(const Today& today, const design::View& view, const Due& due,
                        std::string_view which, const std::string& label,
                        const std::string& value) {
    const std::string name = std::string(which) + '.' + due.key();
    return design::input(view, {.name = name,
                                .label = label,
                                .value = value,
                                .error = today.problems.about(name),
                                .width = 5,
                                .autocomplete = "off",
                                .inputmode = keyboard(due)});
}

html::Html no_number(const Today& today, const design::View& view, const Due& due,
                     const std::string& note) {
    const std::string name = "note." + due.key();
    const auto error = today.problems.about(name);
    return design::details(
        {.summary = view.say("A note, or why there is no number"),
         .open = !note.empty() || !error.empty()},
        design::input(view, {.name = name,
                             .label = view.say("In a few words, without anything about patients"),
                             .value = note,
                             .error = error,
                             .autocomplete = "off"}));
}

html::Html item(const access::Context& context, const Today& today, const Due& due) {
    const design::View& view = context.view;
    const Definition& says = due.kept.on(due.period);
    const auto found = today.typed.find(due.key());
    const Typed typed = found == today.typed.end() ? Typed() : found->second;
    html::Html fields =
        number_field(today, view, due, "numerator", says.numerator, typed.numerator);
    if (says.divides())
        fields +=
            number_field(today, view, due, "denominator", says.denominator, typed.denominator);
    std::string before;
    if (due.before)
        before = view.say("Before: {} in {}", in_words(view, *due.before),
                          spoken_period(says.frequency, due.before->said.period));
    const auto legend =
        html(R"(<span class="pr-due__name">{}</span> <span class="pr-due__period">{}</span>)",
             due.kept.name(), spoken_period(says.frequency, due.period));
    const auto words = html(R"(<p class="pr-due__words">{}. {}</p>)",
                            due_words(view, due.due_on, context.today), before);
    return html(R"(<div class="pr-due">{}</div>)",
                design::fieldset({.legend = {legend, design::Size::s}},
                                 html(R"({}<div class="pr-due__fields">{}</div>{})", words, fields,
                                      no_number(today, view, due, typed.note))));
}

html::Html form(const access::Context& context, const Today& today) {
    const design::View& view = context.view;
    const auto& due = today.list.due;
    const Drafts drafts{.name = "today " + std::string(today.here.id().text()),
                        .answered = today.answered};
    // Also without a form: what waits on a phone is sent from here.
    if (due.empty())
        return kept_on_phone(context, drafts,
                             design::nothing_yet(view.say(
                                 "Nothing is due: every period that has ended has its number.")));
    html::Html items;
    for (std::size_t i = 0; i < std::min(due.size(), kOnOneScreen); ++i)
        items += item(context, today, due[i]);
    if (due.size() > kOnOneScreen)
        items += html("<p>{}</p>",
                      view.words->count(static_cast<std::int64_t>(due.size() - kOnOneScreen),
                                        "One more number is due: it is asked for next.",
                                        "{} more numbers are due: they are asked for next."));
    items += opened_field(context);
    items += design::button({.label = view.say("Save what is filled in"), .once = true});
    return kept_on_phone(
        context, drafts,
        design::form(view, {.action = measures::today_address(today.here.id())}, items));
}

/// The charts of what has just been saved, small.
html::Html charts(const access::Context& context, const Today& today) {
    if (today.charts.empty()) return {};
    html::Html items;
    for (const Kept& kept : today.charts) {
        const auto drawn = measures::draw(material_of(
            context.db, context.scope.may_read(today.here.id()), kept.measure, kept.series));
        items += html("<li>{} {}<span>{}</span></li>",
                      design::link(series_address(kept.series), kept.name()),
                      measures::sparkline(drawn, kept.name()), drawn.sentence);
    }
    return html(R"(<ul class="pr-saved">{}</ul>)", items);
}

html::Html news(const access::Context& context, const Today& today) {
    const design::View& view = context.view;
    html::Html body = charts(context, today);
    if (today.taken > 0)
        body += html("<p>{}</p>",
                     view.words->count(static_cast<std::int64_t>(today.taken),
                                       "One number was not saved: somebody has entered another "
                                       "for the same period. Change it on the page of its chart.",
                                       "{} numbers were not saved: somebody has entered others "
                                       "for the same periods. Change them on the pages of their "
                                       "charts."));
    if (!today.problems.empty())
        body += html("<p>{}</p>", view.say("What is marked below is not saved yet."));
    if (today.saved == 0 && today.taken == 0) return {};
    const auto saved = static_cast<std::int64_t>(today.saved);
    return design::notification_banner(
        view, {.notice = today.saved > 0 ? design::Notice::success : design::Notice::important,
               .heading = today.saved > 0 ? view.words->count(saved, "One number is saved.",
                                                              "{} numbers are saved.")
                                          : std::string(view.say("Nothing was saved.")),
               .body = body});
}

html::Html on_events(const access::Context& context, const Today& today) {
    if (today.list.on_events.empty()) return {};
    html::Html items;
    for (const Kept& kept : today.list.on_events)
        items += html("<li>{}</li>", design::link(series_address(kept.series), kept.name()));
    return html(R"(<h2 class="nhsuk-heading-s">{}</h2><ul>{}</ul>)",
                context.view.say("When it happens: enter the event at once"), items);
}

html::Html older(const access::Context& context, const Today& today) {
    if (today.list.older == 0) return {};
    return html(
        "<p>{}</p>",
        context.view.words->count(
            today.list.older, "One earlier period has no number: it is no longer asked for.",
            "{} earlier periods have no number: they are no longer asked for."));
}

}  // namespace

html::Html kept_on_phone(const access::Context& context, const Drafts& drafts,
                         const html::Html& form) {
    const design::View& view = context.view;
    const std::string many(drafts.many ? view.say("Choose whether this was done for the patient.")
                                       : "");
    // The link leads to this very page, which asks whoever is signed out to sign in.
    return html(
        R"(<div class="pr-entry" data-draft="{}" data-person="{}" data-answered="{}" data-many="{}"
             data-typed="{}" data-kept="{}" data-sending="{}" data-signed-out="{}">
             <p class="pr-draft" role="status" hidden></p>
             <p class="pr-draft-sign-in" hidden><a href="">{}</a></p>{}</div>)",
        drafts.name, context.person().id.text(), drafts.answered, many,
        view.say("What you typed is kept on this phone. It is not sent yet."),
        // How many wait, only the script knows.
        view.say("Kept on this phone and not sent yet: {}. Goes out when the network is back.",
                 "{}"),
        view.say("Sending what you entered…"),
        view.say("Kept on this phone and not sent yet: {}. Sign in as yourself, and it goes out.",
                 "{}"),
        view.say("Sign in"), form);
}

html::Html today_page(const access::Context& context, const Today& today) {
    const design::View& view = context.view;
    const std::string title(view.say("Today’s numbers"));
    html::Html main = design::error_summary(view, today.problems);
    main += news(context, today);
    main += design::page_heading(title, today.here.organisation.name);
    if (!today.may_enter)
        main += design::nothing_yet(
            view.say("You may see these numbers but not enter them. Ask the organisation’s "
                     "improvement lead for a role in the team."));
    else
        main += form(context, today);
    main += older(context, today);
    main += on_events(context, today);
    return design::page(view,
                        {.title = title,
                         .error = !today.problems.empty(),
                         .breadcrumb = measures::crumbs(context, today.here)},
                        design::two_thirds(main));
}

}  // namespace primum::collection
