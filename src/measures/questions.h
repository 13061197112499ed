#pragma once
// What a rule's finding means, and what to ask next. Questions, never causes: a chart knows when
// something changed, and not why.

#include <vector>

#include "spc/analysis.h"
#include "spc/options.h"

namespace primum::measures {

struct Questions {
    const char* means;  ///< English for a catalogue
    std::vector<const char*> ask;
};

/// For a signal that points this way, where this direction is better.
Questions questions_for(spc::Rule rule, spc::Reading reading);

/// For a chart on which no rule found anything.
Questions questions_for_ordinary_variation();

/// What a signal is, once the direction that is better is known.
spc::Reading reading_of(const spc::Signal& signal, spc::Better better);

}  // namespace primum::measures
