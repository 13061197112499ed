#pragma once
// A small piece of content that stands for itself.

#include <cstdint>
#include <optional>
#include <vector>

#include "design/heading.h"
#include "design/text.h"

namespace primum::design {

enum class CardLook : std::uint8_t { plain, feature, primary, secondary };

struct Card {
    Content heading;
    int level = 2;
    Size size = Size::m;
    std::optional<html::Url> where;  ///< the whole card leads there
    Content text;                    ///< a paragraph
    html::Html body;                 ///< instead of it
    CardLook look = CardLook::plain;
    Text id;
    Text classes;
};
html::Html card(const Card& card);

/// Cards side by side and of one height: two, three or four in a row, one on a phone.
html::Html card_group(const std::vector<html::Html>& cards, int in_a_row = 3);

/// One large number with what it counts: for overviews.
struct Figure {
    Content number;
    Content what;
    Content detail;
};
html::Html figure_card(const Figure& figure);

}  // namespace primum::design
