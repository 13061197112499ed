#include "programmes/keeping.h"

#include "campaigns/campaign.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/textarea.h"
#include "organisations/tree.h"
#include "programmes/actions.h"
#include "programmes/template.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

std::optional<Keeping> keeping_of(const http::Request& request, const access::Context& context) {
    auto programme = find_programme(context.db, request.part("programme"));
    if (!programme || !context.scope.can_write(programme->owner)) return {};
    return Keeping{std::move(*programme), {}};
}

std::optional<Keeping> cohort_keeping_of(const http::Request& request,
                                         const access::Context& context) {
    auto keeping = keeping_of(request, context);
    const auto number = number_of(request.part("number"), 1, 100'000);
    if (!keeping || !number) return {};
    keeping->cohort = find_cohort(context.db, keeping->programme.id, *number);
    if (!keeping->cohort) return {};
    return keeping;
}

html::Html keeping_page(const access::Context& context, const Keeping& keeping,
                        std::string_view title, const Problems& problems, const html::Html& content,
                        bool wide) {
    const design::View& view = context.view;
    std::vector<design::Crumb> way{{view.say("Programmes"), url("/programmes")},
                                   {keeping.programme.called(), address(keeping.programme)}};
    const html::Url desk = desk_address(keeping.programme);
    if (view.path != desk.text()) way.push_back({view.say("Keep this programme"), desk});
    if (keeping.cohort) {
        const html::Url cohort = desk_address(keeping.programme, *keeping.cohort);
        if (view.path != cohort.text())
            way.push_back({cohort_name(keeping.programme, *keeping.cohort), cohort});
    }
    const std::string caption =
        keeping.cohort && view.path != desk_address(keeping.programme, *keeping.cohort).text()
            ? cohort_name(keeping.programme, *keeping.cohort)
            : full_name(keeping.programme);
    const auto main = html("{}{}{}", design::error_summary(view, problems),
                           design::page_heading(title, caption), content);
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        wide ? main : design::two_thirds(main));
}

html::Html cancel_to(const access::Context& context, const html::Url& where) {
    return html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", where,
                context.view.say("Cancel and go back"));
}

