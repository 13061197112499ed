// A cohort as its faculty works with it: days, parts, tasks, applications, attendance, teams.

#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"
#include "design/textarea.h"
#include "organisations/typed_day.h"
#include "people/store.h"
#include "programmes/actions.h"
#include "programmes/capability.h"
#include "programmes/keeping.h"
#include "programmes/letters.h"
#include "programmes/readiness.h"
#include "programmes/team_pages.h"
#include "programmes/words.h"

namespace primum::programmes {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

constexpr std::size_t kLongText = 4000;
constexpr int kMostPlaces = 2000;

html::Url after(const Keeping& keeping, std::string_view done) {
    return url("/programmes/{}/cohorts/{}/work?done={}", keeping.programme.code,
               keeping.cohort->number, done);
}

store::Scope faculty_scope() {
    return store::Scope::system("the faculty reads the teams of its programme");
}

// Days, places, status
// -------------------------------------------------------------------------------

struct CohortForm {
    TypedDay starts;
    TypedDay opens;
    TypedDay closes;
    std::string places;
    std::string status = "open";
    std::int64_t rev = 1;

    static CohortForm from_fields(const http::Form& form) {
        return {.starts = TypedDay::from(form, "starts"),
                .opens = TypedDay::from(form, "opens"),
                .closes = TypedDay::from(form, "closes"),
                .places = std::string(form.text("places")),
                .status = std::string(form.text("status")),
                .rev = rev_of(form)};
    }
    static CohortForm of(const Cohort& cohort) {
        return {.starts = TypedDay::of(cohort.starts),
                .opens = TypedDay::of(cohort.opens),
                .closes = TypedDay::of(cohort.closes),
                .places = std::to_string(cohort.places),
                .status = cohort.status == "draft" ? "draft" : "open",
                .rev = cohort.rev};
    }
};

Valid<Cohort> check(const CohortForm& form, Cohort cohort) {
    using organisations::check_day;
    Problems problems;
    const auto starts = check_day(form.starts, "starts", "Enter the first day.", problems);
    const auto opens =
        check_day(form.opens, "opens", "Enter the day from which teams may apply.", problems);
    const auto closes =
        check_day(form.closes, "closes", "Enter the last day on which teams may apply.", problems);
    if (opens && closes && *closes < *opens)
        problems.add("closes-day", "Enter a last day that is not before the first day.");
    if (starts && closes && *starts < *closes)
        problems.add("closes-day", "Enter a day that is not after the cohort begins.");
    const auto places = number_of(form.places, 0, kMostPlaces);
    if (!places) problems.add("places", "Enter how many teams have a place: a whole number.");
    if (form.status != "draft" && form.status != "open")
        problems.add("status", "Choose one of these.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    cohort.starts = *starts;
    cohort.opens = *opens;
    cohort.closes = *closes;
    cohort.places = *places;
    cohort.status = form.status;
    cohort.rev = form.rev;
    return cohort;
}

html::Html cohort_page(const access::Context& context, const Keeping& keeping,
                       const CohortForm& form, bool fresh, const Problems& problems) {
    const design::View& view = context.view;
    using organisations::date_fields;
    auto starts =
        date_fields("starts", {view.say("First day"), design::Size::s}, form.starts, problems);
    starts.hint = fresh
                      ? view.say("Every part gets its day from this one. A Monday works best")
                      : view.say("The parts stay on their days: change each of them where needed");
    auto opens = date_fields("opens", {view.say("Teams may apply from"), design::Size::s},
                             form.opens, problems);
    auto closes = date_fields("closes", {view.say("Teams may apply until"), design::Size::s},
                              form.closes, problems);
    const auto fields = html(
        "{}{}{}{}{}{}{}", design::hidden("rev", std::to_string(form.rev)),
        design::date_input(view, starts), design::date_input(view, opens),
        design::date_input(view, closes),
        design::input(view, {.name = "places",
                             .label = {view.say("Places"), design::Size::s},
                             .hint = view.say("For how many whole teams"),
                             .value = form.places,
                             .error = problems.about("places"),
                             .width = 4,
                             .inputmode = "numeric"}),
        design::radios(
            view, {.name = "status",
                   .legend = {view.say("Who sees it"), design::Size::s},
                   .choices = {{.value = "draft", .label = view.say("Nobody yet: it is a draft")},
                               {.value = "open", .label = view.say("Everybody")}},
                   .value = form.status,
                   .error = problems.about("status")}),
        design::button(
            {.label = fresh ? view.say("Open the cohort") : view.say("Save"), .once = true}));
    const auto where = fresh ? url("/programmes/{}/cohorts/new", keeping.programme.code)
                             : url("/programmes/{}/cohorts/{}/details", keeping.programme.code,
                                   keeping.cohort->number);
    return keeping_page(
        context, keeping, fresh ? view.say("Open the next cohort") : view.say("Days and places"),
        problems,
        html("{}{}", design::form(view, {.action = where, .id = {}, .classes = {}}, fields),
             cancel_to(context, fresh ? desk_address(keeping.programme)
                                      : desk_address(keeping.programme, *keeping.cohort))));
}

}  // namespace

http::Response ask_for_cohort(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    CohortForm form;
    form.opens = TypedDay::of(context.today);
    return http::ok(cohort_page(context, *keeping, form, true, {}));
}

http::Response save_new_cohort(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    const auto form = CohortForm::from_fields(context.form);
    const auto cohort = check(form, {});
    if (!cohort)
        return http::unprocessable(cohort_page(context, *keeping, form, true, cohort.error()));
    return context.save([&](store::Writer& db) {
        const auto id = open_cohort(db, context.stamp(), keeping->programme, *cohort);
        return http::see_other(url("/programmes/{}/cohorts/{}/work?done=cohort",
                                   keeping->programme.code, find_cohort(db, id)->number));
    });
}

http::Response ask_for_cohort_details(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(cohort_page(context, *keeping, CohortForm::of(*keeping->cohort), false, {}));
}

http::Response save_cohort_details(const people::Accounts& accounts, const http::Request& request,
                                   access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    if (!keeping) return http::not_found();
    const auto form = CohortForm::from_fields(context.form);
    const auto cohort = check(form, *keeping->cohort);
    if (!cohort)
        return http::unprocessable(cohort_page(context, *keeping, form, false, cohort.error()));
    return context.save([&](store::Writer& db) {
        if (!save_cohort(db, context.stamp(), keeping->programme, *cohort))
            return http::page(http::Status::conflict,
                              cohort_page(context, *keeping, form, false, overtaken()));
        tell_moved({accounts, context}, db, keeping->programme, *cohort,
                   fill(db, context.stamp(), *cohort, context.today));
        return http::see_other(after(*keeping, "saved"));
    });
}

// Its desk
// -------------------------------------------------------------------------------------------

namespace {

html::Html link_to(const html::Url& where, std::string_view label, std::string_view hidden = "") {
    if (hidden.empty()) return html(R"(<a class="nhsuk-link" href="{}">{}</a>)", where, label);
    return html(
        R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
        where, label, hidden);
}

html::Html applications_table(const access::Context& context, const Keeping& keeping) {
    const design::View& view = context.view;
    const auto all = applications_of(context.db, keeping.cohort->id);
    if (all.empty()) return design::nothing_yet(view.say("No application has been sent yet."));
    design::TableWriter table({.caption = view.say("Applications"),
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Sent")},
                                           {.heading = view.say("Ready")},
                                           {.heading = view.say("Team named")},
                                           {.heading = view.say("Sponsor")},
                                           {.heading = view.say("Status")}},
                               .first_cell_is_heading = true});
    const auto scope = faculty_scope();
    const auto roles = team_roles_of(context.db, keeping.programme.id);
    for (const Application& one : all) {
        const auto readiness = readiness_of(context.db, scope.may_read(one.organisation),
                                            keeping.programme, &one, context.today);
        html::Html state = state_tag(view, one.state);
        if (one.state == State::waiting)
            state = html("{} {}", state, view.say("Number {}", place_in_queue(context.db, one)));
        table.row(link_to(url("/programmes/{}/cohorts/{}/applications/{}", keeping.programme.code,
                              keeping.cohort->number, one.id.text()),
                          one.organisation_name),
                  one.sent_at ? view.words->day(std::chrono::floor<std::chrono::days>(*one.sent_at))
                              : std::string(),
                  view.say("{} of {}", readiness.met(), readiness.findings.size()),
                  is_complete(one.who, roles) ? view.say("Complete") : view.say("Not complete"),
                  one.sponsored_at ? view.say("Has agreed") : view.say("Not yet"), state);
    }
    return std::move(table).done();
}

html::Html teams_table(const access::Context& context, const Keeping& keeping,
                       const std::vector<Part>& parts) {
    const design::View& view = context.view;
    const auto teams = teams_of(context.db, keeping.cohort->id, context.today);
    if (teams.empty()) return design::nothing_yet(view.say("No team has been accepted yet."));
    design::TableWriter table({.caption = view.say("Teams"),
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Places that are needed")},
                                           {.heading = view.say("Came")},
                                           {.heading = view.say("Had prepared")},
                                           {.heading = view.say("Tasks")}},
                               .first_cell_is_heading = true});
    const auto scope = faculty_scope();
    constexpr int kHundred = 100;
    for (const Enrolment& enrolment : teams) {
        const auto readable = scope.may_read(enrolment.organisation);
        const Team team = team_of(context.db, readable, enrolment, context.today);
        const Completion completion = completion_of(
            team, parts, presences_of(context.db, readable, enrolment.id), context.today);
        const auto share = [&](int part) {
            return completion.expected == 0
                       ? std::string(view.say("Nothing yet"))
                       : view.say("{}%", part * kHundred / completion.expected);
        };
        table.row(
            link_to(url("/programmes/{}/cohorts/{}/teams/{}", keeping.programme.code,
                        keeping.cohort->number, enrolment.organisation.text()),
                    enrolment.name),
            team.complete() ? std::string(view.say("All taken"))
                            : view.say("{} of {}", team.needed() - team.missing(), team.needed()),
            share(completion.attended), share(completion.prepared),
            tasks_in_words(view, tasks_of(context.db, readable, enrolment.id), context.today));
    }
    return std::move(table).done();
}

