#pragma once
// Questions that are answered in sentences.

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Textarea {
    Text name;
    Label label;
    Content hint;
    Text value;
    Text error;
    int rows = 5;
    int most_characters =
        0;  ///< 0: no limit; otherwise said, and counted where there is JavaScript
    bool disabled = false;
    Text autocomplete;
    Text classes;
};
html::Html textarea(const View& view, const Textarea& textarea);

}  // namespace primum::design
