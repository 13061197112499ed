#pragma once
// What must stand out from the words around it: inset text, a warning, a panel.

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

html::Html inset_text(const View& view, const html::Html& text);

/// "Important: HEADING", or "Important" alone, and what to be careful about.
html::Html warning_callout(const View& view, const Content& heading, const html::Html& text,
                           int level = 3);

/// A green panel: what a person set out to do is done.
html::Html panel(const Content& heading, const Content& text = {});

}  // namespace primum::design
