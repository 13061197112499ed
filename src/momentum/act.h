#pragma once
// What organisations have done for a campaign, each with its day: the real acts of which the
// engagement index is made.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "momentum/facts.h"
#include "store/db.h"

namespace primum::momentum {

enum class ActKind : std::uint8_t {
    // will: what somebody says they want to do
    joined,
    staff_letter,
    review_training,
    chose,
    personal_pledge,
    applied,
    enrolled,
    booked,
    // evidence: what somebody has done
    attended,
    promised,
    promise_kept,
    pledge_done,
    part_attended,
    team_complete,
    task_done,
    assessed,
    gap_closed,
    data_sent,
};
inline constexpr std::size_t kActKinds = 18;
std::span<const ActKind> act_kinds();

/// As the database spells it: "promise_kept".
std::string_view name(ActKind kind);
std::optional<ActKind> parse_act(std::string_view name);

/// "Promises kept": English for a catalogue.
const char* label(ActKind kind);

/// The first year of a campaign shows will, the second evidence.
bool is_evidence(ActKind kind);

struct Act {
    OrganisationId organisation;  ///< the eligible one at or above where it was done
    ActKind kind;
    Day day;
};

/// Every act until a day that counts for a campaign, in order of time. What a site or a ward does
/// counts for the organisation above it that is eligible. Acts of single people that are theirs
/// alone, as their own assessments are, are not among them.
std::vector<Act> acts_of(const store::Reader& db, const Campaign& campaign, Day until);

}  // namespace primum::momentum
