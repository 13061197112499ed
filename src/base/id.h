#pragma once
// Names of things that the database holds: UUIDs, each with the type of what it names.

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string_view>

#include "base/instant.h"
#include "base/random.h"

namespace primum {

/// 36 characters of a UUID in lower case. Names, never secrets: a version 7 UUID tells when it was
/// made, and its neighbours can be guessed.
class Uuid {
public:
    /// The UUID that is all zeros, which names nothing.
    constexpr Uuid() { text_.fill('0'), text_[8] = text_[13] = text_[18] = text_[23] = '-'; }

    /// Accepts the 36-character form only, in either case.
    static std::optional<Uuid> parse(std::string_view text);

    /// A version 7 UUID (RFC 9562): 48 bits of milliseconds, the rest by chance.
    static Uuid make(Instant at, Random& random);

    std::string_view text() const { return {text_.data(), text_.size()}; }
    bool is_nil() const { return *this == Uuid(); }
    friend auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    std::array<char, 36> text_{};
};

/// The name of one Thing: an id of a person does not pass for one of an organisation.
template <class Thing>
class Id : public Uuid {
public:
    Id() = default;
    explicit Id(const Uuid& uuid) : Uuid(uuid) {}

    static std::optional<Id> parse(std::string_view text) {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }
    static Id make(Instant at, Random& random) { return Id(Uuid::make(at, random)); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

namespace organisations {
struct Organisation;
}
namespace people {
struct Person;
}

// These two stand in every key and every record of who did what, so every room knows their names.
using OrganisationId = Id<organisations::Organisation>;
using PersonId = Id<people::Person>;

}  // namespace primum

template <>
struct std::hash<primum::Uuid> {
    std::size_t operator()(const primum::Uuid& id) const noexcept {
        return std::hash<std::string_view>()(id.text());
    }
};
template <class Thing>
struct std::hash<primum::Id<Thing>> : std::hash<primum::Uuid> {};
