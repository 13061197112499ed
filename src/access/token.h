#pragma once
// A program that comes with a token of an organisation, as the front door sees it.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace primum::access {

/// What a token is for. Whoever makes one says; it can do nothing else.
enum class Right : std::uint8_t {
    read,       ///< everything at and below its organisation, and what others publish
    write,      ///< changing data there; includes reading
    published,  ///< only what everybody may see, through disclosure control
};

class Rights {
public:
    constexpr Rights() = default;
    constexpr Rights(std::initializer_list<Right> rights) {
        for (const Right right : rights)
            bits_ |= bit(right);
    }
    constexpr bool has(Right right) const { return (bits_ & bit(right)) != 0; }
    constexpr bool has_any(Rights others) const { return (bits_ & others.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr void add(Right right) { bits_ |= bit(right); }
    friend constexpr bool operator==(Rights, Rights) = default;

private:
    static constexpr std::uint8_t bit(Right right) {
        return static_cast<std::uint8_t>(1u << static_cast<unsigned>(right));
    }
    std::uint8_t bits_ = 0;
};

struct Token {
    std::string id;  ///< the part of it that is no secret
    OrganisationId organisation;
    Rights rights;
};

/// The token that a request carries: `Authorization: Bearer TOKEN`, or Basic with the token as the
/// password, which is what spreadsheets can send. Absent where there is none to be read.
std::optional<std::string> token_in(std::string_view authorization);

}  // namespace primum::access
