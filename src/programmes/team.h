#pragma once
// Who is on a team, what they came to, and what the team has to do.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "programmes/enrolment.h"

namespace primum::programmes {

struct Seat;
using SeatId = Id<Seat>;

/// Somebody's place on a team, from a day to a day.
struct Seat {
    SeatId id = {};
    std::string role;
    std::string name;
    std::string email;               ///< may be empty
    std::optional<PersonId> person;  ///< their account, where they have one
    Day from = {};
    std::optional<Day> until;
    std::int64_t rev = 1;
};

/// The seats of a role: those that are taken, and how many are still needed.
struct RoleSeats {
    TeamRole role;
    std::vector<Seat> seats;
    int missing() const { return std::max(0, role.least - static_cast<int>(seats.size())); }
    int free() const { return std::max(0, role.most - static_cast<int>(seats.size())); }
};

/// A team by role on a day. Roles that the programme no longer has are last, without limits.
struct Team {
    std::vector<RoleSeats> roles;
    int needed() const;
    int missing() const;
    bool complete() const { return missing() == 0; }
};

Team team_of(const store::Reader& db, const store::Readable& organisation,
             const Enrolment& enrolment, Day day);
/// Whoever was on it before, the latest first.
std::vector<Seat> former_seats_of(const store::Reader& db, const store::Readable& organisation,
                                  EnrolmentId enrolment, Day day);
std::optional<Seat> find_seat(const store::Reader& db, const store::Readable& organisation,
                              EnrolmentId enrolment, SeatId id);

/// Refused where the role has no free seat.
Checked<SeatId> take_seat(store::Writer& db, const store::Writable& organisation,
                          const store::Stamp& stamp, const Enrolment& enrolment, const Seat& seat);
/// Corrects a name or an address. False where somebody else has changed it since.
bool correct_seat(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const Seat& seat);
/// Somebody else has it from a day on; the row of who had it stays, with a last day.
bool replace_seat(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const Enrolment& enrolment, const Seat& seat, const Seat& next);
/// Nobody has it after its last day.
bool end_seat(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Seat& seat, Day last);

// Attendance -------------------------------------------------------------------------------------

/// Whether somebody with that role is expected at a part of that kind.
bool expects(std::string_view kind, std::string_view role);

struct Presence {
    std::optional<bool> attended;
    std::optional<bool> prepared;
};
/// By seat and position of the part.
using Presences = std::map<std::pair<SeatId, int>, Presence>;
Presences presences_of(const store::Reader& db, const store::Readable& organisation,
                       EnrolmentId enrolment);

/// Everybody of a cohort who had a seat on the day of a part, by organisation and role.
struct Attender {
    OrganisationId organisation = {};
    std::string organisation_name;
    Seat seat;
    Presence presence;
};
std::vector<Attender> attenders_of(const store::Reader& db, CohortId cohort, const Part& part);

/// As the faculty saw it; seats that are not of this cohort are left alone.
struct Seen {
    SeatId seat;
    bool attended = false;
    bool prepared = false;
};
void save_attendance(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const Cohort& cohort, const Part& part, const std::vector<Seen>& seen);

/// Of those who were expected at parts that are over and have been entered.
struct Completion {
    int expected = 0;
    int attended = 0;
    int prepared = 0;
};
Completion completion_of(const Team& team, const std::vector<Part>& parts,
                         const Presences& presences, Day today);

// Tasks ------------------------------------------------------------------------------------------

struct TeamTask;
using TeamTaskId = Id<TeamTask>;

struct TeamTask {
    TeamTaskId id = {};
    std::string title;
    std::string help;
    Day due = {};
    std::optional<Day> done_on;
    std::string done_by;  ///< a name
    std::int64_t rev = 1;

    bool overdue(Day today) const { return !done_on && due < today; }
};
std::vector<TeamTask> tasks_of(const store::Reader& db, const store::Readable& organisation,
                               EnrolmentId enrolment);
/// Done on a day, or not done after all. False where somebody else has changed it since.
bool tick(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
          TeamTaskId task, std::int64_t rev, std::optional<Day> done_on);
/// A task of the team's own.
void add_task(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              EnrolmentId enrolment, std::string_view title, Day due);

}  // namespace primum::programmes
