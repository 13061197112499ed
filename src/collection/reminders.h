#pragma once
// Letters to those who are asked for numbers, a few days before they are due: one a person.

#include <string>

#include "people/accounts.h"

namespace primum::collection {

/// From when letters may be written, on the wall of the installation's zone; not in the evening and
/// not at night.
struct LetterHours {
    std::string zone = "Europe/London";
    int from_hour = 7;
    int from_minute = 0;
    int until_hour = 19;
};

/// How many days before a number is due its keeper is reminded.
inline constexpr std::chrono::days kRemindBefore{3};

/// Reminds the keepers of series whose number is due within kRemindBefore and not there yet: each
/// of each number once, all of a person's in one letter, in their language. The letter and what it
/// reminded of are one transaction, so that a second server tells nothing twice. Who has ended
/// letters gets none. Gives how many letters were queued.
std::size_t remind_keepers(people::Accounts& accounts, const LetterHours& hours, Instant now);

}  // namespace primum::collection
