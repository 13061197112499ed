#pragma once
// What somebody looks for, made of whatever they typed.

#include <string>
#include <string_view>

namespace primum::search {

inline constexpr std::size_t kMostWords = 12;

struct Question {
    std::string words;              ///< letters and digits, one space between words; may be empty
    bool shortened = false;         ///< there were more than kMostWords
    bool only_small_words = false;  ///< "the", "of": there were words, and none says anything
};

/// Everything but letters and digits separates words; words as frequent as "the" are left out,
/// since every page has them. Any text is fine, also none, also what is not UTF-8.
Question read_question(std::string_view typed);

}  // namespace primum::search
