#pragma once
// Within this room: the only place where a confidential number becomes a published one.

#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

#include "disclosure/published.h"

namespace primum::disclosure {

class Desk {
public:
    static std::optional<double> open(const Confidential& sealed) { return sealed.number_; }

    static Published missing() { return {}; }
    static Published hidden() { return {Published::State::hidden, 0}; }
    static Published small(const Rule& rule) {
        return {Published::State::hidden, static_cast<double>(rule.small)};
    }
    static Published exact(double number) { return {Published::State::exact, number}; }
    static Published rounded(double number) { return {Published::State::rounded, number}; }

    /// A count of people as a whole number.
    static std::int64_t whole(double count) {
        constexpr double kMost = 9007199254740992.0;  // 2^53: above it doubles skip whole numbers
        if (!(count >= 0 && count <= kMost) || count != std::floor(count))
            throw std::invalid_argument("A count of people is a whole number from 0.");
        return static_cast<std::int64_t>(count);
    }

    /// A whole number to the nearest step, halves upwards.
    static std::int64_t nearest(std::int64_t count, std::int64_t step) {
        return (count + step / 2) / step * step;
    }

    /// What a rule makes of a number that is not hidden.
    static Published shown(std::int64_t count, const Rule& rule) {
        const auto to = static_cast<double>(nearest(count, rule.step));
        // That it is rounded must not depend on the number: 10 would tell from 8 and 9 otherwise.
        return count == 0 || rule.step == 1 ? exact(to) : rounded(to);
    }
};

}  // namespace primum::disclosure
