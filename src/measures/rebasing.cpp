// A new phase: asked for, looked at, decided.

#include "chart/key.h"
#include "datasets/suggestions.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/drawn.h"
#include "measures/note.h"
#include "measures/phase_guard.h"
#include "measures/place.h"
#include "measures/point_pages.h"
#include "measures/saving.h"
#include "organisations/typed_day.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;
using http::Request;
using http::Response;
using organisations::TypedDay;

struct PhaseForm {
    TypedDay from;
    std::string change;
    std::string reason;

    static PhaseForm from_form(const http::Form& form) {
        return {TypedDay::from(form, "from"), std::string(form.text("change")),
                std::string(form.text("reason"))};
    }
};

/// The series, and its chart as it is.
struct Now {
    Place place;
    Material material;
    Drawn drawn;
};

std::optional<Now> now_of(const Request& request, const access::Context& context) {
    auto place = place_of(request, context);
    if (!place) return {};
    Material material = material_of(context.db, context.scope.may_read(place->here.id()),
                                    place->measure, place->series);
    Drawn drawn = draw(material);
    return Now{std::move(*place), std::move(material), std::move(drawn)};
}

void check_words(const std::string& words, const char* field, const char* missing,
                 Problems& problems) {
    if (words.empty())
        problems.add(field, missing);
    else if (const auto fine = check_note(words); !fine)
        problems.add(field, fine.error().sentence);
}

Valid<Decision> check(const PhaseForm& form, const Now& now) {
    Problems problems;
    const auto day =
        organisations::check_day(form.from, "from", "Enter when care was changed.", problems);
    check_words(form.change, "change", "Say what was changed in care.", problems);
    check_words(form.reason, "reason", "Say how you know that the change made the difference.",
                problems);
    if (day) {
        const Day from = period_of(now.place.measure.now().frequency, *day);
        if (!now.drawn.study)
            problems.add("from-day", now.drawn.study.error().sentence);
        else if (const auto may = may_begin_phase(now.material, *now.drawn.study, from); !may)
            problems.add("from-day", may.error().sentence);
        if (problems.empty())
            return Decision{.kind = Decision::Kind::rebase,
                            .from = from,
                            .change = form.change,
                            .reason = form.reason};
    }
    return std::unexpected(std::move(problems));
}

html::Url address_of(const Place& place) {
    return url("/organisations/{}/measures/{}/decisions/phase", place.here.id().text(),
               place.series.code);
}

