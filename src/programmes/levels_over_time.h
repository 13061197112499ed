#pragma once
// The picture of abilities over time.

#include <vector>

#include "access/context.h"
#include "html/html.h"
#include "programmes/capability.h"

namespace primum::programmes {

/// A small picture an ability, with the same in words.
html::Html over_time(const access::Context& context, const std::vector<Capability>& capabilities,
                     const std::vector<Assessment>& finished);

}  // namespace primum::programmes
