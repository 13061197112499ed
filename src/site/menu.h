#pragma once
// The doors that every page shows.

#include <optional>

#include "access/context.h"
#include "design/view.h"

namespace primum::site {

/// Fills the menu and the footer; the door that leads to where the reader is, is marked.
void furnish(design::View& view, const std::optional<access::Session>& session);

}  // namespace primum::site
