#pragma once
// The status of something, in an adjective: "Open", "Closed". Never a link, never colour alone.

#include <cstdint>

#include "design/text.h"

namespace primum::design {

enum class Colour : std::uint8_t {
    standard,
    white,
    grey,
    green,
    aqua_green,
    blue,
    purple,
    pink,
    red,
    orange,
    yellow,
};

html::Html tag(const Content& status, Colour colour = Colour::standard);

}  // namespace primum::design