namespace {

constexpr std::size_t kLongText = 4000;
constexpr std::size_t kShortText = 200;
constexpr int kLongestYears = 4000;  // days

// The words of a programme
// ---------------------------------------------------------------------------

Programme from_form(const http::Form& form, Programme programme) {
    programme.name = form.text("name");
    programme.short_name = form.text("short_name");
    programme.summary = form.text("summary");
    programme.supports = form.text("supports");
    programme.criteria = form.text("criteria");
    programme.asked = form.text("asked");
    programme.status = form.text("status");
    programme.waiting_rule =
        form.text("rule") == "order" ? WaitingRule::order : WaitingRule::complete_first;
    programme.campaign = Uuid::parse(form.text("campaign"));
    programme.rev = rev_of(form);
    return programme;
}

Problems check(const store::Reader& db, const Programme& programme, const http::Form& form) {
    Problems problems;
    check_text(programme.name, "name", kShortText, "Enter a name.", problems);
    check_text(programme.short_name, "short_name", kShortText, "", problems);
    check_text(programme.summary, "summary", kLongText, "Say in a few words what it is.", problems);
    check_text(programme.supports, "supports", kLongText, "", problems);
    check_text(programme.criteria, "criteria", kLongText, "", problems);
    check_text(programme.asked, "asked", kLongText, "", problems);
    if (programme.status != "draft" && programme.status != "open" && programme.status != "closed")
        problems.add("status", "Choose one of these.");
    if (!form.text("campaign").empty() &&
        (!programme.campaign ||
         !campaigns::find_campaign(db, campaigns::CampaignId(*programme.campaign))))
        problems.add("campaign", "Choose one of the campaigns.");
    return problems;
}

html::Html words_fields(const access::Context& context, const Programme& programme,
                        const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> campaigns{{.value = "", .label = view.say("None")}};
    for (const campaigns::Campaign& one : campaigns::campaigns_of(context.db))
        campaigns.push_back({.value = one.id.text(), .label = one.name});
    const auto words = [&](const char* name, std::string_view label, std::string_view hint,
                           const std::string& value) {
        return design::textarea(view, {.name = name,
                                       .label = {label, design::Size::s},
                                       .hint = hint,
                                       .value = value,
                                       .error = problems.about(name),
                                       .rows = 4});
    };
    return html(
        "{}{}{}{}{}{}{}{}{}",
        design::input(view, {.name = "name",
                             .label = {view.say("Name"), design::Size::s},
                             .value = programme.name,
                             .error = problems.about("name")}),
        design::input(view,
                      {.name = "short_name",
                       .label = {view.say("Short name (optional)"), design::Size::s},
                       .hint = view.say("For example, LIPS: cohorts are then LIPS I, LIPS II"),
                       .value = programme.short_name,
                       .error = problems.about("short_name"),
                       .width = 10}),
        words("summary", view.say("What it is"), view.say("One or two sentences"),
              programme.summary),
        design::select(view, {.name = "campaign",
                              .label = {view.say("The campaign it supports"), design::Size::s},
                              .options = std::move(campaigns),
                              .value = programme.campaign ? std::string(programme.campaign->text())
                                                          : std::string(),
                              .error = problems.about("campaign")}),
        words("supports", view.say("How it supports and complements the campaign"), "",
              programme.supports),
        words("criteria", view.say("Who it is for"), view.say("The criteria, in plain words"),
              programme.criteria),
        words("asked", view.say("What an application asks"), "", programme.asked),
        design::radios(
            view,
            {.name = "rule",
             .legend = {view.say("Who comes first on the waiting list"), design::Size::s},
             .choices = {{.value = "complete_first",
                          .label = view.say("Complete teams, then the order of sending")},
                         {.value = "order", .label = view.say("The order of sending alone")}},
             .value = programme.waiting_rule == WaitingRule::order ? "order" : "complete_first"}),
        design::radios(view, {.name = "status",
                              .legend = {view.say("Status"), design::Size::s},
                              .choices = {{.value = "draft",
                                           .label = view.say("Draft: visitors do not see it")},
                                          {.value = "open", .label = view.say("Open")},
                                          {.value = "closed", .label = view.say("Closed")}},
                              .value = programme.status,
                              .error = problems.about("status")}));
}

std::string template_label(const design::View& view, const std::string& code) {
    if (code == "LIPS")
        return std::string(
            view.say("Leading improvement: academy, modules, "
                     "follow-up days, masterclass"));
    if (code == "BTS")
        return std::string(
            view.say("Breakthrough Series: learning sessions with action periods between"));
    return code;
}

html::Html new_page(const access::Context& context, const Programme& programme,
                    std::string_view shape, std::string_view owner, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> shapes;
    for (const std::string& code : template_codes(context.db, context.today))
        shapes.push_back({.value = code, .label = template_label(view, code)});
    std::vector<design::Option> owners;
    for (const OrganisationId& root : context.scope.roots())
        if (const auto one = organisations::find_organisation(context.db, root))
            owners.push_back({.value = root.text(), .label = one->name});
    const auto title = view.say("Make a programme");
    return design::page(
        view,
        {.title = title,
         .error = !problems.empty(),
         .breadcrumb = {{view.say("Programmes"), url("/programmes")}}},
        design::two_thirds(html(
            "{}{}{}{}", design::error_summary(view, problems), design::page_heading(title),
            design::form(
                view, {.action = url("/programmes/new"), .id = {}, .classes = {}},
                html("{}{}{}{}",
                     design::radios(view, {.name = "template",
                                           .legend = {view.say("Which template?"), design::Size::s},
                                           .hint = view.say("It gives the parts, the tasks and the "
                                                            "team. You can change all of it."),
                                           .choices = std::move(shapes),
                                           .value = shape,
                                           .error = problems.about("template")}),
                     design::select(view, {.name = "owner",
                                           .label = {view.say("Who keeps it?"), design::Size::s},
                                           .options = std::move(owners),
                                           .value = owner,
                                           .error = problems.about("owner")}),
                     words_fields(context, programme, problems),
                     design::button({.label = view.say("Make the programme"), .once = true}))),
            cancel_to(context, url("/programmes")))));
}

html::Url after(const Keeping& keeping, std::string_view done) {
    return url("/programmes/{}/work?done={}", keeping.programme.code, done);
}

html::Html details_page(const access::Context& context, const Keeping& keeping,
                        const Programme& programme, const Problems& problems) {
    const design::View& view = context.view;
    return keeping_page(
        context, keeping, view.say("Change what is said of it"), problems,
        html("{}{}",
             design::form(view,
                          {.action = url("/programmes/{}/details", keeping.programme.code),
                           .id = {},
                           .classes = {}},
                          html("{}{}{}", design::hidden("rev", std::to_string(programme.rev)),
                               words_fields(context, programme, problems),
                               design::button({.label = view.say("Save"), .once = true}))),
             cancel_to(context, desk_address(keeping.programme))));
}

}  // namespace

