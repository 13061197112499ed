#pragma once
// One of a long list. For a short list, radios are easier.

#include <vector>

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Option {
    Text value;
    Text label;
    bool disabled = false;
};

struct Select {
    Text name;
    Label label;
    Content hint;
    std::vector<Option> options;
    Text value;  ///< of the option that is chosen
    Text error;
    bool disabled = false;
    Text classes;
};
html::Html select(const View& view, const Select& select);

}  // namespace primum::design
