#include "programmes/team_pages.h"

#include "access/policy.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/icon.h"
#include "design/input.h"
#include "design/table.h"
#include "design/tag.h"
#include "design/textarea.h"
#include "organisations/frame.h"
#include "organisations/typed_day.h"
#include "people/person.h"
#include "programmes/actions.h"
#include "programmes/letters.h"
#include "programmes/workspace.h"

namespace primum::programmes {

using html::html;
using html::url;
using organisations::TypedDay;

TeamPortrait portrait_of(const store::Reader& db, const store::Readable& organisation,
                         const Programme& programme, const Cohort& cohort,
                         const Enrolment& enrolment, Day today) {
    return {.programme = programme,
            .cohort = cohort,
            .enrolment = enrolment,
            .team = team_of(db, organisation, enrolment, today),
            .former = former_seats_of(db, organisation, enrolment.id, today),
            .parts = parts_of(db, cohort.id),
            .presences = presences_of(db, organisation, enrolment.id),
            .tasks = tasks_of(db, organisation, enrolment.id)};
}

namespace {

html::Html person_picture(bool taken) {
    return html(R"(
        <svg class="pr-seat__picture pr-seat__picture--{}" viewBox="0 0 32 32" focusable="false" aria-hidden="true">
        <circle cx="16" cy="10" r="6"/><path d="M4 30c0-8 5-12 12-12s12 4 12 12z"/></svg>)",
                taken ? "taken" : "empty");
}

/// "Came to 3 of 4 parts" of those that have been entered.
std::string attended_in_words(const design::View& view, const TeamPortrait& portrait,
                              const Seat& seat) {
    int came = 0;
    int entered = 0;
    for (const Part& part : portrait.parts) {
        const auto found = portrait.presences.find({seat.id, part.position});
        if (found == portrait.presences.end() || !found->second.attended) continue;
        // Whoever comes to more than was expected of them has come.
        const bool there = *found->second.attended;
        if (!there && !expects(part.kind, seat.role)) continue;
        ++entered;
        came += there ? 1 : 0;
    }
    if (entered == 0) return {};
    return view.say("Came to {} of {} parts", came, entered);
}

html::Html taken_seat(const access::Context& context, const TeamPortrait& portrait,
                      const Seat& seat, bool may_change) {
    const design::View& view = context.view;
    html::Html more;
    if (seat.person)
        more.append(R"(<span class="pr-seat__line">{}</span>)", view.say("Has an account here"));
    const std::string came = attended_in_words(view, portrait, seat);
    if (!came.empty()) more.append(R"(<span class="pr-seat__line">{}</span>)", came);
    if (may_change)
        more.append(
            R"(<a class="nhsuk-link pr-seat__line" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
            url("/organisations/{}/programmes/{}/cohorts/{}/team/places/{}",
                portrait.enrolment.organisation.text(), portrait.programme.code,
                portrait.cohort.number, seat.id.text()),
            view.say("Change"), seat.name);
    return html(
        R"(<li class="pr-seat pr-seat--taken">{}<span class="pr-seat__words"><strong>{}</strong>{}</span></li>)",
        person_picture(true), seat.name, more);
}

html::Html empty_seats(const access::Context& context, const TeamPortrait& portrait,
                       const RoleSeats& role, bool may_change) {
    const design::View& view = context.view;
    html::Html seats;
    const auto link = [&](std::string_view label) {
        if (!may_change) return html::Html();
        return html(
            R"(<a class="nhsuk-link pr-seat__line" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
            url("/organisations/{}/programmes/{}/cohorts/{}/team/places/new?role={}",
                portrait.enrolment.organisation.text(), portrait.programme.code,
                portrait.cohort.number, role.role.role),
            label, role_label(view, role.role.role));
    };
    for (int i = 0; i < role.missing(); ++i)
        seats.append(
            R"(<li class="pr-seat pr-seat--needed">{}<span class="pr-seat__words"><strong>{}</strong>{}</span></li>)",
            person_picture(false), view.say("Empty, and needed"),
            i == 0 ? link(view.say("Name somebody")) : html::Html());
    const int welcome = role.free() - role.missing();
    if (welcome > 0)
        seats.append(
            R"(<li class="pr-seat pr-seat--free">{}<span class="pr-seat__words">{}{}</span></li>)",
            person_picture(false),
            view.words->count(welcome, "{} more is welcome", "{} more are welcome"),
            role.missing() == 0 ? link(view.say("Name somebody")) : html::Html());
    return seats;
}

html::Html former_seats(const access::Context& context, const TeamPortrait& portrait) {
    const design::View& view = context.view;
    if (portrait.former.empty()) return {};
    html::Html items;
    for (const Seat& seat : portrait.former)
        items.append("<li>{}</li>",
                     view.say("{}, {}, until {}", seat.name, role_label(view, seat.role),
                              view.words->day(seat.until.value_or(seat.from))));
    return design::details({.summary = view.say("Who was on the team before"), .id = {}},
                           html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items));
}

}  // namespace

