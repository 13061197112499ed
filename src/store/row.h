#pragma once
// What fills a placeholder, and what a row of an answer holds.

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "store/scope.h"

namespace primum::store {

using Bytes = std::vector<std::byte>;

/// One value on its way to the database. Text and bytes are views of the caller's.
struct Value {
    enum class Kind : std::uint8_t { whole, real, text, bytes };
    Kind kind = Kind::text;
    bool null = true;
    std::int64_t whole = 0;
    double real = 0;
    std::string_view view;            ///< of text or bytes; empty for a day
    std::array<char, 10> day_text{};  ///< of a day, which has no text of its own
    bool day = false;

    std::string_view text() const {
        return day ? std::string_view(day_text.data(), day_text.size()) : view;
    }
};

Value day_value(Day day);

template <class T>
struct OptionalTraits {
    static constexpr bool optional = false;
    using Type = T;
};
template <class T>
struct OptionalTraits<std::optional<T>> {
    static constexpr bool optional = true;
    using Type = T;
};

template <class T>
Value value_of(const T& given) {
    using Optional = OptionalTraits<T>;
    Value value;
    if constexpr (Optional::optional) {
        if (given) return value_of(*given);
        value.kind = value_of(typename Optional::Type{}).kind;
    } else if constexpr (std::same_as<T, Day>) {
        value = day_value(given);
    } else if constexpr (std::same_as<T, Instant>) {
        value.kind = Value::Kind::whole;
        value.whole = given.time_since_epoch().count();
        value.null = false;
    } else if constexpr (std::integral<T>) {
        value.kind = Value::Kind::whole;
        value.whole = static_cast<std::int64_t>(given);
        value.null = false;
    } else if constexpr (std::floating_point<T>) {
        value.kind = Value::Kind::real;
        value.real = given;
        value.null = false;
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        value.view = given;
        value.null = false;
    } else if constexpr (std::convertible_to<const T&, std::span<const std::byte>>) {
        const std::span<const std::byte> bytes = given;
        value.kind = Value::Kind::bytes;
        value.view = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
        value.null = false;
    } else {
        value.view = given.text();  // an Id or a key
        value.null = false;
    }
    return value;
}

/// The values of a statement, in their order; an Everywhere fills none.
template <std::size_t Count>
class Values {
public:
    template <class... Args>
    explicit Values(const Args&... args) {
        (add(args), ...);
    }
    operator std::span<const Value>() const { return std::span(values_).first(size_); }

private:
    template <class T>
    void add(const T& given) {
        if constexpr (!std::same_as<T, Everywhere>) values_[size_++] = value_of(given);
    }
    std::array<Value, Count> values_;
    std::size_t size_ = 0;
};

/// One row of an answer; columns are counted from 0. Valid until the next row.
class Row {
public:
    virtual ~Row() = default;

    virtual int columns() const = 0;
    virtual bool is_null(int column) const = 0;

    /// What a column holds as T: whole numbers, double, bool, text, an Id, Day, Instant, Bytes, or
    /// an optional of these. A view lives as long as the row. Throws std::runtime_error where the
    /// column holds nothing, or something else.
    template <class T>
    T get(int column) const {
        using Optional = OptionalTraits<T>;
        if constexpr (Optional::optional) {
            if (is_null(column)) return std::nullopt;
            return get<typename Optional::Type>(column);
        } else if constexpr (std::same_as<T, bool>) {
            return whole(column) != 0;
        } else if constexpr (std::same_as<T, Instant>) {
            return Instant(std::chrono::microseconds(whole(column)));
        } else if constexpr (std::same_as<T, Day>) {
            return day(column);
        } else if constexpr (std::integral<T>) {
            return narrowed<T>(column);
        } else if constexpr (std::floating_point<T>) {
            return static_cast<T>(real(column));
        } else if constexpr (std::same_as<T, Bytes>) {
            return bytes(column);
        } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
            return T(text(column));
        } else {
            const auto id = T::parse(text(column));
            if (!id) unreadable(column);
            return *id;
        }
    }

protected:
    virtual std::int64_t whole(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual Bytes bytes(int column) const = 0;

    /// Throws.
    [[noreturn]] static void unreadable(int column);

private:
    Day day(int column) const;

    template <class T>
    T narrowed(int column) const {
        const std::int64_t number = whole(column);
        if (!std::in_range<T>(number)) unreadable(column);
        return static_cast<T>(number);
    }
};

}  // namespace primum::store
