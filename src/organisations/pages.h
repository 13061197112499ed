#pragma once
// What people see of organisations.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "organisations/here.h"
#include "organisations/history.h"
#include "organisations/invitations.h"
#include "organisations/members.h"
#include "organisations/tree.h"

namespace primum::organisations {

inline constexpr std::size_t kOnAPage = 25;

/// One of the organisations where somebody holds roles.
struct Mine {
    Organisation organisation;
    std::vector<access::Role> roles;
};
html::Html mine_page(const access::Context& context, const Kinds& kinds,
                     const std::vector<Mine>& mine, const html::Html& waiting,
                     const std::string& search, const std::vector<Organisation>& found);

/// Everything that an organisation's page shows.
struct Portrait {
    Here here;
    std::string name;  ///< on the day that is shown
    std::vector<Identifier> identifiers;
    std::vector<FormerName> former_names;
    std::vector<Relative> successors;
    std::vector<Relative> predecessors;
    std::vector<Membership> members;
    std::vector<Invitation> invitations;  ///< not accepted yet; for those who may give roles
    Wanted wanted;
    bool searched = false;  ///< somebody asked for what lies below in particular
    std::vector<Organisation> below;
    std::size_t count = 0;
    std::size_t page = 1;
    std::string done;        ///< what has just been done
    html::Html panels = {};  ///< what other rooms say of it
};
html::Html organisation_page(const access::Context& context, const Portrait& portrait);

/// Rows of organisations with their links, kinds, codes and whether they are open.
html::Html organisation_table(const access::Context& context, const Kinds& kinds,
                              const std::string& caption,
                              const std::vector<Organisation>& organisations, Day day);

/// "Trust", in the reader's language.
std::string kind_label(const design::View& view, const Kinds& kinds, std::string_view kind);

}  // namespace primum::organisations
