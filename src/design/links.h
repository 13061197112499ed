#pragma once
// Ways to other pages.

#include <optional>
#include <vector>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Crumb {
    Content label;
    html::Url where;
};
/// The pages above this one, from the top; this one is not among them.
html::Html breadcrumb(const View& view, const std::vector<Crumb>& crumbs);

/// "Back", where a person came from one place only.
html::Html back_link(const View& view, const html::Url& where);

/// A link among words. `hidden_words` are read aloud after it, where it alone would not say enough.
html::Html link(const html::Url& where, const Content& words, const Text& hidden_words = {});

/// One thing to start from a page of words.
html::Html action_link(const Content& label, const html::Url& where);

}  // namespace primum::design
