#pragma once
// Random series for property tests, and the seed to print when one of them fails. The same series
// come again with that seed in the environment variable PRIMUM_SEED.

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace primum::spc {

class RandomSeries {
public:
    RandomSeries() : seed_(chosen_seed()), generator_(seed_) {}

    /// For SCOPED_TRACE.
    std::string seed() const { return "PRIMUM_SEED=" + std::to_string(seed_); }

    double normal(double mean, double sd) {
        return std::normal_distribution<>(mean, sd)(generator_);
    }
    double uniform(double from, double to) {
        return std::uniform_real_distribution<>(from, to)(generator_);
    }
    std::size_t whole(std::size_t from, std::size_t to) {
        return std::uniform_int_distribution<std::size_t>(from, to)(generator_);
    }
    std::vector<double> normals(std::size_t points, double mean, double sd) {
        std::vector<double> values(points);
        for (double& value : values)
            value = normal(mean, sd);
        return values;
    }

private:
    static std::uint64_t chosen_seed() {
        const char* const chosen = std::getenv("PRIMUM_SEED");
        return chosen != nullptr ? std::strtoull(chosen, nullptr, 10) : std::random_device{}();
    }

    std::uint64_t seed_;
    std::mt19937_64 generator_;
};

}  // namespace primum::spc
