#pragma once
// What people, teams, organisations and boards can do, in their own eyes.
//
// Private to its owner: a person's own is read by that person and by nobody else, whatever their
// role; a team's, an organisation's and a board's by those who lead that organisation, which those
// above it do not. Every statement here says so itself. The faculty reads what an organisation has
// shared, until it takes that back; a person's own is never shared.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programmes/programme.h"
#include "store/audit.h"

namespace primum::programmes {

enum class Level : std::uint8_t { individual, team, organisation, board };
inline constexpr std::array kLevels = {Level::individual, Level::team, Level::organisation,
                                       Level::board};
std::string_view name(Level level);
std::optional<Level> parse_level(std::string_view name);

inline constexpr int kSteps = 5;

/// A row of the library's set "capability".
struct Capability {
    std::string code;
    std::string domain;  ///< "Variation"
    std::string skill;   ///< "Read a run chart and a control chart and say what to do next"
    std::array<std::string, kSteps> steps;  ///< what each level means, from 1
};
std::vector<Capability> capabilities_of(const store::Reader& db, Level level, Day day);

struct Assessment;
using AssessmentId = Id<Assessment>;

struct Assessment {
    AssessmentId id = {};
    OrganisationId organisation = {};
    Level level = Level::individual;
    Day made_on = {};
    std::map<std::string, int> answers;  ///< code to level, from 1 to 5
    bool finished = false;
    bool shared = false;
    std::int64_t rev = 1;
};

struct Gap;
using GapId = Id<Gap>;

/// What somebody does to get from one level to another.
struct Gap {
    GapId id = {};
    AssessmentId assessment = {};
    std::string capability;
    int to_level = 1;
    std::string action;
    std::optional<Day> by;
    std::optional<Day> done_on;
    std::int64_t rev = 1;
};

/// Who asks, on which day.
struct Asker {
    PersonId person;
    Day today;
};

/// Whether somebody leads this very organisation: its chief executive, executives, medical and
/// nursing directors, improvement lead.
bool leads(const store::Reader& db, const store::Readable& organisation, const Asker& asker);

/// Of a level, the earliest first; those only that the asker may read. Drafts too.
std::vector<Assessment> assessments_of(const store::Reader& db, const store::Readable& organisation,
                                       Level level, const Asker& asker);
std::optional<Assessment> find_assessment(const store::Reader& db,
                                          const store::Readable& organisation, Level level,
                                          AssessmentId id, const Asker& asker);
/// The plans of these assessments, open ones first.
std::vector<Gap> gaps_of(const store::Reader& db, const store::Readable& organisation, Level level,
                         const Asker& asker);

/// Whether an organisation has finished one of a level other than a person's.
bool has_assessed(const store::Reader& db, const store::Readable& organisation, Level level);

/// Those finished ones that organisations enrolled in a cohort share with the faculty.
struct SharedAssessment {
    std::string organisation_name;
    Assessment assessment;
};
std::vector<SharedAssessment> shared_with(const store::Reader& db, CohortId cohort, Day day);

/// A new one (a nil id), or more of a draft. Nothing where the asker may not, or where somebody
/// else has changed it since, or it is finished.
std::optional<AssessmentId> save_assessment(store::Writer& db, const store::Writable& organisation,
                                            const store::Stamp& stamp, const Asker& asker,
                                            const Assessment& assessment);
/// False for a person's own, and where it has changed since.
bool share(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
           const Asker& asker, const Assessment& assessment, bool shared);
/// The caller has found the assessment through find_assessment.
void add_gap(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Assessment& assessment, const Gap& gap);
bool tick_gap(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Gap& gap, std::optional<Day> done_on);

}  // namespace primum::programmes
