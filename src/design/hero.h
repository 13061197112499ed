#pragma once
// The top of a public page: what this is, and what to do first.

#include "design/text.h"

namespace primum::design {

struct Hero {
    Content heading;
    Content text;
    html::Html actions;  ///< buttons and links
    html::Html beside;   ///< a picture or figures, to the right on a wide screen
};
html::Html hero(const Hero& hero);

/// For beside a hero's words: a chart whose harm steps down and stays there. Decoration only, for
/// wide screens.
html::Html falling_chart();

/// One part of a public page, from edge to edge; every second one may be shaded.
html::Html section(const html::Html& content, bool shaded = false);

}  // namespace primum::design
