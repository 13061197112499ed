// Writing an application, sending it, sponsoring it, withdrawing it.

#include "access/policy.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/fieldset.h"
#include "design/form.h"
#include "design/select.h"
#include "design/textarea.h"
#include "organisations/frame.h"
#include "programmes/actions.h"
#include "programmes/letters.h"
#include "programmes/readiness.h"
#include "programmes/words.h"
#include "programmes/workspace.h"

namespace primum::programmes {
namespace {

using html::html;
using html::url;

/// What was typed, whether or not it can be used.
Application from_form(const http::Form& form, const std::vector<TeamRole>& roles) {
    Application written{.why = std::string(form.text("why")),
                        .aims = std::string(form.text("aims")),
                        .sponsor = std::string(form.text("sponsor"))};
    for (const TeamRole& role : roles) {
        const std::string names(form.text("who-" + role.role));
        if (!names.empty()) written.who[role.role] = names;
    }
    written.rev = rev_of(form);
    return written;
}

void check_names(const Application& written, const TeamRole& role, Problems& problems) {
    const auto found = written.who.find(role.role);
    if (found == written.who.end()) return;
    const std::string field = "who-" + role.role;
    std::string_view rest = found->second;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (characters(rest.substr(0, end)) > kShortText) {
            problems.add(field, "Write one name a line, each of 200 characters or fewer.");
            return;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (names_in(found->second) > role.most)
        problems.add(field, "These are more people than this role has places. Take some out.");
}

Problems check(const Application& written, const std::vector<TeamRole>& roles,
               const std::vector<std::string>& chief_executives, bool sending) {
    Problems problems;
    check_text(written.why, "why", kLongText,
               sending ? "Say why your organisation wants to take part." : "", problems);
    check_text(written.aims, "aims", kLongText, sending ? "Say what you aim to change." : "",
               problems);
    if (sending && written.sponsor.empty())
        problems.add("sponsor", "Choose the chief executive who is the sponsor.");
    if (!written.sponsor.empty() &&
        std::ranges::find(chief_executives, written.sponsor) == chief_executives.end())
        problems.add("sponsor", "Choose one of the chief executives of your organisation.");
    for (const TeamRole& role : roles)
        check_names(written, role, problems);
    return problems;
}

html::Html who_will_come(const design::View& view, const Application& written,
                         const std::vector<TeamRole>& roles, const Problems& problems) {
    html::Html fields;
    for (const TeamRole& role : roles) {
        if (role.most == 0) continue;
        const auto names = written.who.find(role.role);
        const std::string field = "who-" + role.role;
        fields += design::textarea(
            view, {.name = field,
                   .label = role_label(view, role.role),
                   .hint = role.least > 0 ? view.say("Needed: {}", how_many(view, role))
                                          : view.say("Welcome: {}", how_many(view, role)),
                   .value = names == written.who.end() ? std::string() : names->second,
                   .error = problems.about(field),
                   .rows = role.most > 1 ? 3 : 1,
                   .autocomplete = "off"});
    }
    return design::fieldset(
        {.legend = {view.say("Who will come"), design::Size::m}, .described_by = {}, .role = {}},
        html(R"(<p>{}</p>{})",
             view.say("One person a line: a name, and after a comma their email "
                      "address, so that they get to their account. You can add "
                      "names later."),
             fields));
}

html::Html application_page(const access::Context& context, const Workspace& workspace,
                            const Application& written, const Problems& problems) {
    const design::View& view = context.view;
    const auto roles = team_roles_of(context.db, workspace.programme.id);
    const auto readable = context.scope.may_read(workspace.here.id());
    const auto chiefs = chief_executives_of(context.db, readable, context.today);
    std::vector<design::Option> sponsors{{.value = "", .label = view.say("Choose")}};
    for (const std::string& name : chiefs)
        sponsors.push_back({.value = name, .label = name});
    const bool sent = written.open();
    html::Html buttons;
    if (sent) {
        buttons = design::button(
            {.label = view.say("Save changes"), .name = "step", .value = "draft", .once = true});
    } else {
        buttons =
            design::button_group(html("{}{}",
                                      design::button({.label = view.say("Send the application"),
                                                      .name = "step",
                                                      .value = "send",
                                                      .once = true}),
                                      design::button({.label = view.say("Save as draft"),
                                                      .look = design::ButtonLook::secondary,
                                                      .name = "step",
                                                      .value = "draft",
                                                      .once = true})));
    }
    const auto fields = html(
        "{}{}{}{}{}{}",
        design::hidden("rev", std::to_string(written.id.is_nil() ? 0 : written.rev)),
        design::textarea(view, {.name = "why",
                                .label = {view.say("Why does your organisation want to take part?"),
                                          design::Size::m},
                                .value = written.why,
                                .error = problems.about("why"),
                                .rows = 6,
                                .most_characters = static_cast<int>(kLongText)}),
        design::textarea(view, {.name = "aims",
                                .label = {view.say("What do you aim to change?"), design::Size::m},
                                .hint = view.say("If you can, say how much and by when"),
                                .value = written.aims,
                                .error = problems.about("aims"),
                                .rows = 5,
                                .most_characters = static_cast<int>(kLongText)}),
        design::select(
            view,
            {.name = "sponsor",
             .label = {view.say("Who is the sponsor?"), design::Size::m},
             .hint = chiefs.empty() ? view.say("Nobody holds the role of chief executive here yet: "
                                               "invite them first.")
                                    : view.say("The chief executive. They are asked to agree."),
             .options = std::move(sponsors),
             .value = written.sponsor,
             .error = problems.about("sponsor")}),
        who_will_come(view, written, roles, problems), buttons);
    return workspace_page(
        context, workspace,
        view.say("Apply for {}", cohort_name(workspace.programme, *workspace.cohort)), problems,
        html(R"({}{}{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
             sent ? design::inset_text(
                        view,
                        html("<p>{}</p>", view.say("It has been sent. What you change here is what "
                                                   "the faculty reads from then on.")))
                  : html::Html(),
             design::details({.summary = view.say("How places are given"), .id = {}},
                             place_rules_list(view, workspace.programme)),
             design::form(view,
                          {.action = application_address(workspace.here.id(), workspace.programme,
                                                         *workspace.cohort),
                           .id = {},
                           .classes = {}},
                          fields),
             programmes::workspace(workspace.here.id(), workspace.programme),
             view.say("Cancel and go back")));
}

html::Url done(const Workspace& workspace, std::string_view what) {
    return url("/organisations/{}/programmes/{}?done={}", workspace.here.id().text(),
               workspace.programme.code, what);
}

/// The application of the cohort that the address names, where there is one.
std::optional<Application> application_of(const access::Context& context,
                                          const Workspace& workspace) {
    return find_application(context.db, context.scope.may_read(workspace.here.id()),
                            workspace.cohort->id);
}

/// Whether it may be written: an open cohort, or one already sent.
bool writable(const access::Context& context, const Workspace& workspace,
              const std::optional<Application>& known) {
    if (known && known->open()) return true;
    if (known && (known->state == State::accepted || known->state == State::declined)) return false;
    return workspace.cohort->takes_applications(context.today);
}

/// Whoever holds a role here that a team has too, where only one person does: to begin with.
std::map<std::string, std::string> known_people(const access::Context& context,
                                                const store::Readable& organisation,
                                                const Programme& programme) {
    std::map<std::string, std::string> who;
    for (const TeamRole& role : team_roles_of(context.db, programme.id)) {
        if (role.least == 0) continue;
        const auto holders = context.db.all(
            [](const store::Row& row) {
                return row.get<std::string>(0) + ", " + row.get<std::string>(1);
            },
            R"sql(
                SELECT DISTINCT p.name, p.email
                  FROM roles_held r
                  JOIN people p ON p.id = r.person_id
                 WHERE r.organisation_id = $1 AND r.role = $2 AND p.status = 'active'
                   AND r.from_day <= $3 AND (r.until_day IS NULL OR r.until_day >= $3)
            )sql",
            organisation, role.role, context.today);
        if (holders.size() == 1) who[role.role] = holders.front();
    }
    return who;
}

}  // namespace

http::Response ask_for_application(const http::Request& request, access::Context& context) {
    const auto found = cohort_workspace_of(request, context);
    if (!found) return http::not_found();
    const auto known = application_of(context, *found);
    if (!writable(context, *found, known))
        return http::see_other(programmes::workspace(found->here.id(), found->programme));
    Application written = known.value_or(Application{});
    if (!known) {
        const auto readable = context.scope.may_read(found->here.id());
        const auto chiefs = chief_executives_of(context.db, readable, context.today);
        if (chiefs.size() == 1) written.sponsor = chiefs.front();
        written.who = known_people(context, readable, found->programme);
    }
    return http::ok(application_page(context, *found, written, {}));
}

http::Response save_application(const people::Accounts& accounts, const http::Request& request,
                                access::Context& context) {
    const auto found = cohort_workspace_of(request, context);
    if (!found) return http::not_found();
    const auto known = application_of(context, *found);
    const auto roles = team_roles_of(context.db, found->programme.id);
    Application written = from_form(context.form, roles);
    written.cohort = found->cohort->id;
    if (known) written.id = known->id, written.state = known->state;
    const bool sending = context.form.text("step") == "send" && !(known && known->open());
    const auto owner = context.scope.may_write(found->here.id());
    const auto chiefs = chief_executives_of(context.db, owner, context.today);
    Problems problems = check(written, roles, chiefs, sending);
    if (!writable(context, *found, known))
        problems.add("", "This cohort takes no applications now. Go back and see what is open.");
    if (sending &&
        !readiness_of(context.db, owner, found->programme, &written, context.today).may_send())
        problems.add("",
                     "Something that is needed before you send is not there yet. Save a draft, and "
                     "see how ready your organisation is.");
    if (!problems.empty())
        return http::unprocessable(application_page(context, *found, written, problems));

    return context.save([&](store::Writer& db) {
        const auto id =
            save_draft(db, owner, context.stamp(), written, roles, found->programme.waiting_rule);
        if (!id)
            return http::page(http::Status::conflict,
                              application_page(context, *found, written, overtaken()));
        if (!sending)
            return http::see_other(done(*found, known && known->open() ? "saved" : "draft"));
        const auto state = send(db, owner, context.stamp(), *found->cohort, *id, roles,
                                found->programme.waiting_rule, context.today);
        if (!state) {
            Problems refused;
            refused.add("", state.error().sentence);
            return http::unprocessable(application_page(context, *found, written, refused));
        }
        const auto sent = find_application(db, owner, found->cohort->id);
        // A chief executive who sends it is its sponsor.
        if (sent && sent->sponsor == context.person().name && found->chief_executive())
            sponsor(db, owner, context.stamp(), *sent, context.person().name);
        tell_sent({accounts, context}, db, found->programme, *found->cohort, found->here.id(),
                  *state);
        return http::see_other(done(*found, *state == State::waiting ? "waiting" : "sent"));
    });
}

http::Response save_sponsorship(const http::Request& request, access::Context& context) {
    const auto found = cohort_workspace_of(request, context);
    if (!found) return http::not_found();
    auto known = application_of(context, *found);
    if (!known || !known->open()) return http::not_found();
    known->rev = rev_of(context.form);
    const auto owner = context.scope.may_write(found->here.id());
    return context.save([&](store::Writer& db) {
        if (!sponsor(db, owner, context.stamp(), *known, context.person().name))
            return http::see_other(programmes::workspace(found->here.id(), found->programme));
        return http::see_other(done(*found, "sponsored"));
    });
}

namespace {

html::Html withdrawal_page(const access::Context& context, const Workspace& workspace,
                           const Application& application, std::string_view reason,
                           const Problems& problems) {
    const design::View& view = context.view;
    return workspace_page(
        context, workspace, view.say("Withdraw the application"), problems,
        html(R"({}{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
             design::inset_text(
                 view, html("<p>{}</p>", view.say("Your place, or your place on the waiting list, "
                                                  "goes to the next whole team at once. You can "
                                                  "apply again, and are then behind those who "
                                                  "wait."))),
             design::form(
                 view,
                 {.action = url("/organisations/{}/programmes/{}/cohorts/{}/application/withdrawal",
                                workspace.here.id().text(), workspace.programme.code,
                                workspace.cohort->number),
                  .id = {},
                  .classes = {}},
                 html("{}{}{}", design::hidden("rev", std::to_string(application.rev)),
                      design::textarea(view, {.name = "reason",
                                              .label = view.say("Why? (optional)"),
                                              .hint = view.say("The faculty reads it"),
                                              .value = reason,
                                              .error = problems.about("reason"),
                                              .rows = 3}),
                      design::button({.label = view.say("Withdraw"),
                                      .look = design::ButtonLook::warning,
                                      .once = true}))),
             programmes::workspace(workspace.here.id(), workspace.programme),
             view.say("Cancel and go back")));
}

}  // namespace

http::Response ask_for_withdrawal(const http::Request& request, access::Context& context) {
    const auto found = cohort_workspace_of(request, context);
    if (!found) return http::not_found();
    const auto known = application_of(context, *found);
    if (!known || !known->open()) return http::not_found();
    return http::ok(withdrawal_page(context, *found, *known, "", {}));
}

http::Response save_withdrawal(const people::Accounts& accounts, const http::Request& request,
                               access::Context& context) {
    const auto found = cohort_workspace_of(request, context);
    if (!found) return http::not_found();
    auto known = application_of(context, *found);
    if (!known || !known->open()) return http::not_found();
    const std::string reason(context.form.text("reason"));
    Problems problems;
    check_text(reason, "reason", kLongText, "", problems);
    if (!problems.empty())
        return http::unprocessable(withdrawal_page(context, *found, *known, reason, problems));
    Application seen = *known;
    seen.rev = rev_of(context.form);
    const auto owner = context.scope.may_write(found->here.id());
    return context.save([&](store::Writer& db) {
        if (!withdraw(db, owner, context.stamp(), seen, reason))
            return http::page(http::Status::conflict,
                              withdrawal_page(context, *found, *known, reason, overtaken()));
        const Desk desk{accounts, context};
        tell_withdrawn(desk, db, found->programme, *found->cohort, found->here.id(), reason);
        tell_moved(desk, db, found->programme, *found->cohort,
                   fill(db, context.stamp(), *found->cohort, context.today));
        return http::see_other(done(*found, "withdrawn"));
    });
}

}  // namespace primum::programmes
