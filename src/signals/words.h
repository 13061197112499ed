#pragma once
// Signals in words.

#include <string>

#include "design/view.h"
#include "html/html.h"
#include "signals/signal.h"

namespace primum::signals {

html::Html says_tag(const design::View& view, Says says);

/// What the rule found and what to ask; thanks for an improvement.
std::string says_words(const design::View& view, const Signal& signal);

/// "It was in the data: two wards were counted twice (Ann, 3 March 2026)".
std::string answer_words(const design::View& view, const Signal& signal);

}  // namespace primum::signals
