// One team, as the faculty of its cohort sees it.

#include "access/context.h"
#include "design/table.h"
#include "programmes/actions.h"
#include "programmes/capability.h"
#include "programmes/keeping.h"
#include "programmes/team.h"
#include "programmes/team_portrait.h"

namespace primum::programmes {

using html::html;

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
