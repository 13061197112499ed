#pragma once
// Sending a file, and what an import of it would do.

#include <string_view>

#include "access/context.h"
#include "base/problems.h"
#include "organisations/here.h"
#include "organisations/plan.h"
#include "organisations/waiting_import.h"

namespace primum::organisations {

/// Asks for a file.
html::Html file_page(const access::Context& context, const Here& here, std::string_view kind,
                     const Problems& problems);

/// What it would do. Confirming carries it out.
html::Html plan_page(const access::Context& context, const Here& here, const Plan& plan,
                     const WaitingImport& import);

}  // namespace primum::organisations
