// Baselines and targets, and taking decisions back.

#include <charconv>

#include "design/button.h"
#include "design/form.h"
#include "design/input.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/note.h"
#include "measures/phase_guard.h"
#include "measures/place.h"
#include "measures/point_pages.h"
#include "measures/saving.h"
#include "measures/typed_number.h"
#include "organisations/typed_day.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;
using http::Request;
using http::Response;
using organisations::TypedDay;

html::Url address_of(const Place& place, std::string_view what) {
    return url("/organisations/{}/measures/{}/decisions/{}", place.here.id().text(),
               place.series.code, what);
}

/// A target of a share may be typed as people say it: "95%".
std::string_view without_percent(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    return text;
}

std::string reason_in(const access::Context& context, Problems& problems) {
    std::string reason(context.form.text("reason"));
    if (reason.empty())
        problems.add("reason", "Say why.");
    else if (const auto fine = check_note(reason); !fine)
        problems.add("reason", fine.error().sentence);
    return reason;
}

/// A decision is saved, and what the chart says follows in the same transaction.
template <class Change>
Response decide(access::Context& context, const Place& place, std::string_view done,
                const Change& change) {
    const auto owner = context.scope.may_write(place.here.id());
    return context.save([&](store::Writer& db) {
        change(db, owner);
        refresh_reading(db, owner, context.stamp(), place.series, context.today);
        return http::see_other(series_address(place.series, done));
    });
}

// Baselines
// -------------------------------------------------------------------------------------------

/// The first day of the phase that holds now, and how many points of it count.
struct Phase {
    Day from;
    std::size_t points;
};
Phase latest_phase(const Material& material) {
    const auto phases = new_phases_of(material);
    const Day from = phases.empty() ? (material.points.empty() ? material.series.starts
                                                               : material.points[0].said.period)
                                    : phases.back().from;
    return {from, sides_of(material, from).after};
}

Html baseline_page(const access::Context& context, const Place& place, const Phase& phase,
                   std::string_view typed, std::string_view reason, const Problems& problems) {
    const design::View& view = context.view;
    const std::string since = spoken_period(place.measure.now().frequency, phase.from);
    return task_page(
        context, place, view.say("Fix the lines"), problems,
        html("<p>{}</p>{}",
             view.words->count(
                 static_cast<std::int64_t>(phase.points),
                 "The phase that holds now has {} point that counts. Fixed lines rest on its first "
                 "points alone; later ones are compared with them and no longer move them.",
                 "The phase that holds now has {} points that count. Fixed lines rest on its first "
                 "points alone; later ones are compared with them and no longer move them."),
             design::form(
                 view, {.action = address_of(place, "baseline")},
                 html("{}{}{}",
                      design::input(view, {.name = "baseline",
                                           .label = {view.say("How many points set the lines?"),
                                                     design::Size::s},
                                           .hint = view.say("The first ones from {} on; at least "
                                                            "12.",
                                                            since),
                                           .value = typed,
                                           .error = problems.about("baseline"),
                                           .width = 4,
                                           .inputmode = "numeric"}),
                      reason_field(view, view.say("Why from these points?"), {}, reason, problems),
                      design::button({.label = view.say("Fix the lines"), .once = true})))));
}

Material material_at(const access::Context& context, const Place& place) {
    return material_of(context.db, context.scope.may_read(place.here.id()), place.measure,
                       place.series);
}

// Taking back
// -------------------------------------------------------------------------------------------

struct There {
    Place place;
    Decision decision;
};
std::optional<There> there(const Request& request, const access::Context& context) {
    auto place = place_of(request, context);
    if (!place) return {};
    const auto id = DecisionId::parse(request.part("decision"));
    const auto readable = context.scope.may_read(place->here.id());
    for (Decision& decision : decisions_of(context.db, readable, place->series.id))
        if (id && decision.id == *id && decision.stands())
            return There{std::move(*place), std::move(decision)};
    return {};
}

Html withdrawal_page(const access::Context& context, const There& there, std::string_view reason,
                     const Problems& problems) {
    const design::View& view = context.view;
    const std::string period =
        spoken_period(there.place.measure.now().frequency, there.decision.from);
    const std::string what =
        there.decision.kind == Decision::Kind::rebase
            ? view.say("The phase that begins in {}: {}", period, there.decision.change)
            : view.say("Lines fixed from the first {} points since {}", there.decision.baseline,
                       period);
    return task_page(
        context, there.place, view.say("Withdraw a decision"), problems,
        html("<p>{}</p><p>{}</p>{}", what,
             view.say("The lines will be as if it had not been decided. It stays in the history."),
             design::form(view,
                          {.action = url("/organisations/{}/measures/{}/decisions/{}/withdrawal",
                                         there.place.here.id().text(), there.place.series.code,
                                         there.decision.id.text())},
                          html("{}{}", reason_field(view, view.say("Why?"), {}, reason, problems),
                               design::button({.label = view.say("Withdraw it"),
                                               .look = design::ButtonLook::warning,
                                               .once = true})))));
}

