#pragma once
// What this room writes to people: applicants, their chief executive, and the faculty.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "people/accounts.h"
#include "programmes/enrolment.h"

namespace primum::programmes {

/// Who writes, and with what.
struct Desk {
    const people::Accounts& accounts;
    const access::Context& context;
};

/// To the faculty: an application has come. To the chief executive, where they have not agreed yet:
/// please say that you are its sponsor.
void tell_sent(const Desk& desk, store::Writer& db, const Programme& programme,
               const Cohort& cohort, OrganisationId organisation, State state);
/// To the organisation's leaders: they moved up from the waiting list.
void tell_moved(const Desk& desk, store::Writer& db, const Programme& programme,
                const Cohort& cohort, const std::vector<Moved>& moved);
/// To the organisation's leaders: yes, or no with the reason.
void tell_decided(const Desk& desk, store::Writer& db, const Programme& programme,
                  const Cohort& cohort, const Application& application, bool accepted,
                  const std::string& reason);
/// To the faculty: a team has withdrawn.
void tell_withdrawn(const Desk& desk, store::Writer& db, const Programme& programme,
                    const Cohort& cohort, OrganisationId organisation, const std::string& reason);

}  // namespace primum::programmes
