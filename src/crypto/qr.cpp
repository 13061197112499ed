#include "crypto/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace primum::crypto {

Qr qr_code(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        ::QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &::QRcode_free);
    if (!code) throw std::invalid_argument("too long for a QR code");

    Qr qr{static_cast<unsigned>(code->width), {}};
    const auto dark = [&](unsigned x, unsigned y) {
        return (code->data[y * qr.width + x] & 1) != 0;  // the lowest bit is the colour
    };
    for (unsigned y = 0; y < qr.width; ++y) {
        for (unsigned x = 0; x < qr.width; ++x) {
            if (!dark(x, y)) continue;
            unsigned run = 1;
            while (x + run < qr.width && dark(x + run, y))
                ++run;
            qr.path += "M" + std::to_string(x) + " " + std::to_string(y) + "h" +
                       std::to_string(run) + "v1h-" + std::to_string(run) + "z";
            x += run - 1;
        }
    }
    return qr;
}

}  // namespace primum::crypto