html::Html shared_list(const access::Context& context, const Keeping& keeping) {
    const design::View& view = context.view;
    const auto shared = shared_with(context.db, keeping.cohort->id, context.today);
    if (shared.empty()) return {};
    html::Html items;
    for (const SharedAssessment& one : shared)
        items.append("<li>{}, {}</li>",
                     link_to(url("/programmes/{}/cohorts/{}/teams/{}", keeping.programme.code,
                                 keeping.cohort->number, one.assessment.organisation.text()),
                             one.organisation_name),
                     view.words->day(one.assessment.made_on));
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
        view.say("Self-assessments that teams share with you"), items);
}

}  // namespace

http::Response show_cohort_desk(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    if (!keeping) return http::not_found();
    const design::View& view = context.view;
    const Cohort& cohort = *keeping->cohort;
    const std::string& code = keeping->programme.code;
    const auto parts = parts_of(context.db, cohort.id);
    const Places places = places_of(context.db, cohort);

    design::TableWriter days({.caption = view.say("Parts and their days"),
                              .columns = {{.heading = view.say("Part")},
                                          {.heading = view.say("Days")},
                                          {.heading = view.say("Change")},
                                          {.heading = view.say("Attendance")}},
                              .first_cell_is_heading = true});
    for (const Part& part : parts)
        days.row(
            html("{}<br>{}", part.part, part.title), days_in_words(view, part.starts, part.ends),
            link_to(url("/programmes/{}/cohorts/{}/parts/{}", code, cohort.number, part.position),
                    view.say("Change"), part.title),
            part.starts <= context.today ? link_to(url("/programmes/{}/cohorts/{}/attendance/{}",
                                                       code, cohort.number, part.position),
                                                   view.say("Who came"), part.title)
                                         : html("{}", view.say("Not yet")));
    design::TableWriter tasks({.caption = view.say("Tasks of every team"),
                               .columns = {{.heading = view.say("Task")},
                                           {.heading = view.say("Due")},
                                           {.heading = view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const Task& task : tasks_of(context.db, cohort.id))
        tasks.row(
            task.title, view.words->day(task.due),
            link_to(url("/programmes/{}/cohorts/{}/tasks/{}", code, cohort.number, task.position),
                    view.say("Change"), task.title));
    return http::ok(keeping_page(
        context, *keeping, cohort_name(keeping->programme, cohort), {},
        html(R"({}<p>{} {}</p><p>{}</p>
            <p><a class="nhsuk-link" href="{}">{}</a></p><p><a class="nhsuk-link" href="{}">{}</a></p>
            {}{}{}{}{})",
             done_banner(view, request.parameter("done").value_or("")),
             cohort_tag(view, cohort, context.today),
             view.say("Applications from {} to {}", view.words->day(cohort.opens),
                      view.words->day(cohort.closes)),
             view.say("{} of {} places are taken, {} teams wait.", places.taken, places.all,
                      places.waiting),
             url("/programmes/{}/cohorts/{}/details", code, cohort.number),
             view.say("Change days and places"), address(keeping->programme, cohort),
             view.say("The page that everybody sees"), applications_table(context, *keeping),
             teams_table(context, *keeping, parts), shared_list(context, *keeping),
             std::move(days).done(), std::move(tasks).done()),
        true));
}

// A part, a task
// -------------------------------------------------------------------------------------

namespace {

struct DatedPartForm {
    Part part;
    TypedDay starts;
    TypedDay ends;
};

html::Html dated_part_page(const access::Context& context, const Keeping& keeping,
                           const DatedPartForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const Part& part = form.part;
    using organisations::date_fields;
    auto starts =
        date_fields("starts", {view.say("First day"), design::Size::s}, form.starts, problems);
    auto ends = date_fields("ends", {view.say("Last day"), design::Size::s}, form.ends, problems);
    const auto line = [&](const char* name, std::string_view label, const std::string& value) {
        return design::input(view, {.name = name,
                                    .label = {label, design::Size::s},
                                    .value = value,
                                    .error = problems.about(name)});
    };
    return keeping_page(
        context, keeping, view.say("Change a part"), problems,
        html(
            "{}{}",
            design::form(
                view,
                {.action = url("/programmes/{}/cohorts/{}/parts/{}", keeping.programme.code,
                               keeping.cohort->number, part.position),
                 .id = {},
                 .classes = {}},
                html("{}{}{}{}{}{}{}{}", design::hidden("rev", std::to_string(part.rev)),
                     line("title", view.say("Title"), part.title), design::date_input(view, starts),
                     design::date_input(view, ends), line("who", view.say("For whom"), part.who),
                     line("output", view.say("What a team has at its end"), part.output),
                     design::textarea(view,
                                      {.name = "prepare",
                                       .label = {view.say("What to read before"), design::Size::s},
                                       .value = part.prepare,
                                       .error = problems.about("prepare"),
                                       .rows = 3}),
                     design::button({.label = view.say("Save"), .once = true}))),
            cancel_to(context, desk_address(keeping.programme, *keeping.cohort))));
}

std::optional<Part> dated_part(const http::Request& request, const access::Context& context,
                               const Keeping& keeping) {
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Part& part : parts_of(context.db, keeping.cohort->id))
        if (part.position == *position) return std::move(part);
    return {};
}

struct DatedTaskForm {
    Task task;
    TypedDay due;
};

html::Html dated_task_page(const access::Context& context, const Keeping& keeping,
                           const DatedTaskForm& form, const Problems& problems) {
    const design::View& view = context.view;
    auto due =
        organisations::date_fields("due", {view.say("Due"), design::Size::s}, form.due, problems);
    return keeping_page(
        context, keeping, view.say("Change a task"), problems,
        html(
            "{}{}",
            design::form(
                view,
                {.action = url("/programmes/{}/cohorts/{}/tasks/{}", keeping.programme.code,
                               keeping.cohort->number, form.task.position),
                 .id = {},
                 .classes = {}},
                html(
                    "{}{}{}{}{}", design::hidden("rev", std::to_string(form.task.rev)),
                    design::input(view, {.name = "title",
                                         .label = {view.say("What the team does"), design::Size::s},
                                         .value = form.task.title,
                                         .error = problems.about("title")}),
                    design::textarea(view, {.name = "help",
                                            .label = {view.say("Help (optional)"), design::Size::s},
                                            .value = form.task.help,
                                            .error = problems.about("help"),
                                            .rows = 3}),
                    design::date_input(view, due),
                    design::button({.label = view.say("Save"), .once = true}))),
            cancel_to(context, desk_address(keeping.programme, *keeping.cohort))));
}

std::optional<Task> dated_task(const http::Request& request, const access::Context& context,
                               const Keeping& keeping) {
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Task& task : tasks_of(context.db, keeping.cohort->id))
        if (task.position == *position) return std::move(task);
    return {};
}

}  // namespace

