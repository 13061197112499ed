#pragma once
// What a series says, in words.

#include <cstddef>
#include <string>

#include "chart/number.h"
#include "datasets/study.h"

namespace primum::datasets {

/// The reading of one series: one true sentence. `format` is number_format(study), which takes a
/// look at every value and so is worth keeping.
std::string sentence_of(const Study& study, std::size_t member, chart::NumberFormat format);

/// What ordinary variation means for the target, in one sentence; empty without an assurance.
std::string target_sentence_of(const Study& study, std::size_t member, chart::NumberFormat format);

}  // namespace primum::datasets
