#pragma once
// The doors that every page shows.

#include <optional>
#include <vector>

#include "access/context.h"
#include "design/view.h"

namespace primum::site {

std::vector<design::MenuItem> menu(const design::View& view,
                                   const std::optional<access::Session>& session);

}  // namespace primum::site
