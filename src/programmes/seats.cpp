// Somebody takes a place of a team, changes it, or leaves it.

#include "access/context.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "organisations/typed_day.h"
#include "people/person.h"
#include "programmes/actions.h"
#include "programmes/team.h"
#include "programmes/team_desk.h"
#include "programmes/words.h"
#include "programmes/workspace.h"

namespace primum::programmes {

using html::html;
using html::url;
using organisations::TypedDay;

namespace {

/// A seat as it was typed.
struct SeatForm {
    std::string name;
    std::string email;
    TypedDay from;
    std::string what = "correct";

    static SeatForm from_fields(const http::Form& form) {
        return {.name = std::string(form.text("name")),
                .email = std::string(form.text("email")),
                .from = TypedDay::from(form, "from"),
                .what = std::string(form.text("what"))};
    }
};

Valid<Seat> check(const SeatForm& form, Day earliest) {
    Problems problems;
    check_text(form.name, "name", kShortText, "Enter their name.", problems);
    const std::string email = people::normal_email(form.email);
    if (!email.empty())
        if (const auto fault = people::email_fault(email)) problems.add("email", *fault);
    const auto from = organisations::check_day(
        form.from, "from", "Enter the day from which they have the place.", problems);
    if (from && *from < earliest)
        problems.add("from-day", "Enter a day that is not before the team was accepted.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return Seat{.name = form.name, .email = email, .from = *from};
}

html::Html seat_fields(const design::View& view, const SeatForm& form, const Problems& problems) {
    auto from = organisations::date_fields("from", {view.say("From"), design::Size::s}, form.from,
                                           problems);
    return html(
        "{}{}{}",
        design::input(view, {.name = "name",
                             .label = {view.say("Name"), design::Size::s},
                             .value = form.name,
                             .error = problems.about("name"),
                             .autocomplete = "off",
                             .spellcheck = false}),
        design::input(view, {.name = "email",
                             .label = {view.say("Email address (optional)"), design::Size::s},
                             .hint = view.say("Joins the place to their account here, "
                                              "where they have one"),
                             .value = form.email,
                             .error = problems.about("email"),
                             .type = "email",
                             .autocomplete = "off",
                             .spellcheck = false}),
        design::date_input(view, from));
}

html::Html new_seat_page(const access::Context& context, const TeamDesk& desk,
                         const std::string& role, const SeatForm& form, const Problems& problems) {
    const design::View& view = context.view;
    return workspace_page(
        context, desk.workspace, view.say("Name somebody: {}", role_label(view, role)), problems,
        html("{}{}",
             design::form(
                 view,
                 {.action = url("/organisations/{}/programmes/{}/cohorts/{}/team/places/new",
                                desk.workspace.here.id().text(), desk.workspace.programme.code,
                                desk.workspace.cohort->number),
                  .id = {},
                  .classes = {}},
                 html("{}{}{}", design::hidden("role", role), seat_fields(view, form, problems),
                      design::button({.label = view.say("Save"), .once = true}))),
             back_to_team(context, desk)));
}

bool known_role(const store::Reader& db, const Programme& programme, std::string_view role) {
    for (const TeamRole& one : team_roles_of(db, programme.id))
        if (one.role == role) return true;
    return false;
}

html::Html change_page(const access::Context& context, const TeamDesk& desk, const Seat& seat,
                       const SeatForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const auto fields = html(
        "{}{}{}{}", design::hidden("rev", std::to_string(seat.rev)),
        design::radios(
            view,
            {.name = "what",
             .legend = {view.say("What has changed?"), design::Size::s},
             .choices = {{.value = "correct",
                          .label = view.say("It is still {}: correct what is written", seat.name)},
                         {.value = "replace",
                          .label = view.say("Somebody else has this place from a day on")},
                         {.value = "end",
                          .label = view.say("Nobody has this place from a day on")}},
             .value = form.what,
             .error = problems.about("what")}),
        seat_fields(view, form, problems),
        design::button({.label = view.say("Save"), .once = true}));
    return workspace_page(
        context, desk.workspace, view.say("Change the place of {}", seat.name), problems,
        html("{}{}",
             design::form(
                 view,
                 {.action = url("/organisations/{}/programmes/{}/cohorts/{}/team/places/{}",
                                desk.workspace.here.id().text(), desk.workspace.programme.code,
                                desk.workspace.cohort->number, seat.id.text()),
                  .id = {},
                  .classes = {}},
                 fields),
             back_to_team(context, desk)));
}

std::optional<Seat> seat_of(const http::Request& request, const access::Context& context,
                            const TeamDesk& desk) {
    const auto id = SeatId::parse(request.part("place"));
    if (!id) return {};
    auto seat = find_seat(context.db, context.scope.may_read(desk.workspace.here.id()),
                          desk.enrolment.id, *id);
    if (!seat || seat->until) return {};
    return seat;
}

}  // namespace

http::Response ask_for_seat(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    const std::string role = request.parameter("role").value_or("");
    if (!desk || !known_role(context.db, desk->workspace.programme, role)) return http::not_found();
    SeatForm form;
    form.from = TypedDay::of(context.today);
    return http::ok(new_seat_page(context, *desk, role, form, {}));
}

http::Response save_seat(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    const std::string role(context.form.text("role"));
    const auto form = SeatForm::from_fields(context.form);
    auto seat = check(form, desk->enrolment.from);
    if (!known_role(context.db, desk->workspace.programme, role)) {
        Problems problems;
        problems.add("", "Choose the place again, on the page of the team.");
        return http::unprocessable(new_seat_page(context, *desk, role, form, problems));
    }
    if (!seat) return http::unprocessable(new_seat_page(context, *desk, role, form, seat.error()));
    seat->role = role;
    const auto owner = context.scope.may_write(desk->workspace.here.id());
    return context.save([&](store::Writer& db) {
        const auto taken = take_seat(db, owner, context.stamp(), desk->enrolment, *seat);
        if (taken) return http::see_other(after(*desk, "seated"));
        Problems problems;
        problems.add("", taken.error().sentence);
        return http::unprocessable(new_seat_page(context, *desk, role, form, problems));
    });
}

http::Response ask_for_change_of_seat(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    const auto seat = desk ? seat_of(request, context, *desk) : std::nullopt;
    if (!seat) return http::not_found();
    return http::ok(change_page(context, *desk, *seat,
                                {.name = seat->name,
                                 .email = seat->email,
                                 .from = TypedDay::of(context.today),
                                 .what = "correct"},
                                {}));
}

http::Response save_change_of_seat(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    const auto seat = desk ? seat_of(request, context, *desk) : std::nullopt;
    if (!seat) return http::not_found();
    const auto form = SeatForm::from_fields(context.form);
    const auto again = [&](const Problems& problems) {
        return change_page(context, *desk, *seat, form, problems);
    };
    auto next = check(form, desk->enrolment.from);
    Problems problems = next ? Problems() : next.error();
    if (form.what != "correct" && form.what != "replace" && form.what != "end")
        problems.add("what", "Choose what has changed.");
    if (next && form.what == "replace" && next->from <= seat->from)
        problems.add("from-day",
                     "Enter a day after the one on which the person before took the place.");
    if (!problems.empty()) return http::unprocessable(again(problems));
    Seat seen = *seat;
    seen.rev = rev_of(context.form);
    const auto owner = context.scope.may_write(desk->workspace.here.id());
    return context.save([&](store::Writer& db) {
        bool saved = false;
        if (form.what == "correct") {
            seen.name = next->name;
            seen.email = next->email;
            saved = correct_seat(db, owner, context.stamp(), seen);
        } else if (form.what == "replace") {
            saved = replace_seat(db, owner, context.stamp(), desk->enrolment, seen, *next);
        } else {
            saved = end_seat(db, owner, context.stamp(), seen, next->from - std::chrono::days(1));
        }
        if (!saved) return http::page(http::Status::conflict, again(overtaken()));
        return http::see_other(after(*desk, form.what == "end" ? "ended" : "saved"));
    });
}

}  // namespace primum::programmes
