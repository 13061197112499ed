#pragma once
// What a series says, in words.

#include <cstddef>
#include <string>

#include "datasets/study.h"

namespace primum::datasets {

/// The reading of one series: one true sentence.
std::string sentence_of(const Study& study, std::size_t member);

}  // namespace primum::datasets
