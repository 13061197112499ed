#pragma once
// The hinge between a campaign and its programme: four groups, and a signpost for those who have
// done the one and not yet the other.

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "momentum/facts.h"

namespace primum::momentum {

enum class Group : std::uint8_t { both, campaign_only, programme_only, neither };
inline constexpr std::size_t kGroups = 4;
inline constexpr std::array kAllGroups = {Group::both, Group::campaign_only, Group::programme_only,
                                          Group::neither};

/// "Both", "Campaign only", …: English for a catalogue.
const char* label(Group group);

/// Where an organisation stands on a day, whether or not it is open.
Group group_on(const Facts& facts, Day day);

/// How many are in each group.
using GroupSizes = std::array<int, kGroups>;
inline int& size_of(GroupSizes& sizes, Group group) {
    return sizes[static_cast<std::size_t>(group)];
}
inline int size_of(const GroupSizes& sizes, Group group) {
    return sizes[static_cast<std::size_t>(group)];
}

/// Of those who are eligible on that day.
GroupSizes groups_on(std::span<const Facts> all, const Campaign& campaign, Day day);

/// From which group to which, of those who were eligible on both days; and how many were not.
struct Movement {
    std::array<GroupSizes, kGroups> from_to{};
    int opened = 0;  ///< eligible on the later day only
    int closed = 0;  ///< on the earlier day only
};
Movement movement(std::span<const Facts> all, const Campaign& campaign, Day from, Day to);

/// The last days of the quarters from the campaign's beginning on, and the day itself.
std::vector<Day> quarters(Day starts, Day until);

/// Which way a signpost shows.
enum class Direction : std::uint8_t { to_programme, to_campaign };
std::string_view name(Direction direction);
std::optional<Direction> parse_direction(std::string_view name);

/// A time for which an organisation had done the one and not yet the other.
struct Signpost {
    Direction direction;
    Day since;
    Day until;                ///< the last day for which it stood; kForEver while nothing ends it
    std::optional<Day> done;  ///< the day on which the other fact began, if that ended it

    bool stands_on(Day day) const { return since <= day && day <= until; }
};

/// Every signpost of an organisation, in order of time: a member that has never been enrolled is
/// shown to the programme; one that is enrolled and has never been a member, to the campaign. One
/// that has finished or left is not "not yet".
std::vector<Signpost> signposts_of(const Facts& facts);

/// The one that stands on a day.
std::optional<Signpost> signpost_on(const Facts& facts, Day day);

}  // namespace primum::momentum
