#pragma once
// Random series for property tests, and the seed to print when one of them fails.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace primum::spc {

class RandomSeries {
public:
    RandomSeries() : seed_(std::random_device{}()), generator_(seed_) {}

    /// For SCOPED_TRACE.
    std::string seed() const { return "seed " + std::to_string(seed_); }

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
    std::uint32_t seed_;
    std::mt19937_64 generator_;
};

}  // namespace primum::spc
