#pragma once
// The rule for small numbers in words, for whoever sees what it has made of them.

#include "disclosure/rule.h"

namespace primum::measures {

/// "Numbers of people from 1 to 7 are shown as * …": English for a catalogue.
const char* rule_in_words(disclosure::Mode mode);

}  // namespace primum::measures
