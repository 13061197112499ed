#pragma once
// Secrets that the database keeps and cannot read.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/keys.h"

namespace primum::crypto {

/// XChaCha20-Poly1305. Sealed text names its key, so that keys can be changed.
class Seal {
public:
    Seal(const Keys& keys, std::string_view purpose) : keys_(keys.derive_all(purpose)) {}

    /// Text that only open() of the same purpose and `place` reads. `place` says where it is kept,
    /// a person's id say, so that one row's secret cannot be put into another.
    std::string seal(std::string_view secret, std::string_view place) const;

    /// Absent where it was not sealed by us, for this place, by a key we still have.
    std::optional<std::string> open(std::string_view sealed, std::string_view place) const;

private:
    std::vector<std::string> keys_;
};

}  // namespace primum::crypto
