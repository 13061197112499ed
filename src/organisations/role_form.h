#pragma once
// The forms about roles: giving one, and ending one.

#include <string>

#include "access/context.h"
#include "organisations/here.h"
#include "organisations/invitations.h"
#include "organisations/members.h"
#include "organisations/typed_day.h"

namespace primum::organisations {

struct RoleForm {
    std::string email;
    std::string role;
    TypedDay from;
    TypedDay until;

    static RoleForm from_fields(const http::Form& form);
};

/// What is to be given: an invitation, which becomes a role at once where the address has an
/// account.
Valid<Invitation> check(const RoleForm& form, const std::vector<access::Role>& may_be_given);

html::Html role_page(const access::Context& context, const Here& here, const RoleForm& form,
                     const Problems& problems);

/// The link of an invitation, where no letter can be sent.
html::Html link_page(const access::Context& context, const Here& here, const std::string& email,
                     const std::string& link);

html::Html end_page(const access::Context& context, const Here& here, const Membership& member,
                    const TypedDay& last, const Problems& problems);

}  // namespace primum::organisations
