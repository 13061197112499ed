#include "library/compare.h"

#include <algorithm>
#include <cstddef>

namespace primum::library {
namespace {

using What = Piece::What;
using Words = std::vector<std::string_view>;

// The table of the longest common run has a cell for each pair of words.
constexpr std::size_t kMostCells = 4'000'000;

Words words_of(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n\r";
    Words words;
    std::size_t begin = text.find_first_not_of(kSpace);
    while (begin != text.npos) {
        const std::size_t end = std::min(text.find_first_of(kSpace, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(kSpace, end);
    }
    return words;
}

void add(std::vector<Piece>& pieces, What what, std::string_view word) {
    if (pieces.empty() || pieces.back().what != what)
        pieces.push_back({what, std::string(word)});
    else
        pieces.back().text.append(1, ' ').append(word);
}

/// How many words the texts have in common, in their order, from each pair of words on.
class Common {
public:
    Common(const Words& before, const Words& after)
        : columns_(after.size() + 1), cells_((before.size() + 1) * columns_) {
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                cells_[i * columns_ + j] = before[i] == after[j]
                                               ? at(i + 1, j + 1) + 1
                                               : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::uint16_t at(std::size_t i, std::size_t j) const { return cells_[i * columns_ + j]; }

private:
    std::size_t columns_;
    std::vector<std::uint16_t> cells_;
};

}  // namespace

std::vector<Piece> compare(std::string_view before, std::string_view after) {
    const Words old_words = words_of(before);
    const Words new_words = words_of(after);
    std::vector<Piece> pieces;
    std::size_t i = 0;
    std::size_t j = 0;
    if ((old_words.size() + 1) * (new_words.size() + 1) <= kMostCells) {
        const Common common(old_words, new_words);
        while (i < old_words.size() && j < new_words.size()) {
            if (old_words[i] == new_words[j]) {
                add(pieces, What::same, old_words[i++]);
                ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                add(pieces, What::removed, old_words[i++]);
            } else {
                add(pieces, What::added, new_words[j++]);
            }
        }
    }
    while (i < old_words.size())
        add(pieces, What::removed, old_words[i++]);
    while (j < new_words.size())
        add(pieces, What::added, new_words[j++]);
    return pieces;
}

}  // namespace primum::library
