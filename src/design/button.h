#pragma once
// Buttons, and links that look like one.

#include <cstdint>
#include <optional>

#include "design/text.h"

namespace primum::design {

enum class ButtonLook : std::uint8_t {
    primary,  ///< the one thing to do next: one on a page
    secondary,
    secondary_solid,  ///< on coloured backgrounds
    reverse,          ///< on dark backgrounds
    brand,
    login,
    warning,  ///< what cannot be undone
};

struct Button {
    Content label;
    ButtonLook look = ButtonLook::primary;
    std::optional<html::Url> where;  ///< leads there, rather than sending the form
    Text name;                       ///< with value: tells which of two buttons was pressed
    Text value;
    bool small = false;
    bool disabled = false;
    bool once = false;  ///< a second click within a second does nothing, where there is JavaScript
    Text id;
    Text classes;
};
html::Html button(const Button& button);

/// Buttons side by side, below each other on a phone.
html::Html button_group(const html::Html& buttons);

}  // namespace primum::design
