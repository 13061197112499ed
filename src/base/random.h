#pragma once
// Where chance comes from, so that a test or a demonstration can repeat it.

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

namespace primum {

class Random {
public:
    virtual ~Random() = default;

    /// Fills with unpredictable bytes. Safe to call from several threads.
    virtual void fill(std::span<std::byte> bytes) = 0;
};

/// The kernel's: fit for secrets.
Random& system_random();

/// The same bytes for the same seed. Never for secrets, and for one thread.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    void fill(std::span<std::byte> bytes) override;

    /// A whole number from 0 to one below `count`, which is above 0; the same on every machine.
    std::uint64_t below(std::uint64_t count) { return engine_() % count; }

private:
    std::mt19937_64 engine_;
};

}  // namespace primum
