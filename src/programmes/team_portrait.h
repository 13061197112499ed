#pragma once
// A team as its own people and the faculty see it.

#include <string>
#include <vector>

#include "access/context.h"
#include "html/html.h"
#include "programmes/enrolment.h"
#include "programmes/programme.h"
#include "programmes/team.h"

namespace primum::programmes {

/// Everything about a team that pages show.
struct TeamPortrait {
    Programme programme;
    Cohort cohort;
    Enrolment enrolment;
    Team team;
    std::vector<Seat> former;
    std::vector<Part> parts;
    Presences presences;
    std::vector<TeamTask> tasks;
};
TeamPortrait portrait_of(const store::Reader& db, const store::Readable& organisation,
                         const Programme& programme, const Cohort& cohort,
                         const Enrolment& enrolment, Day today);

/// "8 of 10 places that are needed are taken", and the seats of every role, filled and empty. With
/// links to change them where `may_change`.
html::Html seats_picture(const access::Context& context, const TeamPortrait& portrait,
                         bool may_change);
/// Who came and who had prepared, part by part.
html::Html attendance_table(const access::Context& context, const TeamPortrait& portrait);
/// Tasks in the order of their days; with buttons to tick them off where `may_tick`.
html::Html task_table(const access::Context& context, const TeamPortrait& portrait, bool may_tick);
/// "3 of 12 tasks done; 1 is past its day." and so on.
std::string tasks_in_words(const design::View& view, const std::vector<TeamTask>& tasks, Day today);

}  // namespace primum::programmes
