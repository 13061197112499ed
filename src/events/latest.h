#pragma once
// What every open page ends with: the next events.

#include <string>

#include "design/view.h"
#include "html/html.h"
#include "store/db.h"

namespace primum::events {

/// "Thu, Apr 23rd" in English; in other languages as they write a day.
std::string short_day(const language::Language& words, Day day);

/// "st", "nd", "rd" or "th": 1st, 2nd, 3rd, 4th, 11th, 21st.
const char* ordinal_ending(unsigned number);

/// The next three public events, each with its day above its title. Where fewer are coming, the
/// latest that are past as well, said as such. Nothing where there are none at all.
html::Html latest_band(const store::Reader& db, const design::View& view, Instant now);

}  // namespace primum::events
