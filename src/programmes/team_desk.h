#pragma once
// What the pages of a team's own organisation have in common.

#include <optional>
#include <string_view>

#include "access/context.h"
#include "html/html.h"
#include "http/message.h"
#include "programmes/enrolment.h"
#include "programmes/workspace.h"

namespace primum::programmes {

/// A team, and where its organisation works with it.
struct TeamDesk {
    Workspace workspace;
    Enrolment enrolment;
};

/// Nothing where the organisation has no team on the cohort that the address names.
std::optional<TeamDesk> team_desk(const http::Request& request, const access::Context& context);

/// The team's page, where it says what has just been done.
html::Url after(const TeamDesk& desk, std::string_view done);
html::Html back_to_team(const access::Context& context, const TeamDesk& desk);

}  // namespace primum::programmes
