#pragma once
// What is wrong with one answer, above where it was typed.

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

/// `sentence` is English and is said in the reader's language, as sentences of Problems are.
html::Html error_message(const View& view, const Text& sentence, const Text& id);

}  // namespace primum::design
