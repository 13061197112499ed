#pragma once
// Which passwords people may choose: long ones, of any signs, that nobody would guess.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace primum::people {

/// Why a password cannot be used, in English for a catalogue: what to do instead. Nothing where it
/// can. 12 to 128 characters, counted as Unicode code points of the UTF-8 that was typed (they are
/// not normalised: two keyboards that spell "é" differently make two passwords). Refused besides:
/// what attackers try first, whatever digits or signs follow it; what repeats itself; and what
/// holds one of `personal`: names, an e-mail address, what the service is called.
std::optional<const char*> password_fault(std::string_view password,
                                          std::span<const std::string> personal);

}  // namespace primum::people
