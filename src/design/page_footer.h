#pragma once
// The bottom of every page: languages, and what the installation adds.

#include "design/view.h"

namespace primum::design {

/// Each language leads to /language/CODE?return=PATH, in its own name.
html::Html page_footer(const View& view, const html::Html& more);

}  // namespace primum::design
