#pragma once
// In what order series deserve attention.

#include <cstdint>
#include <string_view>

#include "spc/analysis.h"

namespace primum::datasets {

/// The sections of an index, in their order: by signal, never by red, amber and green.
enum class Standing : std::uint8_t {
    concern_and_fail,
    concern,
    fail,
    improvement,
    neutral,  ///< special cause where neither direction is better
    common,
    unknown,  ///< too few points to say
};
inline constexpr int kStandingCount = 7;

Standing standing_of(spc::Variation variation, spc::Assurance assurance);

std::string_view heading_of(Standing standing);

/// What having series here means, in one sentence.
std::string_view meaning_of(Standing standing);

/// For links: "concern-and-fail".
std::string_view anchor_of(Standing standing);

}  // namespace primum::datasets
