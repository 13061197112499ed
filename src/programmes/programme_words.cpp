// What the parts of a programme, the people of a team and cohorts are called.

#include "programmes/programme.h"

#include "language/language.h"
#include "programmes/numeral.h"

namespace primum::programmes {

namespace {

using language::sentence;

struct Labelled {
    const char* name;
    const char* label;
};

constexpr Labelled kPartKinds[] = {
    {"prework", "Pre-work"},        {"academy", "Executive academy"},
    {"module", "Core module"},      {"followup", "Follow-up day"},
    {"masterclass", "Masterclass"}, {"session", "Learning session"},
    {"action", "Action period"},    {"hold", "Holding the gains"},
};

constexpr Labelled kTeamRoles[] = {
    {"chief_executive", "Chief executive"},
    {"executive", "Another executive"},
    {"medical_director", "Medical director"},
    {"nursing_director", "Nursing director"},
    {"safety_manager", "Patient safety manager"},
    {"improvement_lead", "Improvement lead"},
    {"doctor", "Senior doctor"},
    {"nurse", "Senior nurse"},
    {"clinician", "Another clinician"},
    {"patient_partner", "Patient partner"},
};

// bin/words finds what stands in a table by this mark.
[[maybe_unused]] const char* const kSaid[] = {
    sentence("Pre-work"),
    sentence("Executive academy"),
    sentence("Core module"),
    sentence("Follow-up day"),
    sentence("Masterclass"),
    sentence("Learning session"),
    sentence("Action period"),
    sentence("Holding the gains"),
    sentence("Chief executive"),
    sentence("Another executive"),
    sentence("Medical director"),
    sentence("Nursing director"),
    sentence("Patient safety manager"),
    sentence("Improvement lead"),
    sentence("Senior doctor"),
    sentence("Senior nurse"),
    sentence("Another clinician"),
    sentence("Patient partner"),
};

template <std::size_t N>
std::vector<std::string> names_of(const Labelled (&all)[N]) {
    std::vector<std::string> names;
    for (const Labelled& one : all)
        names.emplace_back(one.name);
    return names;
}

template <std::size_t N>
const char* label_of(const Labelled (&all)[N], std::string_view name) {
    for (const Labelled& one : all)
        if (name == one.name) return one.label;
    return "";
}

}  // namespace

const std::vector<std::string>& part_kinds() {
    static const auto kNames = names_of(kPartKinds);
    return kNames;
}
const char* part_kind_label(std::string_view kind) {
    return label_of(kPartKinds, kind);
}
const std::vector<std::string>& team_roles() {
    static const auto kNames = names_of(kTeamRoles);
    return kNames;
}
const char* team_role_label(std::string_view role) {
    return label_of(kTeamRoles, role);
}

std::string cohort_name(const Programme& programme, const Cohort& cohort) {
    return programme.called() + " " + roman(cohort.number);
}

}  // namespace primum::programmes
