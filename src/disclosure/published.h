#pragma once
// A number that may be shown, and one that may not: two types, so that the compiler keeps the
// second off every page, chart, file and answer.
//
//     const Published falls = publish(Confidential(3), Mode::hes);   // "*"
//     rate(falls, publish(Confidential(812), Mode::hes), 1000);      // "*" as well
//
// One number alone is published here. Where parts and their sums are shown together, table.h
// decides for all of them at once: what is hidden alone could be found by subtraction.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "disclosure/rule.h"

namespace primum::disclosure {

/// What stands where a number is hidden.
inline constexpr std::string_view kHidden = "*";

/// A number as it was counted. Nothing can be read from it but through publish().
class Confidential {
public:
    /// Absent where nothing was reported.
    explicit Confidential(std::optional<double> number) : number_(number) {}
    explicit Confidential(double number) : number_(number) {}

private:
    friend class Desk;
    std::optional<double> number_;
};

/// A number as it may be shown. What is worked out of these alone (rates, means, limits, signals,
/// the height of a point) tells nothing that they do not, so that everything which leaves an
/// organisation is made of them.
class Published {
public:
    enum class State : std::uint8_t {
        missing,  ///< nothing was reported
        exact,    ///< as it was counted
        rounded,  ///< to the rule's step, or worked out of such numbers
        hidden,   ///< small, or hidden so that a small one cannot be found
    };

    Published() = default;

    State state() const { return state_; }
    bool is_hidden() const { return state_ == State::hidden; }
    bool is_missing() const { return state_ == State::missing; }

    /// Absent where it is missing or hidden.
    std::optional<double> number() const {
        const bool shown = state_ == State::exact || state_ == State::rounded;
        return shown ? std::optional(number_) : std::nullopt;
    }

    /// The most that a hidden number can be, where everybody may know why it is hidden: it is
    /// small, and no sum of other numbers. Nothing where it may be any.
    std::optional<double> at_most() const {
        return is_hidden() && number_ > 0 ? std::optional(number_) : std::nullopt;
    }

    /// "812", "0.25", "*", or nothing where it is missing. As programs read it: a point before the
    /// decimals, the shortest digits that read back as the same number.
    std::string text() const;

    friend bool operator==(const Published&, const Published&) = default;

private:
    friend class Desk;
    Published(State state, double number) : state_(state), number_(number) {}

    State state_ = State::missing;
    double number_ = 0;  // of a hidden one: the most that it can be, 0 where that is not known
};

/// One count of people that is shown on its own. Fractions and numbers below 0 are no counts of
/// people: they throw std::invalid_argument but under Mode::none.
Published publish(Confidential count, Mode mode);

/// An average, or any other number about people that is no count of them: shown where eight or more
/// are behind it, and hidden where how many is not known.
Published publish_average(Confidential average, Confidential people, Mode mode);

/// A number that is about no people (days, beds, litres), which no rule hides.
Published publish_other(Confidential number);

/// `per` × numerator / denominator, of the published numbers. Hidden where either is; missing where
/// either is, or the denominator is 0.
Published rate(const Published& numerator, const Published& denominator, double per);

/// The sum of published numbers, itself published: hidden where one of them is.
Published sum(std::span<const Published> parts);

/// For engines: NaN where a number is missing or hidden, so that it is drawn as a gap.
std::vector<double> with_gaps(std::span<const Published> numbers);

}  // namespace primum::disclosure
