#pragma once
// Words about numbers: what they may not hold.

#include <string_view>

#include "base/checked.h"

namespace primum::measures {

inline constexpr std::size_t kLongestNote = 500;

/// Refuses what names a patient (an NHS number, "Mr Smith", a date of birth), with one sentence
/// that says what to take out.
Checked<void> check_names_no_patient(std::string_view text);

/// Whether a note, a reason or an explanation may be kept: it names no patient and is not too long.
/// Otherwise one sentence that says what to do.
Checked<void> check_note(std::string_view text);

}  // namespace primum::measures