http::Response ask_for_programme(const http::Request&, access::Context& context) {
    Programme programme;
    programme.status = "draft";
    return http::ok(new_page(context, programme, "", "", {}));
}

http::Response save_new_programme(const http::Request&, access::Context& context) {
    const std::string shape(context.form.text("template"));
    const std::string owner(context.form.text("owner"));
    Programme programme = from_form(context.form, {});
    Problems problems;
    const auto codes = template_codes(context.db, context.today);
    if (std::ranges::find(codes, shape) == codes.end())
        problems.add("template", "Choose a template.");
    const auto owner_id = OrganisationId::parse(owner);
    if (!owner_id || !context.scope.can_write(*owner_id))
        problems.add("owner", "Choose who keeps it.");
    for (const Problem& problem : check(context.db, programme, context.form))
        problems.add(problem.field, problem.sentence);
    programme.code = code_of(programme.called());
    if (programme.code == "new" || code_is_taken(context.db, programme.code))
        problems.add(programme.short_name.empty() ? "name" : "short_name",
                     "Another programme is called that. Choose another name.");
    if (!problems.empty())
        return http::unprocessable(new_page(context, programme, shape, owner, problems));
    programme.owner = *owner_id;
    return context.save([&](store::Writer& db) {
        if (code_is_taken(db, programme.code)) {
            Problems taken;
            taken.add("name", "Another programme is called that. Choose another name.");
            return http::unprocessable(new_page(context, programme, shape, owner, taken));
        }
        make_programme(db, context.stamp(), programme, shape);
        return http::see_other(url("/programmes/{}/work?done=programme", programme.code));
    });
}

http::Response ask_for_details(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(details_page(context, *keeping, keeping->programme, {}));
}

