#include "organisations/giving.h"

#include <algorithm>

namespace primum::organisations {
namespace {

using access::Role;
using access::RoleSet;

struct Rule {
    Role giver;
    RoleSet given;
};

// The campaign office runs the campaign but not the installation. A node lead helps the members of
// a network to begin. Chief executives and improvement leads know their own people.
constexpr Rule kRules[] = {
    {Role::administrator, RoleSet::all()},
    {Role::campaign_office,
     {Role::campaign_office, Role::programme_faculty, Role::chief_executive, Role::executive,
      Role::medical_director, Role::nursing_director, Role::improvement_lead, Role::team_member,
      Role::analyst, Role::patient_partner, Role::node_lead}},
    {Role::node_lead,
     {Role::programme_faculty, Role::chief_executive, Role::executive, Role::medical_director,
      Role::nursing_director, Role::improvement_lead, Role::team_member, Role::analyst,
      Role::patient_partner, Role::node_lead}},
    {Role::chief_executive,
     {Role::chief_executive, Role::executive, Role::medical_director, Role::nursing_director,
      Role::improvement_lead, Role::team_member, Role::analyst, Role::patient_partner}},
    {Role::improvement_lead,
     {Role::improvement_lead, Role::team_member, Role::analyst, Role::patient_partner}},
};

}  // namespace

bool may_give(Role giver, Role given) {
    return std::ranges::any_of(
        kRules, [&](const Rule& rule) { return rule.giver == giver && rule.given.has(given); });
}

std::vector<Role> may_give(const std::vector<Role>& held) {
    std::vector<Role> roles;
    for (const Role role : access::all_roles())
        if (std::ranges::any_of(held, [&](Role giver) { return may_give(giver, role); }))
            roles.push_back(role);
    return roles;
}

}  // namespace primum::organisations
