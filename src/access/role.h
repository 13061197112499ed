#pragma once
// What people may be in an organisation.

#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"

namespace primum::access {

enum class Role : std::uint8_t {
    campaign_office,
    programme_faculty,
    chief_executive,
    executive,
    medical_director,
    nursing_director,
    improvement_lead,
    team_member,
    analyst,
    patient_partner,
    node_lead,
    administrator,
};
inline constexpr std::size_t kRoles = 12;

/// Every role, in the order in which lists show them.
const std::array<Role, kRoles>& all_roles();

/// As the database and the API spell it: "chief_executive".
std::string_view name(Role role);
std::optional<Role> parse_role(std::string_view name);

/// As people say it, in English, for a catalogue: "Chief executive".
const char* label(Role role);

class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (const Role role : roles)
            bits_ |= bit(role);
    }
    static constexpr RoleSet all() {
        RoleSet set;
        set.bits_ = (1u << kRoles) - 1;
        return set;
    }
    constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }

private:
    static constexpr std::uint16_t bit(Role role) {
        return static_cast<std::uint16_t>(1u << static_cast<unsigned>(role));
    }
    std::uint16_t bits_ = 0;
};

/// A role in an organisation, which reaches down the tree. From the first day to the last, both
/// included; no last day where it goes on.
struct Held {
    Role role;
    OrganisationId organisation;
    Day from;
    std::optional<Day> until;

    bool on(Day day) const { return from <= day && (!until || day <= *until); }
};

}  // namespace primum::access
