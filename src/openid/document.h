#pragma once
// JSON that a provider sends, read strictly: one meaning, or none.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace primum::openid {

struct Member;

struct Json {
    using List = std::vector<Json>;
    using Object = std::vector<Member>;
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object> value;

    /// The member of an object; nothing where there is none, or this is no object.
    const Json* find(std::string_view name) const;
    /// A member that is text; nothing where it is absent or something else.
    const std::string* text(std::string_view name) const;
    /// A member that is a whole number, or has one before its decimal point, as "exp" may.
    std::optional<std::int64_t> number(std::string_view name) const;

    const std::string* as_text() const { return std::get_if<std::string>(&value); }
    const List* as_list() const { return std::get_if<List>(&value); }
    const Object* as_object() const { return std::get_if<Object>(&value); }
};

struct Member {
    std::string name;
    Json value;
};

inline constexpr std::size_t kLargestDocument = 64 * 1024;
inline constexpr std::size_t kDeepestNesting = 16;

/// An object at the top; or, in a few words, why not. Refused: a name twice in one object, nesting
/// deeper or text longer than the limits, a number beyond 64 bits, text that is not UTF-8, anything
/// that is not JSON.
std::expected<Json, std::string> read_document(std::string_view text);

}  // namespace primum::openid
