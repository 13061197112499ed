#pragma once
// Calendars as other programs read them: iCalendar (RFC 5545, RFC 7986).

#include <cstdint>
#include <string>
#include <vector>

#include "base/instant.h"

namespace primum::calendar {

struct Entry {
    std::string uid;  ///< stays the same for as long as the event exists: "event-…@primum.example"
    std::int64_t sequence = 0;  ///< counts changes that a reader must hear of
    Instant changed_at;
    Instant starts_at;
    Instant ends_at;
    std::string zone;  ///< in which the times are meant: "Europe/London"
    std::string summary;
    std::string description;
    std::string location;
    std::string url;
    std::string category;
    bool cancelled = false;
};

struct Calendar {
    std::string name;
    std::vector<Entry> entries;
};

/// The text of a calendar that is published: lines end with CRLF and have at most 75 bytes, each
/// zone that is used is described. The same for the same calendar, so that it can be tagged.
std::string text(const Calendar& calendar);

}  // namespace primum::calendar
