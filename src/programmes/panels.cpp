#include "programmes/panels.h"

#include "access/policy.h"

#include "design/card.h"
#include "design/tag.h"
#include "programmes/capability.h"
#include "programmes/enrolment.h"
#include "programmes/team_portrait.h"
#include "programmes/words.h"

namespace primum::programmes {
namespace {

using html::html;
using html::url;

/// A team's standing in a sentence or two, with a link.
html::Html team_line(const access::Context& context, const Programme& programme,
                     const Cohort& cohort, const Enrolment& enrolment) {
    const design::View& view = context.view;
    const auto readable = context.scope.may_read(enrolment.organisation);
    const Team team = team_of(context.db, readable, enrolment, context.today);
    html::Html complete;
    if (cohort.finished(context.today))
        complete = cohort_tag(view, cohort, context.today);
    else if (team.complete())
        complete = design::tag(view.say("Team complete"), design::Colour::green);
    else
        complete =
            design::tag(view.words->count(team.missing(), "{} place empty", "{} places empty"),
                        design::Colour::yellow);
    html::Html next;
    for (const TeamTask& task : tasks_of(context.db, readable, enrolment.id)) {
        if (task.done_on) continue;
        next.append("<p>{}</p>",
                    task.overdue(context.today)
                        ? view.say("Next, and a little late: {} (planned for {})", task.title,
                                   view.words->day(task.due))
                        : view.say("Next: {}, by {}", task.title, view.words->day(task.due)));
        break;
    }
    return html(R"(<p><a class="nhsuk-link" href="{}">{}</a> {}</p>{})",
                team_address(enrolment.organisation, programme, cohort),
                view.say("Your team on {}", cohort_name(programme, cohort)), complete, next);
}

html::Html application_line(const access::Context& context, const Programme& programme,
                            const Cohort& cohort, const Application& application) {
    const design::View& view = context.view;
    html::Html more;
    if (application.state == State::waiting)
        more = html(" {}", view.say("Number {}", place_in_queue(context.db, application)));
    if (application.open() && !application.sponsored_at)
        more.append(" {}", view.say("The chief executive has not agreed yet to be the sponsor."));
    return html(R"(<p><a class="nhsuk-link" href="{}">{}</a> {}{}</p>)",
                workspace(application.organisation, programme),
                view.say("Application for {}", cohort_name(programme, cohort)),
                state_tag(view, application.state), more);
}

/// Everything of one organisation; empty where it takes part in nothing.
html::Html standing(const access::Context& context, OrganisationId organisation) {
    const auto readable = context.scope.may_read(organisation);
    html::Html lines;
    for (const Enrolment& enrolment : enrolments_of(context.db, readable)) {
        if (!enrolment.on(context.today)) continue;
        const auto programme = find_programme(context.db, enrolment.programme);
        const auto cohort = find_cohort(context.db, enrolment.cohort);
        if (programme && cohort) lines += team_line(context, *programme, *cohort, enrolment);
    }
    for (const Application& application : applications_of(context.db, readable)) {
        if (!application.open() && application.state != State::draft) continue;
        const auto cohort = find_cohort(context.db, application.cohort);
        const auto programme =
            cohort ? find_programme(context.db, cohort->programme) : std::nullopt;
        if (programme && !(application.state == State::draft && cohort->begun(context.today)))
            lines += application_line(context, *programme, *cohort, application);
    }
    return lines;
}

}  // namespace

html::Html organisation_panel(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    html::Html lines = standing(context, here.id());
    // Wards and sites take part through their trust.
    constexpr int kTrust = 30;
    if (lines.empty() && here.kind().rank > kTrust)
        return html(
            R"(<h2 class="nhsuk-heading-m" id="programmes">{}</h2><p><a class="nhsuk-link" href="{}">{}</a></p>)",
            view.say("Programmes and skills"),
            url("/organisations/{}/capability", here.id().text()),
            view.say("What you can do: your own self-assessment"));
    if (lines.empty()) lines = html("<p>{}</p>", view.say("Not enrolled on a programme."));
    return html(R"(<h2 class="nhsuk-heading-m" id="programmes">{}</h2>{}
        <p><a class="nhsuk-link" href="{}">{}</a></p><p><a class="nhsuk-link" href="{}">{}</a></p>)",
                view.say("Programmes and skills"), lines,
                url("/organisations/{}/programmes", here.id().text()),
                view.say("Programmes of this organisation"),
                url("/organisations/{}/capability", here.id().text()),
                view.say("What we can do: self-assessment and plan"));
}

html::Html mine_panel(const access::Context& context,
                      const std::vector<organisations::Organisation>& mine) {
    const design::View& view = context.view;
    html::Html all;
    for (const organisations::Organisation& one : mine) {
        const html::Html lines = standing(context, one.id);
        if (!lines.empty())
            all.append("{}", design::card({.heading = one.name, .level = 3, .body = lines}));
    }
    html::Html keep;
    for (const Programme& programme : programmes_of(context.db)) {
        if (!context.session || !context.scope.can_read(programme.owner)) continue;
        bool keeps = false;
        for (const access::Held& held : context.person().roles)
            keeps = keeps || (access::policy::programme_keepers.roles.has(held.role) &&
                              held.organisation == programme.owner);
        if (keeps)
            keep.append(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", desk_address(programme),
                        view.say("Keep the programme {}", programme.called()));
    }
    html::Html own;
    if (!mine.empty())
        own = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
                   url("/organisations/{}/capability", mine.front().id.text()),
                   view.say("What you can do: your own self-assessment"));
    if (all.empty() && keep.empty() && own.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m" id="programmes">{}</h2>{}{}{})",
                view.say("Programmes and skills"), all, keep, own);
}

void merged_panel(store::Writer& db, const store::Writable& from, const store::Writable& into,
                  const store::Stamp& stamp, Day on) {
    merged(db, from, into, stamp, on);
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.emplace_back(organisation_panel);
    neighbours.mine.emplace_back(mine_panel);
    neighbours.merged.emplace_back(merged_panel);
}

}  // namespace primum::programmes
