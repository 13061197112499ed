#pragma once
// Every component in every state: what developers look at, and what tests look at as readers do.

#include <vector>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Example {
    Text
        component;  ///< "Button": the same for all states of one component, which follow each other
    Text state;
    html::Html markup;
};
std::vector<Example> examples(const View& view);

/// All of them on one page, with a list of contents.
html::Html gallery(const View& view);

/// A page for the public, a form that came back with problems, and a page of work: whole pages, to
/// see components together.
html::Html example_public_page(const View& view);
html::Html example_form_page(const View& view);
html::Html example_work_page(const View& view);

}  // namespace primum::design
