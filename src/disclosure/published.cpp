#include "disclosure/published.h"

#include <array>
#include <charconv>
#include <limits>

#include "disclosure/desk.h"

namespace primum::disclosure {
namespace {

using State = Published::State;

/// What a number worked out of others is, where each of them can be shown.
State worse(State one, State other) {
    return one == State::rounded || other == State::rounded ? State::rounded : State::exact;
}

Published made(State state, double number) {
    return state == State::rounded ? Desk::rounded(number) : Desk::exact(number);
}

}  // namespace

std::string Published::text() const {
    if (is_hidden()) return std::string(kHidden);
    if (is_missing()) return {};
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number_).ptr;
    return {digits.data(), end};
}

Published publish(Confidential count, Mode mode) {
    const auto number = Desk::open(count);
    if (!number) return Desk::missing();
    if (mode == Mode::none) return Desk::exact(*number);
    const Rule rule = rule_of(mode);
    const std::int64_t whole = Desk::whole(*number);
    if (whole >= 1 && whole <= rule.small) return Desk::small(rule);
    return Desk::shown(whole, rule);
}

Published publish_average(Confidential average, Confidential people, Mode mode) {
    const auto number = Desk::open(average);
    if (!number) return Desk::missing();
    if (mode == Mode::none) return Desk::exact(*number);
    const auto behind = Desk::open(people);
    return behind && *behind >= kPeopleBehindAnAverage ? Desk::exact(*number) : Desk::hidden();
}

Published publish_other(Confidential number) {
    const auto opened = Desk::open(number);
    return opened ? Desk::exact(*opened) : Desk::missing();
}

Published rate(const Published& numerator, const Published& denominator, double per) {
    if (numerator.is_missing() || denominator.is_missing()) return Desk::missing();
    if (numerator.is_hidden() || denominator.is_hidden()) return Desk::hidden();
    if (*denominator.number() == 0) return Desk::missing();
    return made(worse(numerator.state(), denominator.state()),
                per * *numerator.number() / *denominator.number());
}

Published sum(std::span<const Published> parts) {
    double total = 0;
    State state = State::exact;
    bool any = false;
    for (const Published& part : parts) {
        if (part.is_hidden()) return Desk::hidden();
        if (part.is_missing()) continue;
        any = true;
        state = worse(state, part.state());
        total += *part.number();
    }
    return any ? made(state, total) : Desk::missing();
}

std::vector<double> with_gaps(std::span<const Published> numbers) {
    std::vector<double> values;
    values.reserve(numbers.size());
    for (const Published& number : numbers)
        values.push_back(number.number().value_or(std::numeric_limits<double>::quiet_NaN()));
    return values;
}

}  // namespace primum::disclosure