// Targets
// -------------------------------------------------------------------------------------------

struct TargetForm {
    TypedDay from;
    std::string value;
    std::string reason;
};

Html target_page(const access::Context& context, const Place& place, const TargetForm& form,
                 const Problems& problems) {
    const design::View& view = context.view;
    const std::string& unit = place.measure.now().unit;
    return task_page(
        context, place, view.say("Set a target"), problems,
        html(
            "<p>{}</p>{}",
            view.say("A target holds from its day until the next. Earlier points keep the target "
                     "that held for them."),
            design::form(
                view, {.action = address_of(place, "target")},
                html("{}{}{}{}",
                     design::date_input(view, organisations::date_fields(
                                                  "from", {view.say("From when?"), design::Size::s},
                                                  form.from, problems)),
                     design::input(view, {.name = "target",
                                          .label = {view.say("Target"), design::Size::s},
                                          .hint = view.say("In the unit of the chart. Leave it "
                                                           "empty for none from then on."),
                                          .value = form.value,
                                          .error = problems.about("target"),
                                          .width = 10,
                                          .inputmode = "decimal",
                                          .suffix = unit}),
                     reason_field(view, view.say("Why this target?"), {}, form.reason, problems),
                     design::button({.label = view.say("Set the target"), .once = true})))));
}

}  // namespace

Response ask_for_baseline(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const Phase phase = latest_phase(material_at(context, *place));
    return http::ok(baseline_page(context, *place, phase, "", "", {}));
}

Response decide_baseline(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const Phase phase = latest_phase(material_at(context, *place));
    const std::string_view typed = context.form.text("baseline");
    int points = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), points);
    Problems problems;
    if (error != std::errc() || end != typed.data() + typed.size())
        problems.add("baseline", "Enter how many points.");
    else if (points < static_cast<int>(kFewestInABaseline))
        problems.add("baseline",
                     "Fewer than 12 points tell too little of ordinary variation: use "
                     "12 or more.");
    else if (static_cast<std::size_t>(points) > phase.points)
        problems.add("baseline", "There are not so many points in this phase yet.");
    const std::string reason = reason_in(context, problems);
    if (!problems.empty())
        return http::unprocessable(baseline_page(context, *place, phase, typed, reason, problems));
    return decide(context, *place, "baseline",
                  [&](store::Writer& db, const store::Writable& owner) {
                      add_decision(db, owner, context.stamp(), place->series.id,
                                   {.kind = Decision::Kind::baseline,
                                    .from = phase.from,
                                    .baseline = points,
                                    .reason = reason});
                  });
}

Response ask_for_withdrawal(const Request& request, access::Context& context) {
    const auto found = there(request, context);
    if (!found) return http::not_found();
    return http::ok(withdrawal_page(context, *found, {}, {}));
}

Response withdraw(const Request& request, access::Context& context) {
    const auto found = there(request, context);
    if (!found) return http::not_found();
    Problems problems;
    const std::string reason = reason_in(context, problems);
    if (!problems.empty())
        return http::unprocessable(withdrawal_page(context, *found, reason, problems));
    return decide(context, found->place, "withdrawn",
                  [&](store::Writer& db, const store::Writable& owner) {
                      withdraw_decision(db, owner, context.stamp(), found->decision, reason);
                  });
}

Response ask_for_target(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    return http::ok(target_page(context, *place, {TypedDay::of(context.today), "", ""}, {}));
}

Response set_target(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    TargetForm form{TypedDay::from(context.form, "from"), std::string(context.form.text("target")),
                    ""};
    Problems problems;
    const auto from =
        organisations::check_day(form.from, "from", "Enter from when it holds.", problems);
    const auto value = typed_number(without_percent(form.value));
    if (!value) problems.add("target", value.error().sentence);
    form.reason = reason_in(context, problems);
    if (!problems.empty()) return http::unprocessable(target_page(context, *place, form, problems));
    return decide(context, *place, "target", [&](store::Writer& db, const store::Writable& owner) {
        save_target(db, owner, context.stamp(), place->series.id,
                    {.from = period_of(place->measure.now().frequency, *from),
                     .value = *value,
                     .reason = form.reason});
    });
}

}  // namespace primum::measures
