#include "collection/entering.h"
#include "collection/tally_pages.h"
#include "collection/today.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/table.h"

namespace primum::collection {
namespace {

using html::html;
using html::url;

html::Html question(const design::View& view, const Counting& counting, std::size_t i) {
    const Element& element = counting.sheet.elements[i];
    const std::string name = "element-" + std::to_string(i + 1);
    std::vector<design::Choice> choices = {{.value = "y", .label = view.say("Yes")},
                                           {.value = "n", .label = view.say("No")}};
    if (element.exception) choices.push_back({.value = "x", .label = view.say("Exception")});
    return design::radios(
        view, {.name = name,
               .legend = {element.words, design::Size::s},
               .hint = element.evidence,
               .choices = choices,
               .value = i < counting.answers.size() ? counting.answers[i] : std::string(),
               .error = counting.problems.about(name),
               .inline_ = true});
}

html::Html form(const access::Context& context, const Counting& counting) {
    const design::View& view = context.view;
    html::Html fields;
    bool exceptions = false;
    for (std::size_t i = 0; i < counting.sheet.elements.size(); ++i) {
        fields += question(view, counting, i);
        exceptions = exceptions || counting.sheet.elements[i].exception;
    }
    if (exceptions)
        fields += design::input(
            view, {.name = "reasons",
                   .label = view.say("Reason, where there is an exception"),
                   .hint = view.say("An exception counts as done: what was right for this patient "
                                    "was to leave the element out."),
                   .value = counting.reasons,
                   .error = counting.problems.about("reasons"),
                   .autocomplete = "off"});
    fields += design::hidden("day", iso_day(context.today));
    fields += opened_field(context);
    fields += design::button({.label = view.say("Count, and next patient"), .once = true});
    return kept_on_phone(
        context,
        {.name = "tally " + std::string(counting.place.kept.series.id.text()),
         .answered = std::string(context.form.text("once")),
         .many = true},
        design::form(view, {.action = tally_address(counting.place), .classes = "pr-tally"},
                     fields));
}

std::string sums(const design::View& view, const TallySum& sum) {
    if (sum.patients == 0) return std::string(view.say("No patient yet"));
    return view.say("{} of {} with everything done", sum.met, sum.patients);
}

html::Html news(const design::View& view, const std::string& done) {
    std::string_view words;
    if (done == "met") words = view.say("Counted: everything was done.");
    if (done == "missed") words = view.say("Counted: something was missed.");
    if (done == "undone") words = view.say("The last patient is taken back.");
    if (done == "nothing")
        words = view.say("There was nothing to take back: you have counted nobody today.");
    if (done == "sheet") words = view.say("The elements are saved. What was counted stays.");
    if (words.empty()) return {};
    return design::notification_banner(
        view, {.notice = done == "nothing" ? design::Notice::important : design::Notice::success,
               .heading = words});
}

html::Html standing(const access::Context& context, const Counting& counting) {
    const design::View& view = context.view;
    const auto frequency = counting.place.kept.measure.now().frequency;
    html::Html undo;
    if (counting.today.patients > 0 && counting.may_count)
        undo = design::form(
            view,
            {.action = url("/organisations/{}/measures/{}/tally/last",
                           counting.place.here.id().text(), counting.place.kept.series.code)},
            design::button({.label = view.say("Take the last patient back"),
                            .look = design::ButtonLook::secondary,
                            .small = true,
                            .once = true}));
    return html(R"(<dl class="pr-sums"><div><dt>{}</dt><dd>{}</dd></div>
        <div><dt>{}</dt><dd>{}</dd></div></dl>{})",
                view.say("Today"), sums(view, counting.today),
                spoken_period(frequency, period_of(frequency, context.today)),
                sums(view, counting.period), undo);
}

html::Html drawn(const design::View& view, const Counting& counting) {
    if (!counting.draw) return {};
    html::Html beds;
    for (const int bed : counting.draw->beds)
        beds += html("<li>{}</li>", view.say("Bed {}", bed));
    return html(R"(<p>{}</p><ol class="pr-draw">{}</ol>)",
                view.say("Begin at {}:00 and go in this order. If a bed is empty, or the bundle "
                         "does not apply, take the next number.",
                         counting.draw->hour),
                beds);
}

html::Html sampling(const design::View& view, const Counting& counting) {
    const auto shown = [](int number) { return number > 0 ? std::to_string(number) : ""; };
    return design::details(
        {.summary = view.say("Draw whom to look at"), .open = counting.draw.has_value()},
        html("<p>{}</p>{}{}",
             view.say("The day decides, not the person: everybody who asks today gets the same "
                      "beds, and tomorrow others."),
             design::search_form({.action = tally_address(counting.place)},
                                 html(R"(<div class="pr-due__fields">{}{}</div>{})",
                                      design::input(view, {.name = "beds",
                                                           .label = view.say("Beds on the ward"),
                                                           .value = shown(counting.beds),
                                                           .width = 4,
                                                           .inputmode = "numeric"}),
                                      design::input(view, {.name = "many",
                                                           .label = view.say("How many to look at"),
                                                           .value = shown(counting.many),
                                                           .width = 4,
                                                           .inputmode = "numeric"}),
                                      design::button({.label = view.say("Draw"),
                                                      .look = design::ButtonLook::secondary}))),
             drawn(view, counting)));
}

html::Html rule(const design::View& view) {
    return html("<p>{}</p>",
                view.say("All or none: a patient counts as met where every element was done, or "
                         "left out for a reason that the bundle allows. The sum goes into the "
                         "chart by itself, patient by patient."));
}

}  // namespace

html::Html tally_page(const access::Context& context, const Counting& counting) {
    const design::View& view = context.view;
    const std::string title = view.say("Tally: {}", counting.place.kept.name());
    html::Html main = design::error_summary(view, counting.problems);
    main += news(view, counting.done);
    main += design::page_heading(title, counting.place.here.organisation.name);
    if (counting.sheet.elements.empty())
        main += design::nothing_yet(
            view.say("Nobody has said yet which elements are tallied. Ask whoever looks after "
                     "the organisation’s measures."));
    else if (counting.may_count)
        main += form(context, counting);
    main += standing(context, counting);
    if (counting.may_count) main += sampling(view, counting);
    main += rule(view);
    main += html("<p>{}</p>", design::link(missed_address(counting.place),
                                           view.say("Which elements are missed")));
    if (counting.may_keep)
        main += html("<p>{}</p>", design::link(elements_address(counting.place),
                                               view.say("Change the elements")));
    return design::page(view,
                        {.title = title,
                         .error = !counting.problems.empty(),
                         .breadcrumb = crumbs(context, counting.place)},
                        design::two_thirds(main));
}

}  // namespace primum::collection
