#pragma once
// A JSON document, read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace primum::json {

/// Whole numbers that fit 64 bits stay whole; every other number is a double.
class Value {
public:
    using Array = std::vector<Value>;
    using Object = std::vector<std::pair<std::string, Value>>;
    using Any =
        std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;

    Value() = default;
    explicit Value(Any any) : any_(std::move(any)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(any_); }

    /// What it holds, or null where it holds something else.
    template <class T>
    const T* as() const {
        return std::get_if<T>(&any_);
    }

    /// A member of an object; null where there is none.
    const Value* find(std::string_view name) const;

    /// The member as T, where there is one that holds a T.
    template <class T>
    std::optional<T> member(std::string_view name) const {
        const Value* found = find(name);
        const T* held = found ? found->as<T>() : nullptr;
        return held ? std::optional<T>(*held) : std::nullopt;
    }

private:
    Any any_;
};

/// Nothing where the text is not one JSON document in UTF-8, nests deeper than 64, names a member
/// twice, or holds a number too large for a double.
std::optional<Value> parse(std::string_view text);

}  // namespace primum::json
