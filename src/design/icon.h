#pragma once
// Small drawings of our own beside words, in the colour of the words. Screen readers skip them.

#include <cstdint>

#include "html/html.h"

namespace primum::design {

enum class Icon : std::uint8_t {
    arrow_left,
    arrow_right,
    arrow_right_circle,
    chevron_right_circle,
    search,
    user
};

html::Html icon(Icon icon);

}  // namespace primum::design
