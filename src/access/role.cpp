#include "access/role.h"

namespace primum::access {
namespace {

struct Words {
    Role role;
    std::string_view name;
    const char* label;
};

constexpr std::array<Words, kRoles> kWords = {{
    {Role::campaign_office, "campaign_office", "Campaign office"},
    {Role::programme_faculty, "programme_faculty", "Programme faculty"},
    {Role::chief_executive, "chief_executive", "Chief executive"},
    {Role::executive, "executive", "Executive"},
    {Role::medical_director, "medical_director", "Medical director"},
    {Role::nursing_director, "nursing_director", "Nursing director"},
    {Role::improvement_lead, "improvement_lead", "Improvement lead"},
    {Role::team_member, "team_member", "Team member"},
    {Role::analyst, "analyst", "Analyst"},
    {Role::patient_partner, "patient_partner", "Patient partner"},
    {Role::node_lead, "node_lead", "Node lead"},
    {Role::administrator, "administrator", "Administrator"},
}};

constexpr bool in_order_of_the_enumeration() {
    for (std::size_t i = 0; i < kRoles; ++i)
        if (static_cast<std::size_t>(kWords[i].role) != i) return false;
    return true;
}
static_assert(in_order_of_the_enumeration());

}  // namespace

const std::array<Role, kRoles>& all_roles() {
    static constexpr auto kAll = [] {
        std::array<Role, kRoles> roles{};
        for (std::size_t i = 0; i < kRoles; ++i)
            roles[i] = kWords[i].role;
        return roles;
    }();
    return kAll;
}

std::string_view name(Role role) {
    return kWords[static_cast<std::size_t>(role)].name;
}

const char* label(Role role) {
    return kWords[static_cast<std::size_t>(role)].label;
}

std::optional<Role> parse_role(std::string_view name) {
    for (const Words& words : kWords)
        if (words.name == name) return words.role;
    return std::nullopt;
}

}  // namespace primum::access
