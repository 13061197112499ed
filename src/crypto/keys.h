#pragma once
// The installation's master key, which lives outside the database, and the keys made from it.

#include <string>
#include <string_view>
#include <vector>

namespace primum::crypto {

class Keys {
public:
    static constexpr std::size_t kBytes = 32;

    /// Reads the master key from a file: 32 bytes, or 64 while keys are being changed, the new one
    /// first. Where there is no file it makes one that only its owner may read. Throws
    /// std::runtime_error with one sentence for the operator: wrong length, readable by others.
    static Keys open(const std::string& file);

    /// The same from bytes at hand: 32 or 64 of them.
    explicit Keys(std::string_view bytes);

    /// 32 bytes for one purpose: "csrf". The same in every process that has the same master key.
    std::string derive(std::string_view purpose) const;

    /// The same from each master key, the one in use first.
    std::vector<std::string> derive_all(std::string_view purpose) const;

    Keys(Keys&&) noexcept = default;
    Keys(const Keys&) = delete;
    ~Keys();

private:
    std::vector<std::string> masters_;
};

}  // namespace primum::crypto
