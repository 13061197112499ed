#include "programmes/team_portrait.h"

namespace primum::programmes {

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

}  // namespace primum::programmes