Html suggestions_of(const design::View& view, const Now& now) {
    if (!now.drawn.study) return {};
    Html items;
    for (const auto& one : datasets::suggestions_of(*now.drawn.study, 0)) {
        const Day day = now.material.points[one.begin].said.period;
        items.append(
            "<li>{}</li>",
            design::link(
                url("/organisations/{}/measures/{}/decisions/phase?from={}",
                    now.place.here.id().text(), now.place.series.code, iso_day(day)),
                one.above
                    ? view.say("From {}: {} points above the centre line, {} on average, not {}",
                               spoken_period(now.place.measure.now().frequency, day), one.points,
                               now.drawn.number(one.new_centre), now.drawn.number(one.old_centre))
                    : view.say("From {}: {} points below the centre line, {} on average, not {}",
                               spoken_period(now.place.measure.now().frequency, day), one.points,
                               now.drawn.number(one.new_centre),
                               now.drawn.number(one.old_centre))));
    }
    if (items.empty())
        return design::inset_text(
            view, html("<p>{}</p>",
                       view.say("The chart shows no lasting shift now, so there is no reason for "
                                "new lines. Eight points in a row on one side of the centre line "
                                "would be one.")));
    return html(R"(<h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("Shifts that the lines no longer fit"), items);
}

Html fields_of(const design::View& view, const PhaseForm& form, const Problems& problems) {
    design::DateInput from = organisations::date_fields(
        "from", {view.say("When was care changed?"), design::Size::s}, form.from, problems);
    return html(
        "{}{}{}", design::date_input(view, from),
        design::input(view, {.name = "change",
                             .label = {view.say("What was changed?"), design::Size::s},
                             .hint = view.say("It is shown on the chart: keep it short. \"Falls "
                                              "bundle on all bays\""),
                             .value = form.change,
                             .error = problems.about("change")}),
        reason_field(view, view.say("How do you know that it made the difference?"),
                     view.say("The process measure that followed, who saw it, what else was ruled "
                              "out."),
                     form.reason, problems));
}

Html ask_page(const access::Context& context, const Now& now, const PhaseForm& form,
              const Problems& problems) {
    const design::View& view = context.view;
    return task_page(
        context, now.place, view.say("Begin a new phase"), problems,
        html("<p>{}</p>{}{}",
             view.say("New lines are for a change in care that you can name, and that the chart "
                      "shows. The old lines stay visible, and the decision with your name."),
             suggestions_of(view, now),
             design::form(view, {.action = address_of(now.place)},
                          html("{}{}", fields_of(view, form, problems),
                               design::button({.label = view.say("Look at the chart with it"),
                                               .name = "step",
                                               .value = "look"})))));
}

Html look_page(const access::Context& context, const Now& now, const PhaseForm& form,
               const Decision& decision) {
    const design::View& view = context.view;
    const Drawn then = draw(with(now.material, decision));
    const Sides sides = sides_of(now.material, decision.from);
    Html warning;
    if (sides.after < spc::kEnoughPoints)
        warning = design::inset_text(
            view, html("<p>{}</p>",
                       view.words->count(
                           static_cast<std::int64_t>(sides.after),
                           "The new lines rest on {} point: they are provisional until there are "
                           "13, and move with each point until then.",
                           "The new lines rest on {} points: they are provisional until there are "
                           "13, and move with each point until then.")));
    const Html fields = html(
        "{}{}{}{}{}{}", design::hidden("from-day", form.from.day),
        design::hidden("from-month", form.from.month), design::hidden("from-year", form.from.year),
        design::hidden("change", form.change), design::hidden("reason", form.reason),
        design::button({.label = view.say("Decide: the phase begins here"),
                        .name = "step",
                        .value = "decide",
                        .once = true}));
    const std::string period = spoken_period(now.place.measure.now().frequency, decision.from);
    return design::page(
        view,
        {.title = view.say("The chart with a new phase"),
         .breadcrumb = crumbs(context, now.place, true)},
        html(R"({}<p>{}</p><figure class="pr-chart"><p class="nhsuk-body-l">{}</p>{}{}</figure>
{}{}<p>{}</p>)",
             design::page_heading(view.say("The chart with a new phase"),
                                  now.place.here.organisation.name + ": " + now.place.name()),
             view.say("From {}: {}. Nothing has been decided yet.", period, decision.change),
             then.sentence, then.key, then.picture, warning,
             design::form(view, {.action = address_of(now.place)}, fields),
             design::link(series_address(now.place.series), view.say("Cancel and go back"))));
}

}  // namespace

Response ask_for_rebase(const Request& request, access::Context& context) {
    const auto now = now_of(request, context);
    if (!now) return http::not_found();
    PhaseForm form;
    if (const auto day = parse_iso_day(request.parameter("from").value_or("")))
        form.from = TypedDay::of(*day);
    return http::ok(ask_page(context, *now, form, {}));
}

Response decide_rebase(const Request& request, access::Context& context) {
    const auto now = now_of(request, context);
    if (!now) return http::not_found();
    const auto form = PhaseForm::from_form(context.form);
    const auto decision = check(form, *now);
    if (!decision) return http::unprocessable(ask_page(context, *now, form, decision.error()));
    if (context.form.text("step") != "decide")
        return http::ok(look_page(context, *now, form, *decision));
    const auto owner = context.scope.may_write(now->place.here.id());
    return context.save([&](store::Writer& db) {
        add_decision(db, owner, context.stamp(), now->place.series.id, *decision);
        refresh_reading(db, owner, context.stamp(), now->place.series, context.today);
        return http::see_other(series_address(now->place.series, "phase"));
    });
}

}  // namespace primum::measures
