#pragma once
// Days as Excel counts them.

#include <cstdint>
#include <optional>
#include <string>

namespace primum::xlsx {

enum class Epoch : std::uint8_t {
    of_1900,  ///< 1 is 1 January 1900, and 60 a 29 February that never was
    of_1904,  ///< 0 is 1 January 1904: old workbooks from Macs
};

/// ISO 8601 of a serial number: the day alone at midnight, else with the time to the second, and
/// below 1 in the epoch of 1900 the time alone. Nothing for what Excel shows as no date: numbers
/// below 0, the 29 February 1900, and years from 10000.
///
/// Source: ECMA-376 part 1, 18.17.4.1; the leap year is Lotus 1-2-3's, kept for its files.
std::optional<std::string> iso_of_serial(double serial, Epoch epoch);

}  // namespace primum::xlsx
