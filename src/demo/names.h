#pragma once
// Invented names for a country that does not exist. Any likeness to a real place is chance.

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/random.h"

namespace primum::demo {

/// One of a list, by chance.
std::string_view pick(SeededRandom& random, std::span<const std::string_view> words);

/// Towns, each given once.
class Towns {
public:
    explicit Towns(SeededRandom& random) : random_(random) {}
    std::string next();

private:
    SeededRandom& random_;
    std::unordered_set<std::string> given_;
};

/// "Rosalind Achebe", and so on, from many places of the world; names may come twice.
struct FullName {
    std::string first;
    std::string last;
};
FullName person_name(SeededRandom& random);

/// Four words and a number: for the sign-ins of a demonstration only.
std::string passphrase(SeededRandom& random);

}  // namespace primum::demo