html::Html seats_picture(const access::Context& context, const TeamPortrait& portrait,
                         bool may_change) {
    const design::View& view = context.view;
    const Team& team = portrait.team;
    html::Html roles;
    for (const RoleSeats& role : team.roles) {
        html::Html seats;
        for (const Seat& seat : role.seats)
            seats += taken_seat(context, portrait, seat, may_change);
        seats += empty_seats(context, portrait, role, may_change);
        if (seats.empty()) continue;
        roles.append(
            R"(<li class="pr-seats__role"><h3 class="nhsuk-heading-xs">{}</h3><ul class="pr-seats__row">{}</ul></li>)",
            role_label(view, role.role.role), seats);
    }
    const auto words =
        team.complete()
            ? html("{} {}", design::tag(view.say("Complete"), design::Colour::green),
                   view.say("Somebody is named for every place that is needed."))
            : html("{} {}", design::tag(view.say("Not complete"), design::Colour::yellow),
                   view.say("{} of {} places that are needed are taken.",
                            team.needed() - team.missing(), team.needed()));
    return html(
        R"(<h2 class="nhsuk-heading-m" id="team">{}</h2><p>{}</p><ul class="pr-seats">{}</ul>{})",
        view.say("Who is on the team"), words, roles, former_seats(context, portrait));
}

html::Html attendance_table(const access::Context& context, const TeamPortrait& portrait) {
    const design::View& view = context.view;
    design::TableWriter table({.caption = view.say("Who came, and who had prepared"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Part")},
                                           {.heading = view.say("Days")},
                                           {.heading = view.say("Came")},
                                           {.heading = view.say("Had prepared")}},
                               .first_cell_is_heading = true});
    bool any = false;
    for (const Part& part : portrait.parts) {
        if (part.starts > context.today) continue;
        int expected = 0;
        int came = 0;
        int prepared = 0;
        bool entered = false;
        for (const RoleSeats& role : portrait.team.roles) {
            if (!expects(part.kind, role.role.role)) continue;
            for (const Seat& seat : role.seats) {
                ++expected;
                const auto found = portrait.presences.find({seat.id, part.position});
                if (found == portrait.presences.end()) continue;
                entered = true;
                came += found->second.attended.value_or(false) ? 1 : 0;
                prepared += found->second.prepared.value_or(false) ? 1 : 0;
            }
        }
        any = true;
        const std::string unknown(view.say("Not entered yet"));
        table.row(part.title, days_in_words(view, part.starts, part.ends),
                  entered ? view.say("{} of {}", came, expected) : unknown,
                  entered ? view.say("{} of {}", prepared, expected) : unknown);
    }
    if (!any)
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view.say("Attendance"),
                    design::nothing_yet(view.say("No part has begun yet.")));
    const Completion completion =
        completion_of(portrait.team, portrait.parts, portrait.presences, context.today);
    html::Html words;
    if (completion.expected > 0) {
        constexpr int kHundred = 100;
        words = html("<p>{}</p>",
                     view.say("Of the places that were expected, {}% came and {}% had prepared.",
                              completion.attended * kHundred / completion.expected,
                              completion.prepared * kHundred / completion.expected));
    }
    return html(R"(<h2 class="nhsuk-heading-m" id="attendance">{}</h2>{}{})",
                view.say("Attendance"), words, std::move(table).done());
}

std::string tasks_in_words(const design::View& view, const std::vector<TeamTask>& tasks,
                           Day today) {
    std::int64_t done = 0;
    std::int64_t late = 0;
    for (const TeamTask& task : tasks) {
        done += task.done_on ? 1 : 0;
        late += task.overdue(today) ? 1 : 0;
    }
    std::string words = view.say("{} of {} tasks done.", done, tasks.size());
    if (late > 0)
        words += " " + view.words->count(late, "{} waits a little longer than planned.",
                                         "{} wait a little longer than planned.");
    return words;
}

