#pragma once
// A QR code to draw.

#include <string>
#include <string_view>

namespace primum::crypto {

struct Qr {
    unsigned width;    ///< modules, each way, without the quiet zone of 4 around it
    std::string path;  ///< the dark modules, as the `d` of an SVG path: a module is 1 by 1
};

/// Error correction M. Expects text that fits: up to 2,331 bytes.
Qr qr_code(const std::string& text);

}  // namespace primum::crypto
