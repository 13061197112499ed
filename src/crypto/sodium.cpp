#include "crypto/sodium.h"

#include <stdexcept>

namespace primum::crypto {

void make_sodium_ready() {
    static const int ready = ::sodium_init();
    if (ready < 0) throw std::runtime_error("libsodium does not work on this machine.");
}

}  // namespace primum::crypto
