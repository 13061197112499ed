#pragma once
// From the bytes of a file to UTF-8 text.

#include <cstdint>
#include <string>

#include "base/checked.h"

namespace primum::csv {

enum class Encoding : std::uint8_t {
    utf8,
    windows_1252,  ///< what Excel saves as "CSV" in western Europe
    utf16,         ///< what Excel saves as "Unicode text"
};

struct Text {
    std::string utf8;  ///< without a byte order mark
    Encoding encoding = Encoding::utf8;
};

/// The text of a file. A byte order mark decides; without one it is UTF-8 when it is valid UTF-8,
/// and Windows-1252 otherwise. Refuses what is neither, and text that holds NUL characters.
Checked<Text> to_text(std::string bytes);

}  // namespace primum::csv
