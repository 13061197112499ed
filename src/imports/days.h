#pragma once
// The days that the cells of a column, or the headings of a row, name.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace primum::imports {

/// What a list of different texts means.
struct Days {
    std::vector<std::optional<Day>> days;  ///< first days of periods, in the order of the texts
    std::vector<std::string> notes;
};

/// Reads all in the form that fits the most of them, day before month where both fit alike; what
/// does not fit is taken only where it cannot be mistaken: ISO 8601, and the periods of DHIS2.
/// Times of the day are passed over. Years alone are read as years.
Days days_of(const std::vector<std::string_view>& texts);

/// 202601, 2026W5, 2026WedW5, 2026Q1, 2026S1, 20260131, 2026, and financial years, 2026April.
/// Source: DHIS2 developer guide, date and period format.
std::optional<Day> dhis2_period(std::string_view text);

}  // namespace primum::imports
