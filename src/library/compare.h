#pragma once
// What two texts have in common, word by word.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace primum::library {

struct Piece {
    enum class What : std::uint8_t { same, removed, added };
    What what;
    std::string text;  ///< whole words with one space between
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// The pieces of which the same and the removed make the old text, the same and the added the new:
/// as few words as can be are removed and added. Where the texts are very long, all of the old is
/// removed and all of the new added.
std::vector<Piece> compare(std::string_view before, std::string_view after);

}  // namespace primum::library
