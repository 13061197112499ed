#pragma once
// What the tables of enrolments and applications have in common.

#include <map>
#include <string>
#include <string_view>

#include "programmes/enrolment.h"
#include "programmes/named.h"
#include "store/scope.h"

namespace primum::programmes {

store::Everywhere everywhere();
store::Everywhere every_application();

/// Records what has become of a team or an application.
void note(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
          std::string_view action, std::string_view object, State state,
          std::string_view reason = "");

/// The only number of a row.
int count(const store::Row& row);

/// Who will come, as an application keeps it.
std::string written(const std::map<std::string, std::string>& who);
/// False where it has changed since.
bool set_state(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
               const Application& application, State state, std::string_view reason);

/// A team without anybody on it yet.
EnrolmentId enrol(store::Writer& db, const store::Writable& owner, ProgrammeId programme,
                  CohortId cohort, Day from);
/// Somebody takes a place of it.
void seat(store::Writer& db, const store::Writable& owner, EnrolmentId enrolment,
          std::string_view role, const Named& person, Day from);
/// The team has something to do.
void give_task(store::Writer& db, const store::Writable& owner, EnrolmentId enrolment,
               const Task& task);

}  // namespace primum::programmes
