#pragma once
// Words about numbers: what they may not hold.

#include <string_view>

#include "base/checked.h"

namespace primum::measures {

inline constexpr std::size_t kLongestNote = 500;

/// Whether a note, a reason or an explanation may be kept: not too long, and nothing in it that
/// names a patient (an NHS number, "Mr Smith", a date of birth). Otherwise one sentence that says
/// what to do.
Checked<void> check_note(std::string_view text);

}  // namespace primum::measures