html::Html task_table(const access::Context& context, const TeamPortrait& portrait, bool may_tick) {
    const design::View& view = context.view;
    if (portrait.tasks.empty()) return {};
    html::Html items;
    for (const TeamTask& task : portrait.tasks) {
        html::Html state;
        if (task.done_on)
            state = html("{} {}", design::tag(view.say("Done"), design::Colour::green),
                         task.done_by.empty()
                             ? view.words->day(*task.done_on)
                             : view.say("{}, {}", view.words->day(*task.done_on), task.done_by));
        else if (task.overdue(context.today))
            state = html("{} {}", design::tag(view.say("A little late"), design::Colour::yellow),
                         view.say("was planned for {}", view.words->day(task.due)));
        else
            state = html("{}", view.say("by {}", view.words->day(task.due)));
        html::Html button;
        if (may_tick)
            button = design::form(
                view,
                {.action = url("/organisations/{}/programmes/{}/cohorts/{}/team/tasks/{}",
                               portrait.enrolment.organisation.text(), portrait.programme.code,
                               portrait.cohort.number, task.id.text()),
                 .id = {},
                 .classes = "pr-todo__form"},
                html(
                    "{}{}{}", design::hidden("rev", std::to_string(task.rev)),
                    design::hidden("done", task.done_on ? "no" : "yes"),
                    design::button(
                        {.label = html(R"({}<span class="nhsuk-u-visually-hidden">: {}</span>)",
                                       task.done_on ? view.say("Open again") : view.say("Tick off"),
                                       task.title),
                         .look = design::ButtonLook::secondary,
                         .small = true})));
        html::Html help;
        if (!task.help.empty() && !task.done_on)
            help = html(R"(<span class="pr-todo__help">{}</span>)", task.help);
        items.append(
            R"(<li class="pr-todo__item"><div class="pr-todo__words"><strong>{}</strong>{}<span>{}</span></div>{}</li>)",
            task.title, help, state, button);
    }
    return html(
        R"(<h2 class="nhsuk-heading-m" id="tasks">{}</h2><p>{}</p><ul class="pr-todo">{}</ul>)",
        view.say("What the team does"), tasks_in_words(view, portrait.tasks, context.today), items);
}

namespace {

struct TeamDesk {
    Workspace workspace;
    Enrolment enrolment;
};

std::optional<TeamDesk> team_desk(const http::Request& request, const access::Context& context) {
    auto found = cohort_workspace_of(request, context);
    if (!found) return {};
    auto enrolment = find_enrolment(context.db, context.scope.may_read(found->here.id()),
                                    found->cohort->id, context.today);
    if (!enrolment) return {};
    return TeamDesk{std::move(*found), std::move(*enrolment)};
}

html::Url after(const TeamDesk& desk, std::string_view done) {
    return url("/organisations/{}/programmes/{}/cohorts/{}/team?done={}",
               desk.workspace.here.id().text(), desk.workspace.programme.code,
               desk.workspace.cohort->number, done);
}

html::Html back_to_team(const access::Context& context, const TeamDesk& desk) {
    return html(
        R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
        team_address(desk.workspace.here.id(), desk.workspace.programme, *desk.workspace.cohort),
        context.view.say("Cancel and go back"));
}

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
    check_text(form.name, "name", 200, "Enter their name.", problems);
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

html::Html leaving_page(const access::Context& context, const TeamDesk& desk, const TypedDay& typed,
                        std::string_view because, const Problems& problems) {
    const design::View& view = context.view;
    auto last = organisations::date_fields("last", {view.say("Last day"), design::Size::s}, typed,
                                           problems);
    return workspace_page(
        context, desk.workspace,
        view.say("Leave {}", cohort_name(desk.workspace.programme, *desk.workspace.cohort)),
        problems,
        html(
            "{}{}{}",
            design::inset_text(
                view, html("<p>{}</p>", view.say("The whole team leaves. Before the cohort begins, "
                                                 "the place goes to the next whole team on the "
                                                 "waiting list. What the team has done stays."))),
            design::form(
                view,
                {.action = url("/organisations/{}/programmes/{}/cohorts/{}/team/withdrawal",
                               desk.workspace.here.id().text(), desk.workspace.programme.code,
                               desk.workspace.cohort->number),
                 .id = {},
                 .classes = {}},
                html("{}{}{}{}", design::hidden("rev", std::to_string(desk.enrolment.rev)),
                     design::date_input(view, last),
                     design::textarea(view, {.name = "because",
                                             .label = {view.say("Why?"), design::Size::s},
                                             .hint = view.say("The faculty reads it"),
                                             .value = because,
                                             .error = problems.about("because"),
                                             .rows = 3}),
                     design::button({.label = view.say("Leave the programme"),
                                     .look = design::ButtonLook::warning,
                                     .once = true}))),
            back_to_team(context, desk)));
}

}  // namespace

