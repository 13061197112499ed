#pragma once
// Somebody with an account.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/problems.h"

namespace primum::people {

struct Person {
    PersonId id;
    std::string email;     ///< in lower case; names the account when signing in
    std::string name;      ///< as they wish to be called
    std::string language;  ///< BCP 47; empty where the browser decides
    bool disabled = false;
    Instant created_at;
    std::int64_t rev = 1;
};

/// An address as accounts have it: without white space at its ends, in lower case (ASCII).
std::string normal_email(std::string_view typed);

/// What is wrong with an address or a name, in English for a catalogue; nothing where it may be
/// used.
std::optional<const char*> email_fault(std::string_view email);
std::optional<const char*> name_fault(std::string_view name);

}  // namespace primum::people