http::Response ask_for_cohort_part(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? dated_part(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    return http::ok(dated_part_page(
        context, *keeping, {*part, TypedDay::of(part->starts), TypedDay::of(part->ends)}, {}));
}

http::Response save_cohort_part(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? dated_part(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    DatedPartForm form{*part, TypedDay::from(context.form, "starts"),
                       TypedDay::from(context.form, "ends")};
    form.part.title = context.form.text("title");
    form.part.who = context.form.text("who");
    form.part.output = context.form.text("output");
    form.part.prepare = context.form.text("prepare");
    form.part.rev = rev_of(context.form);
    Problems problems;
    check_text(form.part.title, "title", 200, "Enter a title.", problems);
    const auto starts =
        organisations::check_day(form.starts, "starts", "Enter the first day.", problems);
    const auto ends = organisations::check_day(form.ends, "ends", "Enter the last day.", problems);
    if (starts && ends && *ends < *starts)
        problems.add("ends-day", "Enter a last day that is not before the first day.");
    check_text(form.part.who, "who", 200, "", problems);
    check_text(form.part.output, "output", 200, "", problems);
    check_text(form.part.prepare, "prepare", kLongText, "", problems);
    if (!problems.empty())
        return http::unprocessable(dated_part_page(context, *keeping, form, problems));
    form.part.starts = *starts;
    form.part.ends = *ends;
    return context.save([&](store::Writer& db) {
        if (!save_part(db, context.stamp(), keeping->programme, *keeping->cohort, form.part))
            return http::page(http::Status::conflict,
                              dated_part_page(context, *keeping, form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

http::Response ask_for_cohort_task(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto task = keeping ? dated_task(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    return http::ok(dated_task_page(context, *keeping, {*task, TypedDay::of(task->due)}, {}));
}

http::Response save_cohort_task(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto task = keeping ? dated_task(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    DatedTaskForm form{*task, TypedDay::from(context.form, "due")};
    form.task.title = context.form.text("title");
    form.task.help = context.form.text("help");
    form.task.rev = rev_of(context.form);
    Problems problems;
    check_text(form.task.title, "title", 200, "Say what the team does.", problems);
    check_text(form.task.help, "help", kLongText, "", problems);
    const auto due = organisations::check_day(form.due, "due", "Enter the day.", problems);
    if (!problems.empty())
        return http::unprocessable(dated_task_page(context, *keeping, form, problems));
    form.task.due = *due;
    return context.save([&](store::Writer& db) {
        if (!save_task(db, context.stamp(), keeping->programme, *keeping->cohort, form.task))
            return http::page(http::Status::conflict,
                              dated_task_page(context, *keeping, form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

// Attendance
// -----------------------------------------------------------------------------------------

namespace {

/// One block a team, a line a person, two boxes a line: it fits a phone.
html::Html attendance_grid(const access::Context& context, const Part& part,
                           const std::vector<Attender>& attenders) {
    const design::View& view = context.view;
    html::Html teams;
    html::Html ways;
    for (std::size_t i = 0; i < attenders.size();) {
        const OrganisationId organisation = attenders[i].organisation;
        const std::string& name = attenders[i].organisation_name;
        html::Html people;
        for (; i < attenders.size() && attenders[i].organisation == organisation; ++i) {
            const Attender& one = attenders[i];
            const std::string_view id = one.seat.id.text();
            const bool expected = expects(part.kind, one.seat.role);
            const auto box = [&](const char* what, std::string_view label, bool ticked) {
                const std::string field = std::string(what) + "-" + std::string(id);
                return html(R"(
                    <div class="nhsuk-checkboxes__item"><input class="nhsuk-checkboxes__input" id="{}" name="{}" type="checkbox" value="{}" checked="{}">
                    <label class="nhsuk-label nhsuk-checkboxes__label" for="{}">{}<span class="nhsuk-u-visually-hidden">: {}</span></label></div>)",
                            field, what, id, ticked, field, label, one.seat.name);
            };
            people.append(
                R"(
                <li class="pr-came__person"><span class="pr-came__name"><strong>{}</strong><span>{}{}</span></span>
                <input type="hidden" name="seat" value="{}">
                <span class="pr-came__boxes nhsuk-checkboxes nhsuk-checkboxes--small">{}{}</span></li>)",
                one.seat.name, role_label(view, one.seat.role),
                expected ? std::string()
                         : std::string(", ") + std::string(view.say("not expected")),
                id, box("came", view.say("Came"), one.presence.attended.value_or(false)),
                box("prepared", view.say("Had prepared"), one.presence.prepared.value_or(false)));
        }
        const std::string anchor = "team-" + std::string(organisation.text());
        ways.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", url("#{}", anchor), name);
        teams.append(
            R"(<fieldset class="nhsuk-fieldset pr-came" id="{}"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{}</legend><ul class="pr-came__people">{}</ul></fieldset>)",
            anchor, name, people);
    }
    return html("{}{}",
                design::details({.summary = view.say("Go to a team"), .id = {}},
                                html(R"(<ul class="nhsuk-list">{}</ul>)", ways)),
                teams);
}

}  // namespace

http::Response ask_for_attendance(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? dated_part(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    const design::View& view = context.view;
    const auto attenders = attenders_of(context.db, keeping->cohort->id, *part);
    html::Html content;
    if (attenders.empty())
        content = design::nothing_yet(view.say("Nobody is on a team of this cohort yet."));
    else
        content = design::form(
            view,
            {.action = url("/programmes/{}/cohorts/{}/attendance/{}", keeping->programme.code,
                           keeping->cohort->number, part->position),
             .id = {},
             .classes = {}},
            html("{}{}", attendance_grid(context, *part, attenders),
                 design::button({.label = view.say("Save"), .once = true})));
    return http::ok(keeping_page(
        context, *keeping, view.say("Who came: {}", part->title), {},
        html(
            "<p>{}</p><p>{}</p>{}{}", days_in_words(view, part->starts, part->ends),
            view.say("Tick who came, and who had read what was sent before. Each team sees its own "
                     "line. You can correct it later."),
            content, cancel_to(context, desk_address(keeping->programme, *keeping->cohort)))));
}

http::Response take_attendance(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? dated_part(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    const auto came = context.form.all("came");
    const auto prepared = context.form.all("prepared");
    std::vector<Seen> seen;
    for (const std::string_view text : context.form.all("seat"))
        if (const auto id = SeatId::parse(text))
            seen.push_back({.seat = *id,
                            .attended = std::ranges::find(came, text) != came.end(),
                            .prepared = std::ranges::find(prepared, text) != prepared.end()});
    return context.save([&](store::Writer& db) {
        save_attendance(db, context.stamp(), keeping->programme, *keeping->cohort, *part, seen);
        return http::see_other(after(*keeping, "attendance"));
    });
}

// Applications
// ---------------------------------------------------------------------------------------

namespace {

html::Html findings_list(const design::View& view, const Readiness& readiness) {
    html::Html items;
    for (const Finding& finding : readiness.findings) {
        std::string what;
        const Check& check = finding.check;
        if (check.kind == "campaign") {
            what = view.say("The organisation has joined the campaign");
        } else if (check.kind == "role") {
            const auto role = access::parse_role(check.code);
            what = role ? std::string(view.say(access::label(*role))) : check.code;
            if (finding.met) what += ": " + finding.who;
        } else if (check.kind == "assessment") {
            what = view.say("It has assessed what it can do");
        } else {
            what = view.say("Somebody is named for every role of the team that is needed");
        }
        items.append("<li>{} {}</li>",
                     finding.met ? design::tag(view.say("Yes"), design::Colour::green)
                                 : design::tag(view.say("Not yet"), design::Colour::yellow),
                     what);
    }
    return html(R"(<ul class="nhsuk-list">{}</ul>)", items);
}

html::Html review_page(const access::Context& context, const Keeping& keeping,
                       const Application& application, std::string_view decision,
                       std::string_view reason, const Problems& problems) {
    const design::View& view = context.view;
    const auto scope = faculty_scope();
    const auto roles = team_roles_of(context.db, keeping.programme.id);
    const auto readiness = readiness_of(context.db, scope.may_read(application.organisation),
                                        keeping.programme, &application, context.today);
    html::Html who;
    for (const TeamRole& role : roles) {
        const auto names = application.who.find(role.role);
        if (names == application.who.end()) continue;
        who.append("<div><strong>{}</strong>{}</div>", role_label(view, role.role),
                   lines(names->second));
    }
    const auto sender =
        application.sent_by ? people::find_person(context.db, *application.sent_by) : std::nullopt;
    design::SummaryList facts{.rows = {}, .borders = true};
    const auto add = [&facts](std::string_view key, html::Html value) {
        facts.rows.push_back({.key = key, .value = std::move(value), .actions = {}});
    };
    add(view.say("Status"), state_tag(view, application.state));
    if (application.sent_at)
        add(view.say("Sent"), html("{}", view.words->moment(*application.sent_at, view.zone)));
    if (sender) add(view.say("By"), html("{}", sender->name));
    add(view.say("Sponsor"),
        html("{}", application.sponsored_at
                       ? view.say("{}, who has agreed", application.sponsor)
                       : view.say("{}, who has not agreed yet", application.sponsor)));
    add(view.say("Why"), paragraphs(application.why));
    add(view.say("Aims"), paragraphs(application.aims));
    if (!who.empty()) add(view.say("Who will come"), std::move(who));
    if (!application.reason.empty()) add(view.say("Reason"), html("{}", application.reason));

    html::Html decide;
    if (application.open()) {
        std::vector<design::Choice> choices;
        if (application.state == State::sent)
            choices.push_back({.value = "accept",
                               .label = view.say("Accept the team"),
                               .hint = view.say("It is enrolled from today, with its tasks")});
        choices.push_back({.value = "decline",
                           .label = view.say("Decline"),
                           .hint = view.say("Its place goes to the first team that waits")});
        html::Html waits;
        if (application.state == State::waiting)
            waits = design::inset_text(
                view, html("<p>{}</p>", view.say("It waits, as number {}. It can be accepted when "
                                                 "it holds a place.",
                                                 place_in_queue(context.db, application))));
        decide = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2>{}{})", view.say("Decide"), waits,
            design::form(
                view,
                {.action =
                     url("/programmes/{}/cohorts/{}/applications/{}/decision",
                         keeping.programme.code, keeping.cohort->number, application.id.text()),
                 .id = {},
                 .classes = {}},
                html("{}{}{}{}", design::hidden("rev", std::to_string(application.rev)),
                     design::radios(view, {.name = "decision",
                                           .legend = {view.say("Yes or no?"), design::Size::s},
                                           .choices = std::move(choices),
                                           .value = decision,
                                           .error = problems.about("decision")}),
                     design::textarea(
                         view, {.name = "reason",
                                .label = {view.say("Reason, where you decline"), design::Size::s},
                                .hint = view.say("They are told in these words"),
                                .value = reason,
                                .error = problems.about("reason"),
                                .rows = 4}),
                     design::button({.label = view.say("Decide and tell them"), .once = true}))));
    }
    return keeping_page(
        context, keeping, view.say("Application of {}", application.organisation_name), problems,
        html(R"(<h2 class="nhsuk-heading-m">{}</h2>{}<h2 class="nhsuk-heading-m">{}</h2>{}{})",
             view.say("How ready it is"), findings_list(view, readiness), view.say("What it says"),
             design::summary_list(view, facts), decide));
}

std::optional<Application> sent_application(const http::Request& request,
                                            const access::Context& context,
                                            const Keeping& keeping) {
    const auto id = ApplicationId::parse(request.part("application"));
    if (!id) return {};
    return find_sent_application(context.db, keeping.cohort->id, *id);
}

}  // namespace

http::Response show_application(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto application = keeping ? sent_application(request, context, *keeping) : std::nullopt;
    if (!application) return http::not_found();
    return http::ok(review_page(context, *keeping, *application, "", "", {}));
}

http::Response save_decision(const people::Accounts& accounts, const http::Request& request,
                             access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto application = keeping ? sent_application(request, context, *keeping) : std::nullopt;
    if (!application) return http::not_found();
    const std::string decision(context.form.text("decision"));
    const std::string reason(context.form.text("reason"));
    const auto again = [&](const Problems& problems) {
        return review_page(context, *keeping, *application, decision, reason, problems);
    };
    Problems problems;
    if (decision != "accept" && decision != "decline")
        problems.add("decision", "Choose whether the team is accepted.");
    check_text(reason, "reason", kLongText,
               decision == "decline" ? "Say why, so that they can do something about it." : "",
               problems);
    if (!application->open()) problems.add("", "This has been decided already.");
    if (!problems.empty()) return http::unprocessable(again(problems));
    Application seen = *application;
    seen.rev = rev_of(context.form);
    return context.save([&](store::Writer& db) {
        const Desk desk{accounts, context};
        if (decision == "accept") {
            const auto enrolled = accept(db, context.stamp(), keeping->programme, *keeping->cohort,
                                         seen, context.today);
            if (!enrolled) {
                Problems refused;
                refused.add("", enrolled.error().sentence);
                return http::page(http::Status::conflict, again(refused));
            }
            tell_decided(desk, db, keeping->programme, *keeping->cohort, seen, true, "");
            return http::see_other(after(*keeping, "accepted"));
        }
        if (!decline(db, context.stamp(), seen, reason))
            return http::page(http::Status::conflict, again(overtaken()));
        tell_decided(desk, db, keeping->programme, *keeping->cohort, seen, false, reason);
        tell_moved(desk, db, keeping->programme, *keeping->cohort,
                   fill(db, context.stamp(), *keeping->cohort, context.today));
        return http::see_other(after(*keeping, "declined"));
    });
}

// One team
// -------------------------------------------------------------------------------------------

namespace {

html::Html shared_tables(const access::Context& context, const Keeping& keeping,
                         OrganisationId organisation) {
    const design::View& view = context.view;
    html::Html tables;
    for (const SharedAssessment& one : shared_with(context.db, keeping.cohort->id, context.today)) {
        const Assessment& assessment = one.assessment;
        if (assessment.organisation != organisation) continue;
        const char* level = assessment.level == Level::team
                                ? language::sentence("Self-assessment of the team, {}")
                            : assessment.level == Level::organisation
                                ? language::sentence("Self-assessment of the organisation, {}")
                                : language::sentence("Self-assessment of the board, {}");
        design::TableWriter table({.caption = view.say(level, view.words->day(assessment.made_on)),
                                   .columns = {{.heading = view.say("Ability")},
                                               {.heading = view.say("Level")},
                                               {.heading = view.say("In words")}},
                                   .first_cell_is_heading = true});
        for (const Capability& capability :
             capabilities_of(context.db, assessment.level, context.today)) {
            const auto answer = assessment.answers.find(capability.code);
            if (answer == assessment.answers.end()) continue;
            table.row(capability.domain, answer->second,
                      capability.steps[static_cast<std::size_t>(answer->second - 1)]);
        }
        tables += std::move(table).done();
    }
    if (tables.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})",
                view.say("What this team shares with you"), tables);
}

}  // namespace

http::Response show_one_team(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto organisation = OrganisationId::parse(request.part("team"));
    if (!keeping || !organisation) return http::not_found();
    const auto readable = faculty_scope().may_read(*organisation);
    const auto enrolment = find_enrolment(context.db, readable, keeping->cohort->id, context.today);
    if (!enrolment) return http::not_found();
    const design::View& view = context.view;
    const TeamPortrait portrait = portrait_of(context.db, readable, keeping->programme,
                                              *keeping->cohort, *enrolment, context.today);
    return http::ok(
        keeping_page(context, *keeping, view.say("Team of {}", enrolment->name), {},
                     html("{}{}{}{}", seats_picture(context, portrait, false),
                          attendance_table(context, portrait), task_table(context, portrait, false),
                          shared_tables(context, *keeping, *organisation)),
                     true));
}

}  // namespace primum::programmes
