#pragma once
// What stories ask of chance, and what they must not find.

#include <stdexcept>

#include "base/random.h"

namespace primum::demo {

inline bool in_a_hundred(SeededRandom& chance, unsigned of_hundred) {
    constexpr unsigned kHundred = 100;
    return chance.below(kHundred) < of_hundred;
}

/// A step of a story that the room refused: the story is wrong.
inline void must(bool happened) {
    if (!happened) throw std::logic_error("Something of the campaign's story cannot have been.");
}

}  // namespace primum::demo
