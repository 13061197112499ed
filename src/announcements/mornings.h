#pragma once
// When digests are written, and to whom; asked for every few seconds by the service.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "announcements/letters.h"

namespace primum::announcements {

/// A time of day: hours and minutes on the wall of the installation's zone.
struct Morning {
    std::string zone = "Europe/London";
    int hour = 7;
    int minute = 0;
};

/// "07:30"; nothing else is understood.
std::optional<std::pair<int, int>> parse_time_of_day(std::string_view text);

/// The last morning that has come by `now`.
Day last_morning(Instant now, const Morning& morning);

/// Writes the digests of the last morning, once: each person's letter and what it told of are one
/// transaction, so that neither a crash nor a second server tells anything twice. The first morning
/// of an installation passes in silence. Gives how many letters were queued.
std::size_t write_digests(people::Accounts& accounts, const Unsubscribing& unsubscribing,
                          const Morning& morning, Instant now);

}  // namespace primum::announcements
