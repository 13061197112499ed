#pragma once
// A programme: what it is, its template, its cohorts with their days, and what it asks of teams.
//
// Every change of a known thing compares its rev and answers false, having done nothing, where
// somebody else has changed it since. The caller has asked whether the programme's owner may be
// changed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::programmes {

struct Programme;
using ProgrammeId = Id<Programme>;
struct Cohort;
using CohortId = Id<Cohort>;

enum class WaitingRule : std::uint8_t {
    complete_first,  ///< teams that have somebody for every role, then the order of sending
    order,           ///< the order of sending
};

struct Programme {
    ProgrammeId id = {};
    std::string code;  ///< in addresses: "lips"
    OrganisationId owner = {};
    std::optional<Uuid> campaign;  ///< the one that it supports
    std::string name;              ///< "Leading Improvement in Patient Safety"
    std::string short_name;        ///< "LIPS"
    std::string summary;
    std::string supports;  ///< how it supports and complements the campaign
    std::string criteria;  ///< whom it is for
    std::string asked;     ///< what an application asks
    WaitingRule waiting_rule = WaitingRule::complete_first;
    std::string status = "open";  ///< "draft", "open", "closed"
    std::int64_t rev = 1;

    /// "LIPS", or its name where it has no short one.
    const std::string& called() const { return short_name.empty() ? name : short_name; }
};

/// A part of the template, or of a cohort, which has days.
struct Part {
    int position = 0;
    std::string part;   ///< "Core modules": several may belong to one
    std::string title;  ///< "Change packages of clinical interventions"
    std::string who;
    std::string kind;  ///< one of part_kinds()
    double length_days = 1;
    int starts_after_days = 0;  ///< of the template: after the cohort's first day
    Day starts = {};            ///< of a cohort
    Day ends = {};
    std::string output;   ///< what a team has at its end
    std::string prepare;  ///< what to read before
    std::int64_t rev = 1;
};

/// "prework", "academy", "module", "followup", "masterclass", "session", "action", "hold".
const std::vector<std::string>& part_kinds();
/// In English, for a catalogue.
const char* part_kind_label(std::string_view kind);

/// A task of the template, or of a cohort, where it has a day.
struct Task {
    int position = 0;
    std::string title;
    std::string help;
    int due_after_days = 0;  ///< of the template
    Day due = {};            ///< of a cohort
    std::int64_t rev = 1;
};

/// So many people of a role are needed, and so many are welcome.
struct TeamRole {
    std::string role;  ///< one of team_roles()
    int least = 0;
    int most = 1;
};

/// Every role that a team may have, as the database spells it.
const std::vector<std::string>& team_roles();
/// In English, for a catalogue: "Chief executive".
const char* team_role_label(std::string_view role);

/// What is looked at before a team applies.
struct Check {
    int position = 0;
    std::string kind;    ///< "campaign", "role", "assessment", "named"
    std::string code;    ///< an access::Role, or a level of self-assessment
    std::string weight;  ///< "off", "advisory", "required"
};

struct Cohort {
    CohortId id = {};
    ProgrammeId programme = {};
    int number = 1;
    Day starts = {};
    std::optional<Day> ends;
    Day opens = {};               ///< applications may be sent from this day
    Day closes = {};              ///< to this one
    int places = 0;               ///< of whole teams
    std::string status = "open";  ///< "draft" is not shown; the others follow from the days
    std::int64_t rev = 1;

    bool public_() const { return status != "draft"; }
    bool takes_applications(Day day) const { return public_() && opens <= day && day <= closes; }
    bool begun(Day day) const { return starts <= day; }
    bool finished(Day day) const { return ends && *ends < day; }
};

/// "LIPS III".
std::string cohort_name(const Programme& programme, const Cohort& cohort);

/// All of them, by name; drafts too.
std::vector<Programme> programmes_of(const store::Reader& db);
/// Capitals make no difference.
std::optional<Programme> find_programme(const store::Reader& db, std::string_view code);
std::optional<Programme> find_programme(const store::Reader& db, ProgrammeId id);

std::vector<Part> template_of(const store::Reader& db, ProgrammeId programme);
std::vector<Task> template_tasks_of(const store::Reader& db, ProgrammeId programme);
std::vector<TeamRole> team_roles_of(const store::Reader& db, ProgrammeId programme);
std::vector<Check> checks_of(const store::Reader& db, ProgrammeId programme);

/// In the order of their numbers; drafts too.
std::vector<Cohort> cohorts_of(const store::Reader& db, ProgrammeId programme);
std::optional<Cohort> find_cohort(const store::Reader& db, ProgrammeId programme, int number);
std::optional<Cohort> find_cohort(const store::Reader& db, CohortId id);
std::vector<Part> parts_of(const store::Reader& db, CohortId cohort);
std::vector<Task> tasks_of(const store::Reader& db, CohortId cohort);

/// A programme in the way of a template of the library, "LIPS" or "BTS", with its parts, tasks,
/// roles and checks; `programme` says the rest. The code must not be taken.
ProgrammeId make_programme(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                           std::string_view template_code);
bool code_is_taken(const store::Reader& db, std::string_view code);
/// "Leading improvement" gives "leading-improvement"; "programme" where nothing is left.
std::string code_of(std::string_view name);

/// Puts it into the index of public pages, or takes it out where it is a draft.
void index(store::Writer& db, ProgrammeId programme);

bool save_programme(store::Writer& db, const store::Stamp& stamp, const Programme& programme);
bool save_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                        const Part& part);
bool save_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                        const Task& task);
void add_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                       Part part);
void add_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                       Task task);
bool remove_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                          const Part& part);
bool remove_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                          const Task& task);
/// Compare the programme's rev.
bool save_team_roles(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const std::vector<TeamRole>& roles);
bool save_checks(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                 const std::vector<Check>& checks);

/// The next cohort: every part of the template gets its days from the first one, and every task the
/// day by which it is to be done. `cohort` says starts, opens, closes, places and status.
CohortId open_cohort(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const Cohort& cohort);
/// Its days, places and status; its parts stay where they are. Where there are more places, teams
/// that wait get them: call enrolment.h's fill() in the same transaction.
bool save_cohort(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                 const Cohort& cohort);
/// The cohort ends with its last part.
bool save_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
               const Cohort& cohort, const Part& part);
/// Every team that has not done it has the new words and day.
bool save_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
               const Cohort& cohort, const Task& task);

}  // namespace primum::programmes
