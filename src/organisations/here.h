#pragma once
// The organisation that a request is about, and what the person who asks may do there.

#include <optional>
#include <vector>

#include "access/context.h"
#include "http/message.h"
#include "organisations/organisation.h"

namespace primum::organisations {

struct Here {
    Organisation organisation;
    Kinds kinds;
    std::vector<Organisation> path;           ///< above it today, the top first
    std::vector<access::Role> roles;          ///< held at it or above it today by who asks
    std::vector<access::Role> roles_to_give;  ///< which they may give to others here
    bool may_keep = false;                    ///< change it and what lies below
    bool may_import = false;

    const OrganisationId& id() const { return organisation.id; }
    const Kind& kind() const { return *kinds.find(organisation.kind); }
};

/// Nothing where {id} names no organisation, or none that this person may see by this route: the
/// two cannot be told apart.
std::optional<Here> here(const http::Request& request, const access::Context& context);

/// The same for an organisation that a form names.
std::optional<Organisation> readable(const access::Context& context, std::string_view id);

}  // namespace primum::organisations