http::Response save_details(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    const Programme programme = from_form(context.form, keeping->programme);
    const Problems problems = check(context.db, programme, context.form);
    if (!problems.empty())
        return http::unprocessable(details_page(context, *keeping, programme, problems));
    return context.save([&](store::Writer& db) {
        if (!save_programme(db, context.stamp(), programme))
            return http::page(http::Status::conflict,
                              details_page(context, *keeping, programme, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

// The desk
// -------------------------------------------------------------------------------------------

http::Response show_desk(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    const design::View& view = context.view;
    const Programme& programme = keeping->programme;

    design::TableWriter cohorts({.caption = view.say("Cohorts"),
                                 .columns = {{.heading = view.say("Cohort")},
                                             {.heading = view.say("Dates")},
                                             {.heading = view.say("Places taken"), .numeric = true},
                                             {.heading = view.say("To read"), .numeric = true},
                                             {.heading = view.say("Waiting"), .numeric = true},
                                             {.heading = view.say("Status")}},
                                 .first_cell_is_heading = true});
    const auto all = cohorts_of(context.db, programme.id);
    for (const Cohort& cohort : all) {
        const Places places = places_of(context.db, cohort);
        std::int64_t to_read = 0;
        for (const Application& one : applications_of(context.db, cohort.id))
            to_read += one.state == State::sent ? 1 : 0;
        cohorts.row(html(R"(<a class="nhsuk-link" href="{}">{}</a>)",
                         desk_address(programme, cohort), cohort_name(programme, cohort)),
                    days_in_words(view, cohort.starts, cohort.ends.value_or(cohort.starts)),
                    view.say("{} of {}", places.taken, places.all), to_read, places.waiting,
                    cohort_tag(view, cohort, context.today));
    }

    design::TableWriter parts({.caption = view.say("Parts of the template"),
                               .columns = {{.heading = view.say("Part")},
                                           {.heading = view.say("Title")},
                                           {.heading = view.say("Begins after")},
                                           {.heading = view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const Part& part : template_of(context.db, programme.id))
        parts.row(
            part.part, part.title, view.words->count(part.starts_after_days, "{} day", "{} days"),
            html(
                R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
                url("/programmes/{}/parts/{}", programme.code, part.position), view.say("Change"),
                part.title));

    design::TableWriter tasks({.caption = view.say("Tasks of every team"),
                               .columns = {{.heading = view.say("Task")},
                                           {.heading = view.say("Due after")},
                                           {.heading = view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const Task& task : template_tasks_of(context.db, programme.id))
        tasks.row(
            task.title, view.words->count(task.due_after_days, "{} day", "{} days"),
            html(
                R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
                url("/programmes/{}/tasks/{}", programme.code, task.position), view.say("Change"),
                task.title));

    return http::ok(keeping_page(
        context, *keeping, view.say("Keep this programme"), {},
        html(R"({}
            <ul class="nhsuk-list">
            <li><a class="nhsuk-link" href="{}">{}</a></li>
            <li><a class="nhsuk-link" href="{}">{}</a></li>
            <li><a class="nhsuk-link" href="{}">{}</a></li></ul>
            {}{}
            <h2 class="nhsuk-heading-l">{}</h2><p>{}</p>
            {}{}{}{})",
             done_banner(view, request.parameter("done").value_or("")),
             url("/programmes/{}/details", programme.code), view.say("Change what is said of it"),
             url("/programmes/{}/roles", programme.code), view.say("Change who a team should have"),
             url("/programmes/{}/checks", programme.code),
             view.say("Change what is looked at before a team applies"),
             all.empty() ? design::nothing_yet(view.say("There is no cohort yet."))
                         : std::move(cohorts).done(),
             design::button({.label = view.say("Open the next cohort"),
                             .where = url("/programmes/{}/cohorts/new", programme.code)}),
             view.say("The template"),
             view.say("From it the next cohort gets its days and its tasks. Cohorts that are there "
                      "already stay as they are."),
             std::move(parts).done(),
             design::button({.label = view.say("Add a part"),
                             .look = design::ButtonLook::secondary,
                             .where = url("/programmes/{}/parts/new", programme.code)}),
             std::move(tasks).done(),
             design::button({.label = view.say("Add a task"),
                             .look = design::ButtonLook::secondary,
                             .where = url("/programmes/{}/tasks/new", programme.code)})),
        true));
}

// Who a team should have
// -----------------------------------------------------------------------------

namespace {

constexpr int kMostOfARole = 20;

html::Html roles_page(const access::Context& context, const Keeping& keeping,
                      const http::Form* form, const Problems& problems) {
    const design::View& view = context.view;
    const auto now = team_roles_of(context.db, keeping.programme.id);
    html::Html fields;
    for (const std::string& role : team_roles()) {
        const auto known = std::ranges::find(now, role, &TeamRole::role);
        const auto value = [&](const std::string& field, int number) {
            return form ? std::string(form->text(field)) : std::to_string(number);
        };
        const std::string least = "least-" + role;
        const std::string most = "most-" + role;
        fields.append(
            R"(<fieldset class="nhsuk-fieldset pr-pair"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{}</legend>{}{}</fieldset>)",
            role_label(view, role),
            design::input(view, {.name = least,
                                 .label = view.say("At least"),
                                 .value = value(least, known == now.end() ? 0 : known->least),
                                 .error = problems.about(least),
                                 .width = 2,
                                 .inputmode = "numeric"}),
            design::input(view, {.name = most,
                                 .label = view.say("At most"),
                                 .value = value(most, known == now.end() ? 0 : known->most),
                                 .error = problems.about(most),
                                 .width = 2,
                                 .inputmode = "numeric"}));
    }
    return keeping_page(
        context, keeping, view.say("Who a team should have"), problems,
        html("{}{}{}",
             html("<p>{}</p>", view.say("A team is complete when every place that is needed is "
                                        "taken. Write 0 and 0 for a role that no team needs.")),
             design::form(view,
                          {.action = url("/programmes/{}/roles", keeping.programme.code),
                           .id = {},
                           .classes = {}},
                          html("{}{}{}",
                               design::hidden("rev", form ? std::string(form->text("rev"))
                                                          : std::to_string(keeping.programme.rev)),
                               fields, design::button({.label = view.say("Save"), .once = true}))),
             cancel_to(context, desk_address(keeping.programme))));
}

}  // namespace

http::Response ask_for_roles(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(roles_page(context, *keeping, nullptr, {}));
}

http::Response save_roles(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    Problems problems;
    std::vector<TeamRole> roles;
    for (const std::string& role : team_roles()) {
        const auto least = number_of(context.form.text("least-" + role), 0, kMostOfARole);
        const auto most = number_of(context.form.text("most-" + role), 0, kMostOfARole);
        if (!least) problems.add("least-" + role, "Enter a whole number from 0 to 20.");
        if (!most) problems.add("most-" + role, "Enter a whole number from 0 to 20.");
        if (least && most && *least > *most)
            problems.add("most-" + role, "Enter at most a number that is not below at least.");
        if (least && most && *most > 0) roles.push_back({role, *least, *most});
    }
    if (!problems.empty())
        return http::unprocessable(roles_page(context, *keeping, &context.form, problems));
    Programme seen = keeping->programme;
    seen.rev = rev_of(context.form);
    return context.save([&](store::Writer& db) {
        if (!save_team_roles(db, context.stamp(), seen, roles))
            return http::page(http::Status::conflict,
                              roles_page(context, *keeping, &context.form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

// What is looked at
// ----------------------------------------------------------------------------------

namespace {

std::string check_label(const design::View& view, const Check& check) {
    if (check.kind == "campaign")
        return std::string(view.say("The organisation has joined the campaign"));
    if (check.kind == "role") {
        const auto role = access::parse_role(check.code);
        return view.say("Somebody holds this role in it: {}",
                        role ? std::string(view.say(access::label(*role))) : check.code);
    }
    if (check.kind == "assessment") return std::string(view.say("It has assessed what it can do"));
    return std::string(view.say("Somebody is named for every role of the team that is needed"));
}

html::Html checks_page(const access::Context& context, const Keeping& keeping,
                       const http::Form* form, const Problems& problems) {
    const design::View& view = context.view;
    html::Html fields;
    for (const Check& check : checks_of(context.db, keeping.programme.id)) {
        const std::string field = "weight-" + std::to_string(check.position);
        fields += design::radios(
            view, {.name = field,
                   .legend = {check_label(view, check), design::Size::s},
                   .choices = {{.value = "required", .label = view.say("Needed before they send")},
                               {.value = "advisory", .label = view.say("Advised")},
                               {.value = "off", .label = view.say("Not looked at")}},
                   .value = form ? std::string(form->text(field)) : check.weight,
                   .error = problems.about(field),
                   .small = true});
    }
    return keeping_page(
        context, keeping, view.say("What is looked at before a team applies"), problems,
        html("{}{}",
             design::form(view,
                          {.action = url("/programmes/{}/checks", keeping.programme.code),
                           .id = {},
                           .classes = {}},
                          html("{}{}{}",
                               design::hidden("rev", form ? std::string(form->text("rev"))
                                                          : std::to_string(keeping.programme.rev)),
                               fields, design::button({.label = view.say("Save"), .once = true}))),
             cancel_to(context, desk_address(keeping.programme))));
}

}  // namespace

http::Response ask_for_checks(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(checks_page(context, *keeping, nullptr, {}));
}

http::Response save_check_weights(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    Problems problems;
    auto checks = checks_of(context.db, keeping->programme.id);
    for (Check& check : checks) {
        const std::string field = "weight-" + std::to_string(check.position);
        check.weight = context.form.text(field);
        if (check.weight != "required" && check.weight != "advisory" && check.weight != "off")
            problems.add(field, "Choose one of these.");
    }
    if (!problems.empty())
        return http::unprocessable(checks_page(context, *keeping, &context.form, problems));
    Programme seen = keeping->programme;
    seen.rev = rev_of(context.form);
    return context.save([&](store::Writer& db) {
        if (!save_checks(db, context.stamp(), seen, checks))
            return http::page(http::Status::conflict,
                              checks_page(context, *keeping, &context.form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

// Parts and tasks of the template
// --------------------------------------------------------------------

namespace {

/// A part of the template as it was typed.
struct PartForm {
    Part part;
    std::string length;
    std::string after;
};

PartForm part_form(const Part& part) {
    return {part, std::to_string(static_cast<int>(part.length_days)),
            std::to_string(part.starts_after_days)};
}

PartForm part_form(const http::Form& form, Part part) {
    part.part = form.text("part");
    part.title = form.text("title");
    part.who = form.text("who");
    part.kind = form.text("kind");
    part.output = form.text("output");
    part.prepare = form.text("prepare");
    part.rev = rev_of(form);
    return {part, std::string(form.text("length")), std::string(form.text("after"))};
}

Problems check(PartForm& form) {
    Problems problems;
    check_text(form.part.part, "part", kShortText, "Enter which part of the programme it is.",
               problems);
    check_text(form.part.title, "title", kShortText, "Enter a title.", problems);
    check_text(form.part.who, "who", kShortText, "", problems);
    check_text(form.part.output, "output", kShortText, "", problems);
    check_text(form.part.prepare, "prepare", kLongText, "", problems);
    const auto& kinds = part_kinds();
    if (std::ranges::find(kinds, form.part.kind) == kinds.end())
        problems.add("kind", "Choose a kind.");
    const auto after_days = number_of(form.after, 0, kLongestYears);
    if (!after_days) problems.add("after", "Enter a whole number of days, 0 or more.");
    const auto length = number_of(form.length, 1, 366);
    if (!length) problems.add("length", "Enter a whole number of days, 1 or more.");
    form.part.starts_after_days = after_days.value_or(0);
    form.part.length_days = length.value_or(1);
    return problems;
}

html::Html part_page(const access::Context& context, const Keeping& keeping, const PartForm& form,
                     bool fresh, const Problems& problems) {
    const design::View& view = context.view;
    const Part& part = form.part;
    std::vector<design::Option> kinds;
    for (const std::string& kind : part_kinds())
        kinds.push_back({.value = kind, .label = view.say(part_kind_label(kind))});
    const auto line = [&](const char* name, std::string_view label, const std::string& value,
                          int width = 0) {
        return design::input(view, {.name = name,
                                    .label = {label, design::Size::s},
                                    .value = value,
                                    .error = problems.about(name),
                                    .width = width,
                                    .inputmode = width > 0 ? "numeric" : ""});
    };
    html::Html remove;
    if (!fresh)
        remove = design::button({.label = view.say("Take this part out"),
                                 .look = design::ButtonLook::secondary,
                                 .name = "step",
                                 .value = "remove",
                                 .once = true});
    const auto where = fresh
                           ? url("/programmes/{}/parts/new", keeping.programme.code)
                           : url("/programmes/{}/parts/{}", keeping.programme.code, part.position);
    return keeping_page(
        context, keeping, fresh ? view.say("Add a part") : view.say("Change a part"), problems,
        html("{}{}",
             design::form(
                 view, {.action = where, .id = {}, .classes = {}},
                 html("{}{}{}{}{}{}{}{}{}{}", design::hidden("rev", std::to_string(part.rev)),
                      line("part", view.say("Part of the programme"), part.part),
                      line("title", view.say("Title"), part.title),
                      design::select(view, {.name = "kind",
                                            .label = {view.say("Kind"), design::Size::s},
                                            .options = std::move(kinds),
                                            .value = part.kind,
                                            .error = problems.about("kind")}),
                      line("who", view.say("For whom"), part.who),
                      line("after", view.say("Begins so many days after the cohort begins"),
                           form.after, 4),
                      line("length", view.say("Lasts so many days"), form.length, 4),
                      line("output", view.say("What a team has at its end"), part.output),
                      design::textarea(view,
                                       {.name = "prepare",
                                        .label = {view.say("What to read before"), design::Size::s},
                                        .value = part.prepare,
                                        .error = problems.about("prepare"),
                                        .rows = 3}),
                      design::button_group(
                          html("{}{}", design::button({.label = view.say("Save"), .once = true}),
                               remove)))),
             cancel_to(context, desk_address(keeping.programme))));
}

std::optional<Part> part_of(const http::Request& request, const access::Context& context,
                            const Keeping& keeping) {
    if (request.part("position").empty())
        return Part{.part = "", .kind = "module", .length_days = 1};
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Part& part : template_of(context.db, keeping.programme.id))
        if (part.position == *position) return std::move(part);
    return {};
}

struct TaskForm {
    Task task;
    std::string after;
};

html::Html task_page(const access::Context& context, const Keeping& keeping, const TaskForm& form,
                     bool fresh, const Problems& problems) {
    const design::View& view = context.view;
    html::Html remove;
    if (!fresh)
        remove = design::button({.label = view.say("Take this task out"),
                                 .look = design::ButtonLook::secondary,
                                 .name = "step",
                                 .value = "remove",
                                 .once = true});
    const auto where =
        fresh ? url("/programmes/{}/tasks/new", keeping.programme.code)
              : url("/programmes/{}/tasks/{}", keeping.programme.code, form.task.position);
    return keeping_page(
        context, keeping, fresh ? view.say("Add a task") : view.say("Change a task"), problems,
        html(
            "{}{}",
            design::form(
                view, {.action = where, .id = {}, .classes = {}},
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
                    design::input(view,
                                  {.name = "after",
                                   .label = {view.say("Due so many days after the cohort begins"),
                                             design::Size::s},
                                   .value = form.after,
                                   .error = problems.about("after"),
                                   .width = 4,
                                   .inputmode = "numeric"}),
                    design::button_group(
                        html("{}{}", design::button({.label = view.say("Save"), .once = true}),
                             remove)))),
            cancel_to(context, desk_address(keeping.programme))));
}

std::optional<Task> task_of(const http::Request& request, const access::Context& context,
                            const Keeping& keeping) {
    if (request.part("position").empty()) return Task{};
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Task& task : template_tasks_of(context.db, keeping.programme.id))
        if (task.position == *position) return std::move(task);
    return {};
}

}  // namespace

http::Response ask_for_part(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto part = keeping ? part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    return http::ok(
        part_page(context, *keeping, part_form(*part), request.part("position").empty(), {}));
}

http::Response save_one_part(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto part = keeping ? part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    const bool fresh = request.part("position").empty();
    PartForm form = part_form(context.form, *part);
    const bool removing = !fresh && context.form.text("step") == "remove";
    const Problems problems = removing ? Problems() : check(form);
    if (!problems.empty())
        return http::unprocessable(part_page(context, *keeping, form, fresh, problems));
    return context.save([&](store::Writer& db) {
        bool saved = true;
        if (removing)
            saved = remove_template_part(db, context.stamp(), keeping->programme, form.part);
        else if (fresh)
            add_template_part(db, context.stamp(), keeping->programme, form.part);
        else
            saved = save_template_part(db, context.stamp(), keeping->programme, form.part);
        if (!saved)
            return http::page(http::Status::conflict,
                              part_page(context, *keeping, form, fresh, overtaken()));
        index(db, keeping->programme.id);
        return http::see_other(after(*keeping, removing ? "removed" : "saved"));
    });
}

http::Response ask_for_task(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto task = keeping ? task_of(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    return http::ok(task_page(context, *keeping, {*task, std::to_string(task->due_after_days)},
                              request.part("position").empty(), {}));
}

http::Response save_one_task(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto task = keeping ? task_of(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    const bool fresh = request.part("position").empty();
    const bool removing = !fresh && context.form.text("step") == "remove";
    TaskForm form{*task, std::string(context.form.text("after"))};
    form.task.title = context.form.text("title");
    form.task.help = context.form.text("help");
    form.task.rev = rev_of(context.form);
    Problems problems;
    if (!removing) {
        check_text(form.task.title, "title", kShortText, "Say what the team does.", problems);
        check_text(form.task.help, "help", kLongText, "", problems);
        const auto after_days = number_of(form.after, 0, kLongestYears);
        if (!after_days) problems.add("after", "Enter a whole number of days, 0 or more.");
        form.task.due_after_days = after_days.value_or(0);
    }
    if (!problems.empty())
        return http::unprocessable(task_page(context, *keeping, form, fresh, problems));
    return context.save([&](store::Writer& db) {
        bool saved = true;
        if (removing)
            saved = remove_template_task(db, context.stamp(), keeping->programme, form.task);
        else if (fresh)
            add_template_task(db, context.stamp(), keeping->programme, form.task);
        else
            saved = save_template_task(db, context.stamp(), keeping->programme, form.task);
        if (!saved)
            return http::page(http::Status::conflict,
                              task_page(context, *keeping, form, fresh, overtaken()));
        return http::see_other(after(*keeping, removing ? "removed" : "saved"));
    });
}

}  // namespace primum::programmes
