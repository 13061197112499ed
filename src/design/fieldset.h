#pragma once
// Questions that belong together, under one legend.

#include "design/heading.h"
#include "design/text.h"

namespace primum::design {

struct Fieldset {
    Label legend;
    Text described_by;  ///< ids of hints and errors, with spaces between
    Text role;
};
html::Html fieldset(const Fieldset& fieldset, const html::Html& fields);

}  // namespace primum::design
