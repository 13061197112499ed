#pragma once
// Whether words claim that something has become better. A list of words decides, English and Welsh,
// which the form shows to whoever writes: it is right often, never blocks, and can be argued with.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "spc/options.h"

namespace primum::boards {

/// What a word claims.
enum class Claims : std::uint8_t {
    better,  ///< whatever is measured: "improved"
    fewer,   ///< better where lower is: "fell"
    more,    ///< better where higher is: "rose"
};

/// A word of the list, or several that follow each other: "wedi gwella".
struct ClaimWord {
    std::string_view words;
    Claims claims;
};
std::span<const ClaimWord> claim_words();

/// The first claim of an improvement as it was written ("fell"), for a measure of which this is
/// better; nothing where there is none. No claim is what is denied ("has not improved"), wished or
/// planned ("should fall", "to reduce"), the name of something ("improvement team"), and a patient
/// who fell.
std::optional<std::string> improvement_claimed(std::string_view narrative, spc::Better better);

}  // namespace primum::boards
