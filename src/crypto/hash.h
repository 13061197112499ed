#pragma once
// SHA-256 (FIPS 180-4).

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace primum::crypto {

using Digest = std::array<std::byte, 32>;

Digest sha256(std::string_view bytes);

/// The same as 64 digits in lower case.
std::string sha256_hex(std::string_view bytes);

/// "0fa1…": two digits a byte, in lower case.
std::string hex(std::span<const std::byte> bytes);

/// The bytes that such digits, in either case, stand for; nothing where they do not.
std::optional<std::vector<std::byte>> from_hex(std::string_view digits);

/// For what is too long to hold in memory: add its pieces in order, then finish once.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256& add(std::string_view bytes);
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::crypto
