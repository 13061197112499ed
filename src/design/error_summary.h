#pragma once
// Everything that is wrong with a form, at the top of its page.

#include "base/problems.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

/// Nothing where there are no problems. Each leads to the field it is about, by the field's name.
html::Html error_summary(const View& view, const Problems& problems);

}  // namespace primum::design
