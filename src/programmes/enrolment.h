#pragma once
// Who is on a programme: dated facts, and how teams come to a place.
//
// The rule for places is published (place_rules() in words.h says it in words): one place is for
// one whole team. Whoever sends an application gets a place at once while there is one, and is on
// the waiting list otherwise. When a place becomes free before the cohort begins, the first whole
// team of the list gets it, in the same transaction.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "base/id.h"
#include "base/instant.h"
#include "programmes/programme.h"
#include "store/audit.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::programmes {

struct Enrolment;
using EnrolmentId = Id<Enrolment>;
struct Application;
using ApplicationId = Id<Application>;

// Facts ------------------------------------------------------------------------------------------

/// An organisation's team on a cohort, from the day on which it was accepted until it leaves.
/// Having finished the cohort is not leaving.
struct Enrolment {
    EnrolmentId id = {};
    OrganisationId organisation = {};
    std::string name;  ///< of the organisation
    ProgrammeId programme = {};
    CohortId cohort = {};
    int number = 1;  ///< of the cohort
    Day from = {};
    std::optional<Day> until;  ///< last day; absent where it goes on
    std::string ended_because;
    std::int64_t rev = 1;

    bool on(Day day) const { return from <= day && (!until || day <= *until); }
};

bool is_enrolled(const store::Reader& db, OrganisationId organisation, ProgrammeId programme,
                 Day day);
/// Each once, by name.
std::vector<OrganisationId> enrolled_of(const store::Reader& db, ProgrammeId programme, Day day);
/// Every enrolment there was, is or will be, the earliest first.
std::vector<Enrolment> enrolments_of(const store::Reader& db, ProgrammeId programme);
/// On a day, by name of organisation.
std::vector<Enrolment> teams_of(const store::Reader& db, CohortId cohort, Day day);
/// Of one organisation, the latest first.
std::vector<Enrolment> enrolments_of(const store::Reader& db, const store::Readable& organisation);
std::optional<Enrolment> find_enrolment(const store::Reader& db,
                                        const store::Readable& organisation, CohortId cohort,
                                        Day day);

// Applications -----------------------------------------------------------------------------------

enum class State : std::uint8_t { draft, sent, waiting, accepted, declined, withdrawn };
std::string_view name(State state);

struct Application {
    ApplicationId id = {};
    OrganisationId organisation = {};
    std::string organisation_name;
    CohortId cohort = {};
    State state = State::draft;
    std::string why;
    std::string aims;
    std::string sponsor;  ///< name of the chief executive
    std::optional<Instant> sponsored_at;
    std::map<std::string, std::string> who;  ///< role to names, one a line
    std::optional<Instant> sent_at;
    std::optional<PersonId> sent_by;
    std::int64_t queued = 0;  ///< order of sending in its cohort, from 1
    int priority = 0;         ///< 1 where the team was complete
    std::optional<Instant> decided_at;
    std::string reason;  ///< why it was declined or withdrawn
    std::int64_t rev = 1;

    bool open() const { return state == State::sent || state == State::waiting; }
    bool holds_place() const { return state == State::sent || state == State::accepted; }
};

/// How many names stand in a field with one a line.
int names_in(std::string_view lines);
/// Whether there are names for as many of each role as are needed.
bool is_complete(const std::map<std::string, std::string>& who, const std::vector<TeamRole>& roles);

std::optional<Application> find_application(const store::Reader& db,
                                            const store::Readable& organisation, CohortId cohort);
/// For whoever keeps the programme: those that were sent, waiting ones in the order of the list.
/// Drafts and what is written in them stay with who writes them.
std::vector<Application> applications_of(const store::Reader& db, CohortId cohort);
std::optional<Application> find_sent_application(const store::Reader& db, CohortId cohort,
                                                 ApplicationId id);
/// Of one organisation, the latest cohort first.
std::vector<Application> applications_of(const store::Reader& db,
                                         const store::Readable& organisation);

/// How a cohort's places stand.
struct Places {
    int all = 0;
    int taken = 0;  ///< of teams that are enrolled, or whose application holds a place
    int waiting = 0;
    int left() const { return all > taken ? all - taken : 0; }
};
Places places_of(const store::Reader& db, const Cohort& cohort);
/// From 1; 0 where it does not wait.
int place_in_queue(const store::Reader& db, const Application& application);

/// Keeps what was written, as a draft, or of an application that waits or is being read: then who
/// will come may make the team complete, and move it up. Nothing where somebody else has changed
/// it since.
std::optional<ApplicationId> save_draft(store::Writer& db, const store::Writable& organisation,
                                        const store::Stamp& stamp, const Application& application,
                                        const std::vector<TeamRole>& roles, WaitingRule rule);
/// Gives it a place, or puts it on the waiting list. Refused where the cohort takes none.
Checked<State> send(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Cohort& cohort, ApplicationId application,
                    const std::vector<TeamRole>& roles, WaitingRule rule, Day today);
/// The chief executive agrees to be the sponsor.
bool sponsor(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Application& application, std::string_view sponsor_name);

/// A team that moved up from the waiting list: somebody should write to it.
struct Moved {
    OrganisationId organisation;
    ApplicationId application;
};
/// Gives places that are free to the teams that wait, in their order, while the cohort has not
/// begun.
std::vector<Moved> fill(store::Writer& db, const store::Stamp& stamp, const Cohort& cohort,
                        Day today);

/// Enrols the team from today, with places for who was named and the cohort's tasks. Refused where
/// it holds no place, or has changed since.
Checked<EnrolmentId> accept(store::Writer& db, const store::Stamp& stamp,
                            const Programme& programme, const Cohort& cohort,
                            const Application& application, Day today);
/// False where it has changed since. The place is free again: fill().
bool decline(store::Writer& db, const store::Stamp& stamp, const Application& application,
             std::string_view reason);
bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Application& application, std::string_view reason);
/// Ends an enrolment on its last day. The place is free again: fill().
bool leave(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
           const Enrolment& enrolment, Day last_day, std::string_view because);

/// What becomes of teams and applications where one organisation goes on as another.
void merged(store::Writer& db, const store::Writable& from, const store::Writable& into,
            const store::Stamp& stamp, Day on);

}  // namespace primum::programmes
