#pragma once
// Numbers in markup: short, exact, and the same in every locale.

#include <concepts>
#include <string>
#include <type_traits>

namespace primum::html {

/// Whole numbers and fractions, but neither characters nor truth values.
template <class T>
concept Number = std::is_arithmetic_v<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
                 !std::same_as<T, char8_t> && !std::same_as<T, wchar_t> &&
                 !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

/// A number to be written with at most one decimal, which is what a place on a screen needs: 12.34
/// is "12.3", 12.04 is "12". Beyond a million it is cut off there, and NaN is 0: a picture with a
/// point out of sight, rather than one that does not open.
struct Tenths {
    double value;
};

void append_number(std::string& markup, long long value);
void append_number(std::string& markup, unsigned long long value);

/// The shortest text that reads back as the same number; NaN and infinities as "nan", "inf",
/// "-inf".
void append_number(std::string& markup, double value);

void append_number(std::string& markup, Tenths value);

template <Number T>
void append_number(std::string& markup, T value) {
    if constexpr (std::floating_point<T>) {
        append_number(markup, static_cast<double>(value));
    } else if constexpr (std::is_signed_v<T>) {
        append_number(markup, static_cast<long long>(value));
    } else {
        append_number(markup, static_cast<unsigned long long>(value));
    }
}

}  // namespace primum::html