http::Response show_team(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    const design::View& view = context.view;
    const Workspace& workspace = desk->workspace;
    const auto readable = context.scope.may_read(workspace.here.id());
    const TeamPortrait portrait = portrait_of(context.db, readable, workspace.programme,
                                              *workspace.cohort, desk->enrolment, context.today);
    html::Html leave;
    if (workspace.leader())
        leave = html(
            R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            url("/organisations/{}/programmes/{}/cohorts/{}/team/withdrawal",
                workspace.here.id().text(), workspace.programme.code, workspace.cohort->number),
            view.say("Leave the programme"));
    return http::ok(workspace_page(
        context, workspace,
        view.say("Your team on {}", cohort_name(workspace.programme, *workspace.cohort)), {},
        html(R"({}<p>{} {}</p>{}{}{}
            <h2 class="nhsuk-heading-m" id="parts">{}</h2>{}
            <p><a class="nhsuk-link" href="{}">{}</a></p>{})",
             done_banner(view, request.parameter("done").value_or("")),
             cohort_tag(view, *workspace.cohort, context.today),
             view.say("Enrolled since {}.", view.words->day(desk->enrolment.from)),
             seats_picture(context, portrait, workspace.leader()),
             task_table(context, portrait, true), attendance_table(context, portrait),
             view.say("Parts and their days"), timeline(view, portrait.parts, context.today),
             url("/organisations/{}/capability", workspace.here.id().text()),
             view.say("What we can do: self-assessment and plan"), leave),
        true));
}

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

namespace {

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

http::Response tick_task(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    const auto id = TeamTaskId::parse(request.part("task"));
    if (!desk || !id) return http::not_found();
    const auto owner = context.scope.may_write(desk->workspace.here.id());
    const auto tasks = tasks_of(context.db, owner, desk->enrolment.id);
    if (std::ranges::find(tasks, *id, &TeamTask::id) == tasks.end()) return http::not_found();
    const bool done = context.form.text("done") == "yes";
    return context.save([&](store::Writer& db) {
        // Whoever was quicker has ticked it: it is as it should be, so the page is shown.
        const bool ticked = tick(db, owner, context.stamp(), *id, rev_of(context.form),
                                 done ? std::optional(context.today) : std::nullopt);
        return http::see_other(after(*desk, !ticked ? "" : done ? "ticked" : "unticked"));
    });
}

http::Response ask_for_leaving(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    return http::ok(leaving_page(context, *desk, TypedDay::of(context.today), "", {}));
}

http::Response save_leaving(const people::Accounts& accounts, const http::Request& request,
                            access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    const auto typed = TypedDay::from(context.form, "last");
    const std::string because(context.form.text("because"));
    Problems problems;
    const auto last =
        organisations::check_day(typed, "last", "Enter the last day of the team.", problems);
    if (last && *last < desk->enrolment.from)
        problems.add("last-day", "Enter a day that is not before the team was accepted.");
    if (last && *last > context.today) problems.add("last-day", "Enter today or a day before it.");
    check_text(because, "because", 4000, "Say why the team leaves, in a few words.", problems);
    if (!problems.empty())
        return http::unprocessable(leaving_page(context, *desk, typed, because, problems));
    Enrolment seen = desk->enrolment;
    seen.rev = rev_of(context.form);
    const Workspace& workspace = desk->workspace;
    const auto owner = context.scope.may_write(workspace.here.id());
    return context.save([&](store::Writer& db) {
        if (!leave(db, owner, context.stamp(), seen, *last, because))
            return http::page(http::Status::conflict,
                              leaving_page(context, *desk, typed, because, overtaken()));
        const Desk letters{accounts, context};
        tell_withdrawn(letters, db, workspace.programme, *workspace.cohort, workspace.here.id(),
                       because);
        tell_moved(letters, db, workspace.programme, *workspace.cohort,
                   fill(db, context.stamp(), *workspace.cohort, context.today));
        return http::see_other(url("/organisations/{}/programmes/{}?done=left",
                                   workspace.here.id().text(), workspace.programme.code));
    });
}

}  // namespace primum::programmes
