#pragma once
// The ways in which people write dates.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace primum::datasets {

/// What one period of a series is.
enum class Unit : std::uint8_t { number, day, week, month, quarter, financial_quarter };

/// A period as a number that sorts: days since 1 January 1970 of its first day, or the running
/// number itself.
using Key = std::int64_t;

/// One way of writing dates, as a position in the table of forms. Earlier forms are likelier: day
/// before month, and compact dates before running numbers.
using Form = std::size_t;

std::size_t form_count();
Unit unit_of(Form form);
/// An example, for sentences: "25/04/2025".
std::string_view example_of(Form form);

/// Reads dates; worth keeping, since it is dear to make.
class DateReader {
public:
    DateReader();
    ~DateReader();

    /// The key of the text when it is written in this form, and a day that exists between 1900 and
    /// 2200. A time of midnight after a day is passed over.
    std::optional<Key> read(Form form, std::string_view text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Whether the text is a date, or running number, in any form.
bool is_some_date(std::string_view text);

/// ISO 8601: 2025-04-25, 2025-W17, 2025-04, 2025-Q2; a running number as it is.
std::string iso(Unit unit, Key key);

/// For people: 25 Apr 2025, week of 21 Apr 2025, Apr 2025, Q2 2025, Q1 2025/26; or the number.
std::string label(Unit unit, Key key);

}  // namespace primum::datasets
