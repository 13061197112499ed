#pragma once
// What only some readers need: folded away under a line that says what it is.

#include "design/text.h"

namespace primum::design {

struct Details {
    Content summary;
    bool open = false;
    bool expander = false;  ///< larger, with a border: for parts of a page
    Text id;
};
html::Html details(const Details& details, const html::Html& text);

}  // namespace primum::design
