#include "organisations/here.h"

#include <algorithm>

#include "access/policy.h"
#include "organisations/giving.h"
#include "organisations/members.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

bool any_of(const std::vector<access::Role>& held, const access::RoleSet& wanted) {
    return std::ranges::any_of(held, [&](access::Role role) { return wanted.has(role); });
}

}  // namespace

std::optional<Organisation> readable(const access::Context& context, std::string_view id) {
    const auto parsed = OrganisationId::parse(id);
    if (!parsed || !context.scope.can_read(*parsed)) return {};
    return find_organisation(context.db, *parsed);
}

std::optional<Here> here(const http::Request& request, const access::Context& context) {
    auto organisation = readable(context, request.part("id"));
    if (!organisation) return {};
    Here found{.organisation = std::move(*organisation),
               .kinds = kinds_of(context.db),
               .path = {},
               .roles = {},
               .roles_to_give = {}};
    found.path = path_to(context.db, found.id(), context.today);
    found.roles = roles_over(context.db, context.person(), found.id(), context.today);
    found.roles_to_give = may_give(found.roles);
    found.may_keep = any_of(found.roles, access::policy::organisation_keepers.roles);
    found.may_import = any_of(found.roles, access::policy::administrators.roles);
    return found;
}

}  // namespace primum::organisations
