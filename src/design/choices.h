#pragma once
// Radios: one of a few. Checkboxes: any of a few.

#include <string>
#include <vector>

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Choice {
    Text value;
    Content label;
    Content hint;
    html::Html then_ask;  ///< questions that appear when this is chosen
    Text divider;         ///< "or": stands here instead of a choice
    bool disabled = false;
    bool none_of_these = false;  ///< checkboxes: ticking it clears the others
};

struct Radios {
    Text name;  ///< also the id of the first radio: what an error summary links to
    Label legend;
    Content hint;
    std::vector<Choice> choices;
    Text value;  ///< of the choice that is chosen
    Text error;
    bool inline_ = false;  ///< side by side: for two short choices
    bool small = false;
};
html::Html radios(const View& view, const Radios& radios);

struct Checkboxes {
    Text name;
    Label legend;  ///< may be left out for a single checkbox, which its own label explains
    Content hint;
    std::vector<Choice> choices;
    std::vector<std::string> values;  ///< of the choices that are ticked
    Text error;
    bool inline_ = false;
    bool small = false;
    Text id;  ///< other than the name: where several groups on a page share theirs
};
html::Html checkboxes(const View& view, const Checkboxes& checkboxes);

}  // namespace primum::design
