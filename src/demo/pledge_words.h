#pragma once
// What trusts choose and promise when they join, in varied words.

#include <string>
#include <vector>

#include "base/random.h"

namespace primum::demo {

/// What a trust chose, and the words of its pledge.
struct Promise {
    std::vector<std::string> codes;
    std::string words;
};

/// Leadership, with one to three of the others and a part or two of each.
Promise promise(SeededRandom& chance);

/// Of who joins for the medicines alone.
std::string medicines_pledge(SeededRandom& chance);

}  // namespace primum::demo
