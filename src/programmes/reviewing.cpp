// The faculty reads an application, and decides.

#include "access/context.h"
#include "access/role.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/summary_list.h"
#include "design/tag.h"
#include "design/textarea.h"
#include "people/store.h"
#include "programmes/actions.h"
#include "programmes/enrolment.h"
#include "programmes/keeping.h"
#include "programmes/letters.h"
#include "programmes/readiness.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

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

}  // namespace primum::programmes
